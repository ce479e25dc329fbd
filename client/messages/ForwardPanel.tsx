import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { PanelProps } from '#client/messages/ActPanel.tsx'
import { ThreadWhom } from '#client/messages/ThreadWhom.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

/** Puts a thread into another queue, with a note; its clock goes on. Emergency wording goes to clinicians only. */
export function ForwardPanel({ thread, queues, onClose, onDone }: PanelProps & { queues: readonly QueueLine[] }) {
  const translate = useTranslate()
  const { row } = thread
  const acts = useThreadActs(row)
  const others = queues.filter((queue) => queue.id !== row.queueId && !queue.retired && (!row.flagged || queue.clinical))
  const emergency = queues.find(({ id }) => id === row.queueId)?.emergencyQueueId
  const [queueId, setQueueId] = useState(others.find(({ id }) => row.flagged && id === emergency)?.id ?? others[0]?.id ?? '')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = async () => {
    if (note.trim().length < 3) return setMissing(true)
    if (await acts.act('forward', { queueId, note: note.trim() })) onDone()
  }
  return (
    <FormPanel title={translate('messages.forward')} confirm={translate('messages.do.forward')} pending={acts.pending || queueId === ''} fault={acts.fault} onSubmit={() => void submit()} onClose={onClose}>
      <ThreadWhom thread={thread} />
      <Note icon="clock">{translate('messages.effect.forward')}</Note>
      <SelectField label={translate('messages.to_queue')} value={queueId} autoFocus hint={row.flagged ? translate('messages.clinical_only') : null} onChange={(event) => setQueueId(event.target.value)}>
        {others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </SelectField>
      <WordsField
        label={translate('messages.note')} hint={translate('messages.note_hint')} value={note} maxLength={1000}
        refusal={fieldRefusal(acts.fault, 'note') ?? (missing ? translate('messages.note_missing') : null)} onChange={(event) => setNote(event.target.value)}
      />
    </FormPanel>
  )
}
