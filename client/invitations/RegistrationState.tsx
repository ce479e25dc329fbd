import { useTranslate } from 'ra-core'
import type { RegistrationRow } from '#domain/contracts/invitations.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<RegistrationRow['state'], State> = { open: 'due', matched: 'due', verified: 'ok', invited: 'ok', closed: 'blocked' }

/** Where a registration case is, in one look everywhere. */
export function RegistrationState({ state }: Pick<RegistrationRow, 'state'>) {
  const translate = useTranslate()
  return <StateChip state={looks[state]}>{translate(`registrations.state.${state}`)}</StateChip>
}
