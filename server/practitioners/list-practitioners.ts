import { and, asc, desc, eq, inArray, isNotNull, isNull, like, or } from 'drizzle-orm'
import { z } from 'zod'
import type { PractitionerLine } from '#domain/contracts/practitioners.ts'
import { foldName } from '#domain/names.ts'
import type { MatchKind } from '#domain/relations.ts'
import type { Reader } from '#db/store.ts'
import { done, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'

export const practitionersQuery = listQuery(['id', 'nameKey', 'npi', 'source'], ['nameKey', 'ASC'], {
  id: z.array(z.string()).max(200).optional(),
  /** Part of a name, or the beginning of an NPI. */
  q: z.string().trim().max(60).optional(),
  matched: z.boolean().optional(),
  siteId: z.string().max(100).optional(),
  staffId: z.string().max(100).optional(),
})

/** Practitioners of every feed, in the form of ra-data-simple-rest. */
export async function listPractitioners(db: Reader, { sort, range, filter }: z.infer<typeof practitionersQuery>): Promise<Outcome<PractitionerLine[]>> {
  const { practitioners: p } = db.t
  const [from, to] = range
  const part = filter.q ? foldName(filter.q).replace(/[%_\\]/g, '') : null
  const where = and(
    filter.id ? inArray(p.id, filter.id) : undefined,
    filter.matched === undefined ? undefined : filter.matched ? isNotNull(p.staffId) : isNull(p.staffId),
    filter.siteId ? eq(p.siteId, filter.siteId) : undefined,
    filter.staffId ? eq(p.staffId, filter.staffId) : undefined,
    part ? or(like(p.nameKey, `%${part}%`), like(p.npi, `${part}%`)) : undefined,
  )
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await selectLines(db).where(where).orderBy(direction(p[sort[0]]), direction(p.id)).limit(to - from + 1).offset(from)
  return done(pageOf(rows.map(lineOf), from, await db.$count(p, where)))
}

/** Practitioners with the names of their site and of who they are here; still without its conditions. */
export function selectLines(db: Reader) {
  const { practitioners: p, staff, sites } = db.t
  return db.select({
    id: p.id, name: p.name, npi: p.npi, specialty: p.specialty, siteName: sites.name, source: p.source, staffId: p.staffId, staffName: staff.name,
    matchedHow: p.matchedHow, version: p.version,
  }).from(p).leftJoin(staff, eq(staff.id, p.staffId)).leftJoin(sites, eq(sites.id, p.siteId)).$dynamic()
}

export function lineOf(row: Omit<PractitionerLine, 'matchedHow'> & { matchedHow: string | null }): PractitionerLine {
  return { ...row, matchedHow: row.matchedHow as MatchKind | null }
}
