import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'

export type OwnSite = { id: string; name: string; timeZone: string; jurisdiction: string }

/** The open sites whose worklists are a person's, the one that opens first at the front. Whoever is at no site works at all. */
export async function ownSites(db: Reader, staffId: string): Promise<OwnSite[]> {
  const { sites, staffSites } = db.t
  const { id, name, timeZone, jurisdiction } = sites
  const own = await db.select({ id, name, timeZone, jurisdiction }).from(sites).innerJoin(staffSites, eq(staffSites.siteId, sites.id))
    .where(and(eq(staffSites.staffId, staffId), isNull(sites.retiredAt))).orderBy(desc(staffSites.home), asc(sites.name))
  if (own.length > 0) return own
  return db.select({ id, name, timeZone, jurisdiction }).from(sites).where(isNull(sites.retiredAt)).orderBy(asc(sites.name))
}
