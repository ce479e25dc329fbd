import { useTranslate } from 'ra-core'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import type { TwoPersonRequest } from '#domain/contracts/two-person.ts'

const looks: Record<TwoPersonRequest['state'], State> = {
  open: 'due',
  approved: 'ok',
  declined: 'blocked',
  withdrawn: 'blocked',
  expired: 'blocked',
  dead: 'blocked',
}

/** Where a request stands. */
export function RequestState({ state }: Pick<TwoPersonRequest, 'state'>) {
  const translate = useTranslate()
  return <StateChip state={looks[state]}>{translate(`approvals.state.${state}`)}</StateChip>
}
