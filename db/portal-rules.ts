import { asc, sql } from 'drizzle-orm'
import { findPortals, type StoredPortal } from '#db/portals.ts'
import { hot, type Reader } from '#db/store.ts'

type Known = { portalId: string; versionNumber: number; addedAt: number; length: number }

const versionsKnown = hot<Known[]>('portal_rules_known', (db, t) => {
  const { portalId, versionNumber, addedAt, policy } = t.portalPolicies
  return db.select({ portalId, versionNumber, addedAt, length: sql<number>`length(${policy})`.mapWith(Number) })
    .from(t.portalPolicies).orderBy(asc(portalId), asc(versionNumber))
})

/** Of one schema: readers and transactions of a practice share it. What was added, when and how long it is tells practices apart. */
const remembered = new WeakMap<Reader['t'], { mark: string; portals: StoredPortal[] }>()

/** Every portal with all its rules. They are long and change a few times a year: read again only when a version was added. */
export async function portalRules(db: Reader): Promise<StoredPortal[]> {
  const mark = JSON.stringify(await db.hot(versionsKnown))
  const known = remembered.get(db.t)
  if (known?.mark === mark) return known.portals
  const portals = await findPortals(db)
  remembered.set(db.t, { mark, portals })
  return portals
}
