import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Colleagues } from '#domain/contracts/result-care.ts'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { actCommand, touched } from '#client/results/acts.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type DeclinePanelProps = { result: ResultAnswer; onDone: () => void; onClose: () => void }

/** "Not mine": with a reason it goes to a colleague, or to the list of results that nobody looks after. */
export function DeclinePanel({ result, onDone, onClose }: DeclinePanelProps) {
  const translate = useTranslate()
  const [toStaffId, setTo] = useState('')
  const [reason, setReason] = useState('')
  const { data } = useRead<Colleagues>('staff', { path: `/results/${encodeURIComponent(result.id)}/colleagues` })
  const { run, fault, pending } = useCommand()
  const submit = async () => {
    if (await run(actCommand(result, 'decline', { reason: reason.trim(), toStaffId: toStaffId === '' ? null : toStaffId }), touched)) onDone()
  }
  return (
    <FormPanel title={translate('results.decline_title')} confirm={translate(toStaffId === '' ? 'results.decline_do' : 'results.decline_to_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box sx={{ typography: 'lead' }}>{result.patientName}, {result.name}</Box>
      <SelectField label={translate('results.decline_to')} value={toStaffId} onChange={(event) => setTo(event.target.value)}>
        <option value="">{translate('results.decline_nobody')}</option>
        {(data?.rows ?? []).map(({ id, name, isNear }) => <option key={id} value={id}>{isNear ? translate('results.knows_patient', { name }) : name}</option>)}
      </SelectField>
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} />
      <Note icon="flag">{translate(toStaffId === '' ? 'results.decline_effect' : 'results.decline_to_effect')}</Note>
    </FormPanel>
  )
}
