import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { PanelProps } from '#client/messages/ActPanel.tsx'
import { ThreadWhom } from '#client/messages/ThreadWhom.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'

/** Gives a thread to a colleague of its queue, with a note; theirs until they give it back. */
export function ReassignPanel({ thread, queues, onClose, onDone }: PanelProps & { queues: readonly QueueLine[] }) {
  const translate = useTranslate()
  const { row } = thread
  const acts = useThreadActs(row)
  const people = (queues.find(({ id }) => id === row.queueId)?.members ?? []).filter(({ id }) => id !== row.assignee?.id)
  const [to, setTo] = useState(people[0]?.id ?? '')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = async () => {
    if (note.trim().length < 3) return setMissing(true)
    if (await acts.act('reassign', { to, note: note.trim() })) onDone()
  }
  return (
    <FormPanel title={translate('messages.reassign')} confirm={translate('messages.do.reassign')} pending={acts.pending || to === ''} fault={acts.fault} onSubmit={() => void submit()} onClose={onClose}>
      <ThreadWhom thread={thread} />
      <SelectField label={translate('messages.to_whom')} value={to} autoFocus hint={people.length === 0 ? translate('messages.nobody_else') : null} onChange={(event) => setTo(event.target.value)}>
        {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </SelectField>
      <WordsField
        label={translate('messages.note')} hint={translate('messages.note_hint')} value={note} maxLength={1000}
        refusal={fieldRefusal(acts.fault, 'note') ?? (missing ? translate('messages.note_missing') : null)} onChange={(event) => setNote(event.target.value)}
      />
    </FormPanel>
  )
}
