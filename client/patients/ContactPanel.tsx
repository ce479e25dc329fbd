import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { contactUses, identityEvidence } from '#domain/contracts/patient-acts.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { Whom } from '#client/ui/Whom.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type Contact = PatientOverview['contacts'][number]
type ContactPanelProps = { patient: PatientOverview; contact: Contact | null; onClose: () => void }

/** Puts a contact on file, or another in its place; asks for a second factor, and tells old and new address. */
export function ContactPanel({ patient, contact, onClose }: ContactPanelProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand<{ told: number }>()
  const [kind, setKind] = useState<Contact['kind']>(contact?.kind ?? 'email')
  const [value, setValue] = useState('')
  const [use, setUse] = useState<string>('mobile')
  const [evidence, setEvidence] = useState<(typeof identityEvidence)[number]>('photo-id')
  const [present, setPresent] = useState(false)
  const [reason, setReason] = useState('')
  const submit = async () => {
    const body = {
      kind, contactId: contact?.id ?? null, value: value.trim() || null, use: kind === 'phone' && value.trim() ? use : null, evidence,
      patientIsPresent: present, reason: reason.trim(),
    }
    const answer = await run({ path: `/patients/${patient.id}/change-contact`, body, version: patient.version }, ['patients'])
    if (!answer) return
    notify('record.contact_changed', { type: 'success', messageArgs: { smart_count: answer.data.told } })
    onClose()
  }
  return (
    <FormPanel
      title={translate(contact ? 'record.contact_panel' : 'record.contact_add_panel')}
      confirm={translate('record.contact_confirm')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Whom patient={patient} />
      {contact ? <p>{translate('record.contact_instead', { masked: contact.masked })}</p> : (
        <Choice
          label={translate('record.contact_kind')}
          value={kind}
          onChange={setKind}
          options={[{ value: 'email', text: translate('record.email') }, { value: 'phone', text: translate('record.phone') }]}
        />
      )}
      <Field
        label={translate(`record.contact_value_${kind}`)}
        hint={contact ? translate('record.contact_remove') : undefined}
        type={kind === 'phone' ? 'tel' : 'text'}
        inputMode={kind === 'phone' ? 'tel' : 'email'}
        autoComplete="off"
        maxLength={254}
        required={contact === null}
        autoFocus
        value={value}
        refusal={fieldRefusal(fault, 'value')}
        onChange={(event) => setValue(event.target.value)}
      />
      {kind === 'phone' ? (
        <SelectField label={translate('record.phone_use')} value={use} onChange={(event) => setUse(event.target.value)}>
          {contactUses.map((one) => (
            <option key={one} value={one}>
              {translate(`patients.use.${one}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField label={translate('record.evidence')} value={evidence} onChange={(event) => setEvidence(event.target.value as typeof evidence)}>
        {identityEvidence.map((one) => (
          <option key={one} value={one}>
            {translate(`record.evidences.${one}`)}
          </option>
        ))}
      </SelectField>
      <CheckList
        label={patient.name}
        options={[{ value: 'here', text: translate('record.present') }]}
        chosen={present ? ['here'] : []}
        onChange={(chosen) => setPresent(chosen.length > 0)}
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
      <Note icon="flag">{translate('record.contact_told')}</Note>
    </FormPanel>
  )
}
