import { policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import type { Instant, TimeZone } from '#domain/time.ts'
import type { OpenPortal } from '#domain/today.ts'
import { findPortals } from '#db/portals.ts'
import type { Reader } from '#db/store.ts'

/** What the portal asks that takes new accounts in a state at an instant, and its clock; of several the one for the youngest; null: none. */
export async function openPortalOf(db: Reader, jurisdiction: string, at: Instant): Promise<OpenPortal & { timeZone: TimeZone } | null> {
  const open = (await findPortals(db)).flatMap(({ versions }) => {
    const answer = policyAt(versions.map((version) => version.policy), at)
    if (!answer.inForce || !answer.policy.jurisdictions.includes(`US-${jurisdiction}`)) return []
    if (!['open', 'no-messages'].includes(serviceStateAt(answer.policy, at))) return []
    const { enrollment: { ownAccountFromAge, ownContactFromAge }, timeZone } = answer.policy
    return [{ ownAccountFromAge, ownContactFromAge, timeZone }]
  })
  return open.toSorted((a, b) => a.ownAccountFromAge - b.ownAccountFromAge)[0] ?? null
}
