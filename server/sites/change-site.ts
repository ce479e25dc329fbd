import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Site, siteBody } from '#domain/contracts/sites.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { shownSite } from '#server/sites/list-sites.ts'

type SiteRow = Reader['t']['sites']['$inferSelect']

/** Name, zone, state and phone of a site. A clock that runs at the site follows its new zone. */
export async function changeSite(w: Writer, act: Act, id: string, body: z.infer<typeof siteBody>): Promise<Outcome<Site>> {
  const { sites } = w.t
  const wanted = { ...body, phone: body.phone ?? null }
  if (await w.$count(sites, and(eq(sites.name, body.name), ne(sites.id, id))) > 0) return refuse('SITE_NAME_TAKEN')
  return updateSite(w, act, id, wanted, (row) => (Object.keys(wanted) as (keyof typeof wanted)[]).filter((field) => row[field] !== wanted[field]))
}

/** A site where patients are no longer seen: kept with its history, offered nowhere. */
export function retireSite(w: Writer, act: Act, id: string): Promise<Outcome<Site>> {
  return updateSite(w, act, id, { retiredAt: act.at }, (row) => (row.retiredAt === null ? ['retired'] : []))
}

async function updateSite(
  w: Writer, act: Act, id: string, values: Partial<SiteRow>, changed: (row: SiteRow) => string[],
): Promise<Outcome<Site>> {
  const { sites } = w.t
  const [row] = await w.select().from(sites).where(eq(sites.id, id))
  if (!row) return refuse('NOT_FOUND')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: shownSite(row) })
  const fields = changed(row)
  if (fields.length === 0) return refuse('ALREADY_DONE')
  const [now] = await w.update(sites).set({ ...values, version: row.version + 1 }).where(and(eq(sites.id, id), eq(sites.version, row.version))).returning()
  if (!now) return refuse('VERSION_STALE')
  await record(w, act, { event: 'site.changed', objectId: id, detail: { fields: fields.join(',') } })
  w.announce('sites', id)
  return done(shownSite(now), now.version)
}
