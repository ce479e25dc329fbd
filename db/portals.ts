import { asc, eq } from 'drizzle-orm'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import { portalPolicySchema, type Portal, type PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Who added the versions that come with the program. */
const SHIPPED = 'shipped'

/** Writes the five portals as their documents publish them. A portal or version that is there already stays as it is. */
export async function writeShippedPortals(w: Writer, at: Instant): Promise<void> {
  const { portals, portalPolicies } = w.t
  for (const [position, portal] of shippedPortals.entries()) {
    await w.insert(portals).values({ id: portal.id, name: portal.name, timeZone: zoneOf(portal), position }).onConflictDoNothing()
    await w.insert(portalPolicies).values(portal.versions.map((policy) => ({
      portalId: portal.id, versionNumber: policy.versionNumber, effectiveFromOn: policy.effectiveFromOn,
      policy: JSON.stringify(policy), addedAt: at, addedBy: SHIPPED,
    }))).onConflictDoNothing()
  }
}

/** One version with the record of its adding. */
export type StoredVersion = { policy: PortalPolicy; addedAt: Instant; addedBy: string }
/** A portal with every version of its rules, oldest first. */
export type StoredPortal = { id: string; name: string; timeZone: string; versions: StoredVersion[] }

/** Every portal, or the one with this id, in the order of screens. Throws when a stored policy no longer has its form. */
export async function findPortals(db: Reader, id?: string): Promise<StoredPortal[]> {
  const { portals, portalPolicies } = db.t
  const rows = await db.select().from(portals).where(id === undefined ? undefined : eq(portals.id, id)).orderBy(asc(portals.position))
  const versions = await db.select().from(portalPolicies).where(id === undefined ? undefined : eq(portalPolicies.portalId, id))
    .orderBy(asc(portalPolicies.versionNumber))
  return rows.map(({ position: _position, ...portal }) => ({
    ...portal,
    versions: versions.filter((one) => one.portalId === portal.id).map((one) => ({
      policy: portalPolicySchema.parse(JSON.parse(one.policy)), addedAt: one.addedAt, addedBy: one.addedBy,
    })),
  }))
}

function zoneOf(portal: Portal): string {
  const latest = portal.versions.at(-1)
  if (!latest) throw new Error(`${portal.id} has no rules`)
  return latest.timeZone
}
