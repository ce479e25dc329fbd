import { policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant } from '#domain/time.ts'
import { findPortals, type StoredPortal } from '#db/portals.ts'
import type { Reader } from '#db/store.ts'

/** A portal with the rules in force at an instant. */
export type PortalNow = { id: string; name: string; policy: PortalPolicy; takesAccounts: boolean }

/** The portal with its rules at this instant; null: there is none, or none are in force. */
export async function portalNow(db: Reader, portalId: string, at: Instant): Promise<PortalNow | null> {
  const [portal] = await findPortals(db, portalId)
  return portal ? shapeOf(portal, at) : null
}

/** Every portal whose rules are in force, in the order of screens. */
export async function portalsNow(db: Reader, at: Instant): Promise<PortalNow[]> {
  return (await findPortals(db)).flatMap((portal) => shapeOf(portal, at) ?? [])
}

/** Whether it serves a state of the United States such as `NY`. */
export function servesState(portal: PortalNow, jurisdiction: string | null): boolean {
  return portal.policy.jurisdictions.includes(`US-${jurisdiction ?? ''}`)
}

function shapeOf(portal: StoredPortal, at: Instant): PortalNow | null {
  const answer = policyAt(portal.versions.map((version) => version.policy), at)
  if (!answer.inForce) return null
  const state = serviceStateAt(answer.policy, at)
  return { id: portal.id, name: portal.name, policy: answer.policy, takesAccounts: state === 'open' || state === 'no-messages' }
}
