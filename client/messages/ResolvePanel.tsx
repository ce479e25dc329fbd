import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { clinicalDispositions, dispositions, type Disposition } from '#domain/messages/words.ts'
import type { PanelProps } from '#client/messages/ActPanel.tsx'
import { ThreadWhom } from '#client/messages/ThreadWhom.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Say } from '#client/ui/Say.tsx'

type ResolvePanelProps = PanelProps & { next: { nextIn: object }; onGone: (nextId: string | null) => void }

/** Closes a thread with a word for how it ended; after emergency wording that is what was done about it (R52). */
export function ResolvePanel({ thread, next, onClose, onGone }: ResolvePanelProps) {
  const translate = useTranslate()
  const { row, flag, emergencyNumber } = thread
  const acts = useThreadActs(row)
  const isFlagged = flag !== null && flag.settled === null
  const offered = dispositions.filter((one) => clinicalDispositions.includes(one) === isFlagged)
  const [disposition, setDisposition] = useState<Disposition | null>(isFlagged ? null : row.clock?.answeredAt ? 'answered' : 'no-reply-needed')
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const words = because.trim()
  const [unsaid, setUnsaid] = useState(false)
  const submit = async () => {
    if (disposition === null) return setUnsaid(true)
    if ((disposition === 'not-emergency' || words !== '') && words.length < 3) return setMissing(true)
    const answer = await acts.act('resolve', { disposition, ...(words === '' ? {} : { because: words }), ...next })
    if (answer) onGone(answer.next)
  }
  return (
    <FormPanel title={translate(isFlagged ? 'messages.settle' : 'messages.resolve')} confirm={translate('messages.do.resolve')} pending={acts.pending} fault={acts.fault} onSubmit={() => void submit()} onClose={onClose}>
      <ThreadWhom thread={thread} />
      {isFlagged ? <Say>{translate('messages.say_emergency', { number: emergencyNumber })}</Say> : row.clock && row.clock.answeredAt === null ? <Note icon="clock">{translate('messages.effect.resolve')}</Note> : null}
      <Choice label={translate('messages.how_ended')} value={disposition} options={offered.map((value) => ({ value, text: translate(`messages.disposition.${value}`, { number: emergencyNumber }) }))} autoFocus onChange={setDisposition} />
      {unsaid && disposition === null ? <Note icon="flag" tone="late" live>{translate('messages.resolve_pick')}</Note> : null}
      <WordsField
        label={translate(disposition === 'not-emergency' ? 'messages.because' : 'messages.because_optional')} value={because} maxLength={500}
        refusal={missing ? translate('messages.because_missing') : null} onChange={(event) => setBecause(event.target.value)}
      />
    </FormPanel>
  )
}
