import { asc } from 'drizzle-orm'
import type { PortalHere } from '#domain/patients/next-action.ts'
import { policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import { MINUTE, type Instant } from '#domain/time.ts'
import { findPortals, type StoredPortal } from '#db/portals.ts'
import { hot, type Reader } from '#db/store.ts'

const versionsNow = hot<{ portalId: string; versionNumber: number; addedAt: number }[]>('portal_versions_now', (db, t) =>
  db.select({ portalId: t.portalPolicies.portalId, versionNumber: t.portalPolicies.versionNumber, addedAt: t.portalPolicies.addedAt })
    .from(t.portalPolicies).orderBy(asc(t.portalPolicies.portalId), asc(t.portalPolicies.versionNumber)))

/**
 * Rules as they were read last, by the reader they came from: they are long and change a few times a year. What they
 * say changes at local midnights, so that an answer holds for its minute.
 */
type Remembered = { mark: string; portals: StoredPortal[]; minute: number; byPlace: Map<string | null, PortalHere[]> }
const remembered = new WeakMap<Reader, Remembered>()

/** The portals that serve a state of the United States (`NY`) at an instant, as far as an own account goes. */
export async function portalsHere(db: Reader, at: Instant): Promise<(jurisdiction: string | null) => PortalHere[]> {
  const mark = (await db.hot(versionsNow)).map((row) => `${row.portalId} ${row.versionNumber} ${row.addedAt}`).join()
  const minute = Math.floor(at / MINUTE)
  let known = remembered.get(db)
  if (known?.mark !== mark) known = { mark, portals: await findPortals(db), minute, byPlace: new Map() }
  if (known.minute !== minute) known = { ...known, minute, byPlace: new Map() }
  remembered.set(db, known)
  const { portals, byPlace } = known
  return (jurisdiction) => {
    const here = byPlace.get(jurisdiction) ?? servingAt(portals, jurisdiction, at)
    byPlace.set(jurisdiction, here)
    return here
  }
}

function servingAt(portals: readonly StoredPortal[], jurisdiction: string | null, at: Instant): PortalHere[] {
  return portals.flatMap((portal) => {
    const answer = policyAt(portal.versions.map((version) => version.policy), at)
    if (!answer.inForce || !answer.policy.jurisdictions.includes(`US-${jurisdiction ?? ''}`)) return []
    const state = serviceStateAt(answer.policy, at)
    const { ownAccountFromAge, ownContactFromAge } = answer.policy.enrollment
    return [{ takesNewAccounts: state === 'open' || state === 'no-messages', ownAccountFromAge, ownContactFromAge }]
  })
}
