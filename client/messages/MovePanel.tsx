import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PatientRow } from '#domain/contracts/patients.ts'
import type { PanelProps } from '#client/messages/ActPanel.tsx'
import { ThreadWhom } from '#client/messages/ThreadWhom.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { usePatientSearch } from '#client/layout/use-patient-search.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Field, WordsField } from '#client/ui/Field.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Note } from '#client/ui/Note.tsx'

const SHOWN = 6

/** The thread is about somebody else: it goes to that chart, whole, with a reason in the log. */
export function MovePanel({ thread, onClose, onDone }: PanelProps) {
  const translate = useTranslate()
  const acts = useThreadActs(thread.row)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<PatientRow | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<'patient' | 'reason' | null>(null)
  const found = usePatientSearch(typed, chosen === null, SHOWN)
  const submit = async () => {
    if (!chosen) return setMissing('patient')
    if (reason.trim().length < 3) return setMissing('reason')
    if (await acts.act('move', { patientId: chosen.id, reason: reason.trim() })) onDone()
  }
  return (
    <FormPanel title={translate('messages.move')} confirm={translate('messages.do.move')} pending={acts.pending} fault={acts.fault} onSubmit={() => void submit()} onClose={onClose}>
      <ThreadWhom thread={thread} />
      <Note icon="people">{translate('messages.effect.move')}</Note>
      {chosen ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <Box><strong>{chosen.name}</strong> <Identity birthDate={chosen.birthDate} age={chosen.age} mrnTail={chosen.mrnTail} /></Box>
          <Button size="small" onClick={() => setChosen(null)}>{translate('messages.choose_other')}</Button>
        </Box>
      ) : (
        <>
          <Field label={translate('messages.really_about')} hint={translate('messages.find_hint')} value={typed} autoFocus autoComplete="off" spellCheck={false} refusal={missing === 'patient' ? translate('messages.patient_missing') : null} onChange={(event) => setTyped(event.target.value)} />
          {found.error ? <Failure error={found.error} onRetry={found.again} /> : null}
          <Box component="ul" aria-label={translate('messages.people_found')} sx={{ display: 'grid', gap: 0.5, maxHeight: 240, overflowY: 'auto' }}>
            {found.rows.filter(({ id }) => id !== thread.row.patient?.id).map((person) => (
              <li key={person.id}>
                <Button fullWidth onClick={() => setChosen(person)} sx={{ justifyContent: 'flex-start', whiteSpace: 'normal', textAlign: 'start', flexWrap: 'wrap' }}>
                  <strong>{person.name}</strong> <Identity birthDate={person.birthDate} age={person.age} mrnTail={person.mrnTail} />
                </Button>
              </li>
            ))}
          </Box>
          <Box role="status" sx={{ typography: 'table', color: 'ink2' }}>{found.settled && found.rows.length === 0 ? translate('messages.nobody_found') : ''}</Box>
        </>
      )}
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} maxLength={500} refusal={fieldRefusal(acts.fault, 'reason') ?? (missing === 'reason' ? translate('ui.restricted.words_missing') : null)} onChange={(event) => setReason(event.target.value)} />
    </FormPanel>
  )
}
