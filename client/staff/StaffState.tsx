import { useTranslate } from 'ra-core'
import { StateChip } from '#client/ui/StateChip.tsx'
import type { StaffLine } from '#domain/contracts/staff.ts'

const looks = { active: 'ok', invited: 'due', disabled: 'blocked' } as const

/** Whether the person can sign in. */
export function StaffState({ status }: Pick<StaffLine, 'status'>) {
  const translate = useTranslate()
  return <StateChip state={looks[status]}>{translate(`staff.status.${status}`)}</StateChip>
}
