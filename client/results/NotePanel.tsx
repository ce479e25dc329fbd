import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { actCommand, touched } from '#client/results/acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'

type NotePanelProps = { kind: 'called' | 'counselled'; result: ResultAnswer; onDone: () => void; onClose: () => void }

/** Notes that the patient was called about it, or was told beforehand what it may say. */
export function NotePanel({ kind, result, onDone, onClose }: NotePanelProps) {
  const translate = useTranslate()
  const [note, setNote] = useState('')
  const { run, fault, pending } = useCommand()
  const submit = async () => {
    if (await run(actCommand(result, 'note', { kind, note: note.trim() }), touched)) onDone()
  }
  return (
    <FormPanel title={translate(kind === 'called' ? 'results.called_title' : 'results.counselled_title')} confirm={translate(kind === 'called' ? 'results.called_do' : 'results.counselled_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box sx={{ typography: 'lead' }}>{result.patientName}, {result.name}</Box>
      <WordsField label={translate('results.note_words')} value={note} maxLength={300} autoFocus onChange={(event) => setNote(event.target.value)} />
    </FormPanel>
  )
}
