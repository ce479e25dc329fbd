import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { MissingLabs } from '#domain/contracts/result-care.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { WordsField } from '#client/ui/Field.tsx'

type CloseLabPanelProps = { row: MissingLabs['rows'][number]; onDone: () => void; onClose: () => void }
const outcomes = ['found-elsewhere', 'drawn-again', 'not-needed'] as const

/** What became of laboratory work that did not come. */
export function CloseLabPanel({ row, onDone, onClose }: CloseLabPanelProps) {
  const translate = useTranslate()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('found-elsewhere')
  const [reason, setReason] = useState('')
  const { run, fault, pending } = useCommand()
  const submit = async () => {
    if (await run({ path: `/missing-labs/${encodeURIComponent(row.id)}/close`, body: { outcome, reason: reason.trim() }, version: row.version }, ['missing-labs'])) onDone()
  }
  return (
    <FormPanel title={translate('results.case_close_title')} confirm={translate('results.case_close')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Box sx={{ typography: 'lead' }}>{row.patientName}, {row.name}</Box>
      <Choice label={translate('results.outcome_label')} value={outcome} options={outcomes.map((value) => ({ value, text: translate(`results.outcome.${value}`) }))} onChange={setOutcome} />
      <WordsField label={translate('ui.reason')} hint={translate('ui.reason_hint')} value={reason} required minLength={3} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} />
    </FormPanel>
  )
}
