import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { changeSitesBody } from '#domain/contracts/staff.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { findStaff, unknownSites } from '#server/staff/staff-row.ts'

/** Whose worklists a person sees first. Sites limit worklists, not look-up, so one person suffices. */
export async function changeSites(
  w: Writer, act: Act, staffId: string, { siteIds, homeSiteId }: z.infer<typeof changeSitesBody>,
): Promise<Outcome<{ id: string; version: number }>> {
  const { staff, staffSites } = w.t
  const person = await findStaff(w, staffId)
  if (!person) return refuse('NOT_FOUND')
  if (person.version !== act.version) return refuse('VERSION_STALE', { current: { siteIds: person.siteIds, version: person.version } })
  const home = homeSiteId ?? siteIds[0] ?? null
  const added = siteIds.filter((id) => !person.siteIds.includes(id))
  if ((await unknownSites(w, added)).length > 0 || (home !== null && !siteIds.includes(home))) return refuse('SITE_UNKNOWN')
  const version = person.version + 1
  const taken = await w.update(staff).set({ version }).where(and(eq(staff.id, staffId), eq(staff.version, person.version))).returning({ id: staff.id })
  if (taken.length === 0) return refuse('VERSION_STALE')
  await w.delete(staffSites).where(eq(staffSites.staffId, staffId))
  if (siteIds.length > 0) await w.insert(staffSites).values(siteIds.map((siteId) => ({ staffId, siteId, home: siteId === home })))
  await record(w, act, { event: 'staff.sites-changed', objectId: staffId, detail: { siteIds: siteIds.join(',').slice(0, 2000) } })
  w.announce('staff', staffId)
  return done({ id: staffId, version }, version)
}
