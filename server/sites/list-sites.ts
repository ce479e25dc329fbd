import { and, asc, desc, eq, inArray, isNotNull, isNull, like, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Site } from '#domain/contracts/sites.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'

export const sitesQuery = listQuery(['id', 'name', 'jurisdiction', 'timeZone'], ['name', 'ASC'], {
  id: z.array(z.string()).max(200).optional(),
  q: z.string().trim().max(60).optional(),
  jurisdiction: z.string().length(2).optional(),
  retired: z.boolean().optional(),
})

/** Sites, in the form of ra-data-simple-rest. */
export async function listSites(db: Reader, { sort, range, filter }: z.infer<typeof sitesQuery>): Promise<Outcome<Site[]>> {
  const { sites } = db.t
  const [from, to] = range
  const where = and(
    filter.id ? inArray(sites.id, filter.id) : undefined,
    filter.q ? like(sql`lower(${sites.name})`, `%${filter.q.toLowerCase().replace(/[%_\\]/g, '')}%`) : undefined,
    filter.jurisdiction ? eq(sites.jurisdiction, filter.jurisdiction) : undefined,
    filter.retired === undefined ? undefined : filter.retired ? isNotNull(sites.retiredAt) : isNull(sites.retiredAt),
  )
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await db.select().from(sites).where(where).orderBy(direction(sites[sort[0]]), direction(sites.id)).limit(to - from + 1).offset(from)
  return done(pageOf(rows.map(shownSite), from, await db.$count(sites, where)))
}

export async function readSite(db: Reader, id: string): Promise<Outcome<Site>> {
  const [row] = await db.select().from(db.t.sites).where(eq(db.t.sites.id, id))
  return row ? done(shownSite(row), row.version) : refuse('NOT_FOUND')
}

export function shownSite(row: Reader['t']['sites']['$inferSelect']): Site {
  return {
    id: row.id, name: row.name, timeZone: row.timeZone, jurisdiction: row.jurisdiction, phone: row.phone,
    retired: row.retiredAt !== null, version: row.version,
  }
}
