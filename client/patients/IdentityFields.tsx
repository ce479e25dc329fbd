import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { birthSexes } from '#domain/contracts/patient-acts.ts'
import type { IdentityField, IdentityForm } from '#client/patients/identity-form.ts'
import { useOpenSites } from '#client/layout/use-sites.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CommandFault } from '#client/layout/use-command.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'

type IdentityFieldsProps = { form: IdentityForm; fault: CommandFault; onChange: (form: IdentityForm) => void }

/** Names by use, birth date, sex and gender apart, pronouns as given, language and interpreter, site. */
export function IdentityFields({ form, fault, onChange }: IdentityFieldsProps) {
  const translate = useTranslate()
  const sites = useOpenSites()
  const text = (field: Exclude<IdentityField, 'interpreterNeeded'>) => ({
    value: form[field],
    refusal: fieldRefusal(fault, field),
    onChange: (event: { target: { value: string } }) => onChange({ ...form, [field]: event.target.value }),
  })
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <Field label={translate('record.legal_given')} maxLength={200} autoFocus {...text('legalGiven')} />
      <Field label={translate('record.legal_family')} maxLength={200} {...text('legalFamily')} />
      <Field label={translate('record.used_given')} hint={translate('record.used_hint')} maxLength={200} {...text('usedGiven')} />
      <Field label={translate('record.used_family')} maxLength={200} {...text('usedFamily')} />
      <Field label={translate('record.birth_date')} hint={translate('record.birth_date_hint')} inputMode="numeric" maxLength={10} required {...text('birthDate')} />
      <SelectField label={translate('record.site')} required {...text('siteId')}>
        <option value="">–</option>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={translate('record.sex')} {...text('sexAtBirth')}>
        <option value="">{translate('record.not_said')}</option>
        {birthSexes.map((sex) => (
          <option key={sex} value={sex}>
            {translate(`record.sexes.${sex}`)}
          </option>
        ))}
      </SelectField>
      <Field label={translate('record.gender')} maxLength={60} {...text('gender')} />
      <Field label={translate('record.pronouns')} maxLength={60} {...text('pronouns')} />
      <Field label={translate('record.language')} hint={translate('record.language_hint')} maxLength={35} {...text('language')} />
      <CheckList
        label={translate('record.interpreter')}
        options={[{ value: 'needed', text: translate('record.interpreter_needed') }]}
        chosen={form.interpreterNeeded ? ['needed'] : []}
        onChange={(chosen) => onChange({ ...form, interpreterNeeded: chosen.length > 0 })}
      />
    </Box>
  )
}
