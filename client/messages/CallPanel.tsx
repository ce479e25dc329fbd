import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { callOutcomes, type CallOutcome } from '#domain/messages/words.ts'
import { isoOf, MINUTE } from '#domain/time.ts'
import type { PanelProps } from '#client/messages/ActPanel.tsx'
import { ThreadWhom } from '#client/messages/ThreadWhom.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { momentText } from '#client/ui/format.ts'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** How many minutes ago a call may have been; earlier ones are written while one still knows when. */
const ago = [0, 5, 10, 15, 30, 45, 60, 90, 120, 180, 240] as const

/** A call from the thread: how it went, when, and what was said. Having spoken answers the clock. */
export function CallPanel({ thread, onClose, onDone }: PanelProps) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const acts = useThreadActs(thread.row)
  const [now] = useState(serverNow)
  const [outcome, setOutcome] = useState<CallOutcome>('spoke')
  const [minutes, setMinutes] = useState(0)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const since = Date.parse(thread.row.clock?.startedAt ?? thread.row.lastMessageAt)
  const possible = ago.filter((one) => one === 0 || now - one * MINUTE >= since)
  const submit = async () => {
    if (note.trim() === '') return setMissing(true)
    if (await acts.act('record-call', { outcome, at: isoOf(now - minutes * MINUTE), note: note.trim() })) onDone()
  }
  const { phone, phoneTail } = thread.context
  return (
    <FormPanel title={translate('messages.call')} confirm={translate('messages.do.call')} pending={acts.pending} fault={acts.fault} onSubmit={() => void submit()} onClose={onClose}>
      <ThreadWhom thread={thread} />
      <Note icon="phone">{phone ? <>{translate('messages.call_number')} <Box component="a" href={`tel:${phone.replace(/[^+\d]/g, '')}`} sx={{ color: 'accent', fontWeight: 600, typography: 'lead', whiteSpace: 'nowrap' }}>{phone}</Box></> : phoneTail ? translate('messages.number_on_file', { tail: phoneTail }) : translate('messages.no_phone')}</Note>
      <Choice label={translate('messages.how_call')} value={outcome} options={callOutcomes.map((value) => ({ value, text: translate(`messages.call_was.${value}`) }))} onChange={setOutcome} />
      <SelectField label={translate('messages.when_call')} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
        {possible.map((one) => (
          <option key={one} value={one}>{one === 0 ? translate('messages.just_now') : `${translate('messages.minutes_ago', { smart_count: one })} (${momentText(now - one * MINUTE, now, zone, locale)})`}</option>
        ))}
      </SelectField>
      <WordsField label={translate('messages.call_note')} value={note} maxLength={1000} autoFocus refusal={missing ? translate('messages.call_note_missing') : null} onChange={(event) => setNote(event.target.value)} />
    </FormPanel>
  )
}
