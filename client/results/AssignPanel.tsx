import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Colleagues, UnownedResults } from '#domain/contracts/result-care.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Born } from '#client/ui/Born.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type AssignPanelProps = { row: UnownedResults['rows'][number]; onDone: () => void; onClose: () => void }

/** Gives a result to a clinician, those who know the patient first. */
export function AssignPanel({ row, onDone, onClose }: AssignPanelProps) {
  const translate = useTranslate()
  const { data } = useRead<Colleagues>('staff', { path: `/results/${encodeURIComponent(row.id)}/assignable` })
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const { run, fault, pending } = useCommand()
  const toStaffId = chosen || data?.rows[0]?.id || ''
  const submit = async () => {
    if (toStaffId === '') return
    if (await run({ path: `/results/${encodeURIComponent(row.id)}/assign`, body: { toStaffId, reason: reason.trim() }, version: row.version }, ['results'])) onDone()
  }
  return (
    <FormPanel title={translate('results.assign_title')} confirm={translate('results.assign_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box><Box sx={{ typography: 'lead' }}>{row.patientName}</Box><Born birthDate={row.birthDate} age={row.age} /></Box>
      <SelectField label={translate('results.decline_to')} value={toStaffId} required autoFocus onChange={(event) => setChosen(event.target.value)}>
        {(data?.rows ?? []).map(({ id, name, isNear }) => <option key={id} value={id}>{isNear ? translate('results.knows_patient', { name }) : name}</option>)}
      </SelectField>
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <Note icon="flag">{translate('results.decline_to_effect')}</Note>
    </FormPanel>
  )
}
