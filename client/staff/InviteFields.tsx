import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ComponentProps } from 'react'
import { RolesField } from '#client/staff/RolesField.tsx'
import { SitesField } from '#client/staff/SitesField.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CommandFault } from '#client/layout/use-command.ts'
import { Field, SelectField, WordsField } from '#client/ui/Field.tsx'
import type { Language } from '#domain/reasons/text.ts'
import type { ClinicianKind, Role } from '#domain/roles.ts'

export type Invitation = {
  userName: string
  name: string
  email: string
  roles: Role[]
  clinicianKind: ClinicianKind | null
  npi: string
  siteIds: string[]
  homeSiteId: string | null
  language: Language
  reason: string
}

type InviteFieldsProps = { invitation: Invitation; onChange: (invitation: Invitation) => void; fault: CommandFault }

/** Who the new colleague is, what they will do, where, and why they are invited. */
export function InviteFields({ invitation, onChange, fault }: InviteFieldsProps) {
  const translate = useTranslate()
  const set = (part: Partial<Invitation>) => onChange({ ...invitation, ...part })
  const text = (name: 'name' | 'userName' | 'email' | 'npi'): Pick<ComponentProps<typeof Field>, 'value' | 'refusal' | 'onChange'> => ({
    value: invitation[name],
    refusal: fieldRefusal(fault, name),
    onChange: (event) => set({ [name]: event.target.value }),
  })
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Field label={translate('staff.full_name')} autoComplete="off" autoFocus required {...text('name')} />
      <Field label={translate('auth.user_name')} autoComplete="off" autoCapitalize="none" required {...text('userName')} />
      <Field label={translate('staff.email')} type="email" autoComplete="off" required hint={translate('staff.email_hint')} {...text('email')} />
      <RolesField choice={invitation} onChange={set} refusal={fieldRefusal(fault, 'roles')} />
      {invitation.roles.includes('clinician') ? (
        <Field label="NPI" inputMode="numeric" autoComplete="off" hint={translate('staff.npi_hint')} {...text('npi')} />
      ) : null}
      <SitesField choice={invitation} onChange={set} refusal={fieldRefusal(fault, 'siteIds')} />
      <SelectField
        label={translate('account.language')}
        value={invitation.language}
        onChange={(event) => set({ language: event.target.value as Language })}
      >
        <option value="en">English</option>
        <option value="es">Español</option>
      </SelectField>
      <WordsField
        label={translate('ui.reason')}
        hint={translate('ui.reason_hint')}
        required
        minLength={3}
        maxLength={500}
        value={invitation.reason}
        refusal={fieldRefusal(fault, 'reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
    </Box>
  )
}
