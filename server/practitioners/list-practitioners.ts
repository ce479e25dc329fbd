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
    filter.siteId ? or(eq(p.siteId, filter.siteId), inArray(p.id, practitionersAt(db, filter.siteId))) : undefined,
    filter.staffId ? eq(p.staffId, filter.staffId) : undefined,
    part ? or(like(p.nameKey, `%${part}%`), like(p.npi, `${part}%`)) : undefined,
  )
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await selectLines(db).where(where).orderBy(direction(p[sort[0]]), direction(p.id)).limit(to - from + 1).offset(from)
  const rolesOf = await rolesOfPractitioners(db, rows.map((row) => row.id))
  return done(pageOf(rows.map((row) => lineOf(row, rolesOf)), from, await db.$count(p, where)))
}

/** Practitioners with the names of their site and of who they are here; still without its conditions. */
export function selectLines(db: Reader) {
  const { practitioners: p, staff, sites } = db.t
  return db.select({
    id: p.id, name: p.name, npi: p.npi, specialty: p.specialty, siteName: sites.name, source: p.source, staffId: p.staffId, staffName: staff.name,
    matchedHow: p.matchedHow, version: p.version,
  }).from(p).leftJoin(staff, eq(staff.id, p.staffId)).leftJoin(sites, eq(sites.id, p.siteId)).$dynamic()
}

type Roles = PractitionerLine['roles']
type Row = Omit<PractitionerLine, 'matchedHow' | 'roles'> & { matchedHow: string | null }

/** A practitioner as answered, with what they do where. */
export function lineOf(row: Row, rolesOf: ReadonlyMap<string, Roles>): PractitionerLine {
  return { ...row, matchedHow: row.matchedHow as MatchKind | null, roles: rolesOf.get(row.id) ?? [] }
}

/** What each of these practitioners does where, by their id. */
export async function rolesOfPractitioners(db: Reader, ids: readonly string[]): Promise<Map<string, Roles>> {
  const { practitionerRoles: r, places, sites } = db.t
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: r.practitionerId, specialty: r.specialty, placeName: places.name, siteName: sites.name }).from(r)
    .leftJoin(places, placeOfRole(db)).leftJoin(sites, eq(sites.id, places.siteId))
    .where(inArray(r.practitionerId, [...ids])).orderBy(asc(r.practitionerId), asc(r.createdAt), asc(r.placeSourceId), asc(r.specialty))
  const byId = Map.groupBy(rows, (row) => row.id)
  return new Map([...byId].map(([id, own]) => [id, own.map((row) => ({ specialty: row.specialty || null, place: row.siteName ?? row.placeName }))]))
}

function placeOfRole(db: Reader) {
  const { practitionerRoles: r, places } = db.t
  return and(eq(places.source, r.source), eq(places.kind, r.placeKind), eq(places.sourceId, r.placeSourceId))
}

function practitionersAt(db: Reader, siteId: string) {
  const { practitionerRoles: r, places } = db.t
  return db.select({ id: r.practitionerId }).from(r).innerJoin(places, placeOfRole(db)).where(eq(places.siteId, siteId))
}
