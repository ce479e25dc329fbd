import { useTranslate } from 'ra-core'
import type { ComponentProps } from 'react'
import type { SetUp } from '#client/auth/joining.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { PasswordField } from '#client/ui/PasswordField.tsx'
import { usZones } from '#client/ui/us-zones.ts'

type SetUpFieldsProps = { typed: SetUp; onChange: (typed: SetUp) => void; errors: Record<string, string> }

/** What the first run asks: the secret, the practice, and its first administrator. */
export function SetUpFields({ typed, onChange, errors }: SetUpFieldsProps) {
  const translate = useTranslate()
  const field = (name: keyof SetUp): Pick<ComponentProps<typeof Field>, 'value' | 'required' | 'refusal' | 'onChange'> => ({
    value: typed[name],
    required: true,
    refusal: errors[name] ?? null,
    onChange: (event) => onChange({ ...typed, [name]: event.target.value }),
  })
  return (
    <>
      <Field label={translate('join.secret')} hint={translate('join.secret_hint')} autoComplete="off" autoFocus {...field('secret')} />
      <Field label={translate('join.practice')} autoComplete="organization" {...field('practiceName')} />
      <SelectField
        label={translate('sites.zone')}
        value={typed.timeZone}
        onChange={(event) => onChange({ ...typed, timeZone: event.target.value })}
      >
        {usZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <Field label={translate('staff.full_name')} autoComplete="name" {...field('name')} />
      <Field label={translate('auth.user_name')} autoComplete="username" autoCapitalize="none" {...field('userName')} />
      <Field label={translate('staff.email')} type="email" autoComplete="email" {...field('email')} />
      <PasswordField label={translate('auth.password')} hint={translate('account.password_hint')} autoComplete="new-password" {...field('password')} />
    </>
  )
}
