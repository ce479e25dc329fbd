import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { touched } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type BulkForwardProps = { rows: readonly ThreadRow[]; queues: readonly QueueLine[]; onClose: () => void; onDone: () => void }

/** Puts several threads into another queue, all or none. */
export function BulkForward({ rows, queues, onClose, onDone }: BulkForwardProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const isFlagged = rows.some(({ flagged }) => flagged)
  const others = queues.filter((queue) => !queue.retired && !rows.every(({ queueId }) => queueId === queue.id) && (!isFlagged || queue.clinical))
  const [queueId, setQueueId] = useState(others[0]?.id ?? '')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = async () => {
    if (note.trim().length < 3) return setMissing(true)
    const threads = rows.map(({ id, version }) => ({ id, version }))
    if (await run({ path: '/message-threads/bulk-forward', body: { threads, queueId, note: note.trim() } }, touched)) onDone()
  }
  return (
    <FormPanel title={translate('messages.forward_some', { smart_count: rows.length })} confirm={translate('messages.do.forward')} pending={pending || queueId === ''} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Note icon="clock">{translate('messages.effect.forward')}</Note>
      <SelectField label={translate('messages.to_queue')} value={queueId} autoFocus hint={isFlagged ? translate('messages.clinical_only') : null} onChange={(event) => setQueueId(event.target.value)}>
        {others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </SelectField>
      <WordsField label={translate('messages.note')} hint={translate('messages.note_hint')} value={note} maxLength={1000} refusal={missing ? translate('messages.note_missing') : null} onChange={(event) => setNote(event.target.value)} />
    </FormPanel>
  )
}
