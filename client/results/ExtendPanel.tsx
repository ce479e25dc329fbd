import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { HoldAnswer, ResultAnswer } from '#domain/contracts/results.ts'
import { touched } from '#client/results/acts.ts'
import { EndFields } from '#client/results/EndFields.tsx'
import { firstEnd, instantAt } from '#client/results/hold-form.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { isoOf } from '#domain/time.ts'

type ExtendPanelProps = { hold: HoldAnswer; result: ResultAnswer; onDone: () => void; onClose: () => void }

/** Holds longer: a new decision with its own evidence and its own end. */
export function ExtendPanel({ hold, result, onDone, onClose }: ExtendPanelProps) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const [words, setWords] = useState('')
  const [end, setEnd] = useState(() => firstEnd(Math.max(serverNow(), Date.parse(hold.endAt)), zone))
  const { run, fault, pending } = useCommand()
  const endAt = instantAt(end.on, end.time, zone)
  const longest = result.grounds.find((one) => one.ground === hold.ground && one.recipient === hold.recipient)?.longestEndAt ?? null
  const submit = async () => {
    if (endAt === null) return
    const command = { path: `/holds/${encodeURIComponent(hold.id)}/extend`, body: { endAt: isoOf(endAt), reason: words.trim() }, version: hold.version, stepUp: { action: 'result.hold' as const, objectId: hold.id } }
    if (await run(command, touched)) onDone()
  }
  return (
    <FormPanel title={translate('results.extend_title')} confirm={translate('results.extend_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Note icon="held">{translate(`results.ground.${hold.ground}`)}: {hold.evidence}</Note>
      <WordsField label={translate('results.extend_words')} hint={translate('results.hold_words_hint')} value={words} required minLength={10} maxLength={500} autoFocus onChange={(event) => setWords(event.target.value)} />
      <EndFields label={translate('results.hold_ends')} end={end} onChange={setEnd} endAt={endAt} longestEndAt={longest} />
    </FormPanel>
  )
}
