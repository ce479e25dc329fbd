import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { CheckList } from '#client/ui/CheckList.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import { clinicianKinds, roles, type ClinicianKind, type Role } from '#domain/roles.ts'

export type RoleChoice = { roles: Role[]; clinicianKind: ClinicianKind | null }

type RolesFieldProps = { choice: RoleChoice; onChange: (choice: RoleChoice) => void; refusal?: string | null }

/** Which roles, and of which kind a clinician is. */
export function RolesField({ choice, onChange, refusal }: RolesFieldProps) {
  const translate = useTranslate()
  const isClinician = choice.roles.includes('clinician')
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <CheckList
        label={translate('staff.roles')}
        options={roles.map((role) => ({ value: role, text: translate(`roles.${role}`) }))}
        chosen={choice.roles}
        refusal={refusal}
        onChange={(chosen) =>
          onChange({
            roles: roles.filter((role) => chosen.includes(role)),
            clinicianKind: chosen.includes('clinician') ? (choice.clinicianKind ?? 'prescriber') : null,
          })
        }
      />
      {isClinician ? (
        <SelectField
          label={translate('staff.kind_label')}
          value={choice.clinicianKind ?? 'prescriber'}
          onChange={(event) => onChange({ ...choice, clinicianKind: event.target.value as ClinicianKind })}
        >
          {clinicianKinds.map((kind) => (
            <option key={kind} value={kind}>
              {translate(`staff.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
    </Box>
  )
}
