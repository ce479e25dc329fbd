import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { contactUses, type LookAlikeRow } from '#domain/contracts/patient-acts.ts'
import { bodyOf, emptyIdentity } from '#client/patients/identity-form.ts'
import { IdentityFields } from '#client/patients/IdentityFields.tsx'
import { LookAlikes } from '#client/patients/LookAlikes.tsx'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay, useSessionState } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Refused } from '#client/ui/refused.ts'
import { useKeys } from '#client/ui/keys.ts'

const CREATE = 'patient.create'

/** A new patient; a role that creates nobody is told who does. */
export default function CreatePatientPage() {
  const translate = useTranslate()
  const may = useMay(CREATE) !== '-'
  return (
    <Page name="record.create" title={translate('record.create')} under={translate('record.create_under')}>
      {may ? <CreateForm /> : <NotYourRole action={CREATE} />}
    </Page>
  )
}

function CreateForm() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const { session } = useSessionState()
  const { run, fault, pending, clear } = useCommand<{ id: string }>()
  const [identity, setIdentity] = useState({ ...emptyIdentity, siteId: session?.staff.siteId ?? '' })
  const [contact, setContact] = useState({ phone: '', phoneUse: 'mobile', email: '', mrn: '' })
  const [reason, setReason] = useState('')
  const submit = async (override?: string) => {
    const { phone, phoneUse, email, mrn } = contact
    const body = {
      ...bodyOf(identity), phone: phone.trim() || null, phoneUse: phone.trim() ? phoneUse : null, email: email.trim() || null, mrn: mrn.trim() || null,
      reason: reason.trim(), ...(override === undefined ? {} : { override: { reason: override } }),
    }
    const answer = await run({ path: '/patients', body }, ['patients'])
    if (!answer) return
    notify('record.created', { type: 'success' })
    void navigate(`/patients/${answer.data.id}`)
  }
  const alike = fault instanceof Refused && fault.problem.code === 'LOOKS_LIKE_SOMEBODY' ? fault.problem : null
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'keys.send', run: () => void (!alike && submit()) }])
  if (alike) {
    const { candidates } = alike.current as { candidates: LookAlikeRow[] }
    const name = `${identity.usedGiven || identity.legalGiven} ${identity.usedFamily || identity.legalFamily}`
    return (
      <LookAlikes
        typed={{ name, birthDate: identity.birthDate, phone: contact.phone, email: contact.email }}
        candidates={candidates}
        say={alike.say ?? null}
        pending={pending}
        onOverride={(words) => void submit(words)}
        onBack={clear}
      />
    )
  }
  const text = (field: keyof typeof contact) => ({
    value: contact[field],
    refusal: fieldRefusal(fault, field),
    onChange: (event: { target: { value: string } }) => setContact({ ...contact, [field]: event.target.value }),
  })
  const isOnFields = fault instanceof Refused && fault.problem.errors !== undefined
  return (
    <Box
      component="form"
      aria-label={translate('record.create')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
      sx={{ display: 'grid', gap: 2, maxWidth: 820 }}
    >
      <Card title={translate('record.who')}>
        <IdentityFields form={identity} fault={fault} onChange={setIdentity} />
      </Card>
      <Card title={translate('record.contact_title')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
          <Field label={translate('record.phone')} type="tel" maxLength={40} {...text('phone')} />
          <SelectField label={translate('record.phone_use')} {...text('phoneUse')}>
            {contactUses.map((use) => (
              <option key={use} value={use}>
                {translate(`patients.use.${use}`)}
              </option>
            ))}
          </SelectField>
          <Field label={translate('record.email')} inputMode="email" maxLength={254} {...text('email')} />
          <Field label={translate('record.mrn')} maxLength={60} {...text('mrn')} />
        </Box>
      </Card>
      <Card>
        <WordsField
          label={translate('record.reason')}
          hint={translate('ui.reason_hint')}
          value={reason}
          required
          minLength={3}
          maxLength={500}
          refusal={fieldRefusal(fault, 'reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </Card>
      {isOnFields ? null : <CommandFault fault={fault} onRetry={() => void submit()} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'canvas', borderTop: '1px solid', borderColor: 'line' }}>
        <Button type="submit" variant="contained" disabled={pending}>
          {translate('record.create_now')} <KeyCap keys="ctrl+enter" />
        </Button>
        <Button onClick={() => void navigate('/patients')}>{translate('ui.leave_it')}</Button>
      </Box>
    </Box>
  )
}
