import type { PortalPolicy, RuleGroup } from '#domain/portals/policy.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'

/** What one parameter is on each portal. `read` picks what the case speaks of out of the parameter. */
export type ParameterCase = {
  says: string
  read: (value: unknown) => unknown
  on: Record<ShippedPortalId, unknown>
}

/** Cases for every parameter of a rule group: one that is missing does not compile. */
export type GroupCases<G extends RuleGroup> = Record<Exclude<keyof PortalPolicy[G], 'notes'>, ParameterCase>

const asItIs = (value: unknown) => value

/** The same value on every portal. */
export function everywhere(says: string, value: unknown, read: (value: never) => unknown = asItIs): ParameterCase {
  return onEach(says, [value, value, value, value, value], read)
}

/** One value per portal: MyChart, NextGen, CareMount, MyPortal, FollowMyHealth. */
export function onEach(
  says: string,
  [myChart, nextGen, careMount, myPortal, followMyHealth]: [unknown, unknown, unknown, unknown, unknown],
  read: (value: never) => unknown = asItIs,
): ParameterCase {
  const on: Record<ShippedPortalId, unknown> = {
    'mychart-ny-nj': myChart,
    'nextgen-legacy': nextGen,
    caremount: careMount,
    'myportal-ca': myPortal,
    followmyhealth: followMyHealth,
  }
  return { says, read: read as (value: unknown) => unknown, on }
}
