import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PanelProps } from '#client/messages/ActPanel.tsx'
import { ThreadWhom } from '#client/messages/ThreadWhom.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

/** The server takes a note of this many characters or more. */
const SHORTEST = 3
type NotePanelProps = PanelProps & { act: string; name: 'give_back' | 'take_over' | 'wait' | 'reopen' | 'flag'; noteNeeded: boolean }

/** An act with a note that stands in the thread for everybody here: giving back, taking over, waiting, reopening, seeing an emergency. */
export function NotePanel({ thread, act, name, noteNeeded, onClose, onDone }: NotePanelProps) {
  const translate = useTranslate()
  const acts = useThreadActs(thread.row)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const words = note.trim()
  const submit = async () => {
    if ((noteNeeded || words !== '') && words.length < SHORTEST) return setMissing(true)
    if (await acts.act(act, words === '' ? {} : { note: words })) onDone()
  }
  return (
    <FormPanel title={translate(`messages.${name}`)} confirm={translate(`messages.do.${name}`)} pending={acts.pending} fault={acts.fault} onSubmit={() => void submit()} onClose={onClose}>
      <ThreadWhom thread={thread} />
      <Note icon="flag">{translate(name === 'wait' ? thread.rule.waitingPauses ? 'messages.effect.wait' : 'messages.effect.wait_runs' : `messages.effect.${name}`)}</Note>
      <WordsField
        label={translate(noteNeeded ? 'messages.note' : 'messages.note_optional')} hint={translate('messages.note_hint')} value={note} maxLength={1000} autoFocus
        refusal={fieldRefusal(acts.fault, 'note') ?? (missing ? translate('messages.note_missing') : null)} onChange={(event) => setNote(event.target.value)}
      />
    </FormPanel>
  )
}
