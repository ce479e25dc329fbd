import { useTranslate } from 'ra-core'
import type { OnFile } from '#client/enroll/contact-choice.ts'
import { OptionCard } from '#client/enroll/OptionCard.tsx'
import { Moment } from '#client/ui/Moment.tsx'

type OnFileCardProps = { contact: OnFile; chosen: boolean; keys?: string; onChoose: () => void }

/** A contact on file that only the patient reads, or that the rule lets them share. */
export function OnFileCard({ contact: { check, masked, kind }, chosen, keys, onChoose }: OnFileCardProps) {
  const translate = useTranslate()
  const hint = check.youngSinceAt ? (
    <>
      {translate('enroll.young')} <Moment at={check.youngSinceAt} />
    </>
  ) : (
    translate(check.sharedByRule ? 'enroll.shared_by_rule' : 'enroll.own_alone')
  )
  return <OptionCard group="contact" title={<><strong>{masked}</strong> · {translate(`enroll.kind_${kind}`)}</>} hint={hint} chosen={chosen} keys={keys} onChoose={onChoose} />
}
