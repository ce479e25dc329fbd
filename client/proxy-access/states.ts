import { openGrantStates } from '#domain/access/grant-states.ts'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import type { IconName } from '#client/ui/icon-paths.ts'
import type { State } from '#client/ui/StateChip.tsx'

type GrantState = GrantLine['state']

/** The look of each state of a grant, where it stands as a line under a name. */
export const looksOfStates: Record<GrantState, { icon: IconName; color: string; chip: State }> = {
  requested: { icon: 'due', color: 'due', chip: 'due' },
  held: { icon: 'blocked', color: 'blocked', chip: 'blocked' },
  pending: { icon: 'due', color: 'due', chip: 'due' },
  active: { icon: 'ok', color: 'ok', chip: 'ok' },
  suspended: { icon: 'held', color: 'held', chip: 'held' },
  ended: { icon: 'cross', color: 'ink2', chip: 'none' },
  denied: { icon: 'cross', color: 'ink2', chip: 'none' },
}

/** Whether there is still something that can be ended. */
export function isOpen({ state }: Pick<GrantLine, 'state'>): boolean {
  return openGrantStates.includes(state)
}

/** Access that stands before access that is over; else as it was. */
export function openFirst(grants: readonly GrantLine[]): GrantLine[] {
  return grants.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
}
