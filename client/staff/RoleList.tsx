import { useTranslate } from 'ra-core'
import type { StaffLine } from '#domain/contracts/staff.ts'

/** Roles in words; a clinician's kind stands behind the role. */
export function RoleList({ roles, kind }: { roles: StaffLine['roles']; kind: StaffLine['clinicianKind'] }) {
  const translate = useTranslate()
  const words = roles.map((role) => {
    const name = translate(`roles.${role}`)
    return role === 'clinician' && kind ? `${name} (${translate(`staff.kind.${kind}`)})` : name
  })
  return <>{words.join(', ')}</>
}
