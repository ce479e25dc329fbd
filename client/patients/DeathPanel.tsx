import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { deathEvidence, type DeathEvidence } from '#domain/patient-acts.ts'
import { Whom } from '#client/ui/Whom.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

/** Records a death with its kind of evidence; says first what ends with it. */
export function DeathPanel({ patient, onClose }: { patient: PatientOverview; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand()
  const [evidence, setEvidence] = useState<DeathEvidence>('death-certificate')
  const [diedOn, setDiedOn] = useState('')
  const [reason, setReason] = useState('')
  const submit = async () => {
    const body = { evidence, diedOn: diedOn.trim() || null, reason: reason.trim() }
    if (!(await run({ path: `/patients/${patient.id}/mark-deceased`, body, version: patient.version }, ['patients']))) return
    notify('record.death_done', { type: 'success' })
    onClose()
  }
  return (
    <FormPanel
      title={translate('record.death_panel')}
      confirm={translate('record.death_confirm')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Whom patient={patient} />
      <Note icon="flag">{translate('record.death_effect')}</Note>
      <SelectField label={translate('record.death_evidence')} value={evidence} autoFocus onChange={(event) => setEvidence(event.target.value as DeathEvidence)}>
        {deathEvidence.map((one) => (
          <option key={one} value={one}>
            {translate(`record.death_evidences.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field
        label={translate('record.died_on')}
        hint={translate('record.birth_date_hint')}
        inputMode="numeric"
        maxLength={10}
        value={diedOn}
        refusal={fieldRefusal(fault, 'diedOn')}
        onChange={(event) => setDiedOn(event.target.value)}
      />
      <WordsField
        label={translate('ui.reason')}
        hint={translate('ui.reason_hint')}
        value={reason}
        required
        minLength={3}
        maxLength={500}
        refusal={fieldRefusal(fault, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormPanel>
  )
}
