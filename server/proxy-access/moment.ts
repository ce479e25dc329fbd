import type { Moment } from '#domain/access/legal.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import type { StoredPortal } from '#db/portals.ts'

/** A portal's rules at an instant with its local day; null: no such portal, or none in force yet. */
export function rulesAt(portals: readonly StoredPortal[], portalId: string, at: Instant): { portal: StoredPortal; policy: PortalPolicy; moment: Moment } | null {
  const portal = portals.find((one) => one.id === portalId)
  const answer = portal ? policyAt(portal.versions.map(({ policy }) => policy), at) : null
  if (!portal || !answer?.inForce) return null
  const { policy } = answer
  return { portal, policy, moment: { at, on: localDateOf(at, policy.timeZone), zone: policy.timeZone } }
}

/** The age at which childhood ends on a portal, by its newest rules; 18 where it has none. */
export function majorityOf(portal: StoredPortal | undefined): number {
  return portal?.versions.at(-1)?.policy.proxyAccess.parentalGrantsEndAtAge ?? 18
}
