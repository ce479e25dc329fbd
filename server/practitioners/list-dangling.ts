import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { DanglingAnswer, DanglingRow } from '#domain/contracts/practitioners.ts'
import { danglingKinds, danglingOf, isCoverIdle, type DanglingKind, type TiedPractitioner } from '#domain/relations.ts'
import type { Instant } from '#domain/time.ts'
import { bearersOf, matchColumns, matchOf } from '#db/relations.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { staffNames } from '#server/practitioners/list-covers.ts'
import { coverPeople } from '#server/practitioners/set-cover.ts'

const MOST_ROWS = 100

/** The worklist of ties to patients that lead to nobody here, to the wrong person, or to somebody who can no longer act. */
export async function listDangling(db: Reader, act: Act): Promise<Outcome<DanglingAnswer>> {
  const tied = await tiedPractitioners(db, act.at)
  const covers = await idleCovers(db, act.at)
  const rows = [...covers.slice(0, MOST_ROWS), ...tied.slice(0, MOST_ROWS)].toSorted((a, b) => danglingKinds.indexOf(a.kind) - danglingKinds.indexOf(b.kind))
  return done({ rows, more: tied.length > MOST_ROWS || covers.length > MOST_ROWS })
}

async function tiedPractitioners(db: Reader, at: Instant): Promise<DanglingRow[]> {
  const { practitioners: p, staff, sites } = db.t
  const mayBeSomebody = or(isNull(p.matchedHow), ne(p.matchedHow, 'apart'))
  const isDoubtful = or(isNull(p.staffId), eq(staff.status, 'disabled'), and(isNotNull(staff.npi), ne(p.npi, staff.npi)))
  const rows = await db.select({
    match: matchColumns(db), name: p.name, siteName: sites.name, staff: { id: staff.id, name: staff.name, npi: staff.npi, status: staff.status },
  }).from(p).leftJoin(staff, eq(staff.id, p.staffId)).leftJoin(sites, eq(sites.id, p.siteId))
    .where(and(mayBeSomebody, isDoubtful, hasTies(db, at))).orderBy(asc(p.nameKey), asc(p.id)).limit(MOST_ROWS + 1)
  const bearers = await bearersOf(db, rows.flatMap((row) => row.match.npi ?? []))
  const covers = await coversOf(db, rows.flatMap((row) => row.staff?.id ?? []), at)
  return rows.flatMap(({ match, name, siteName, staff: person }) => {
    const tied: TiedPractitioner = { practitioner: matchOf(match), bearers, staff: person, covers: covers.filter((one) => one.absentId === person?.id) }
    const kind = danglingOf(tied, at)
    return kind ? [{ kind, practitionerId: match.id, coverId: null, name, npi: match.npi, siteName, staffName: person?.name ?? null }] : []
  })
}

/** Somebody's order or care team stands in their name. Asked by index for each doubtful practitioner. */
function hasTies(db: Reader, at: Instant): SQL | undefined {
  const { practitioners: p, careTeamMembers: c, orders } = db.t
  const one = { one: sql`1`.as('one') }
  return or(
    exists(db.select(one).from(c).where(and(eq(c.practitionerId, p.id), or(isNull(c.untilAt), gt(c.untilAt, at))))),
    exists(db.select(one).from(orders).where(eq(orders.practitionerId, p.id))),
  )
}

async function coversOf(db: Reader, staffIds: readonly string[], at: Instant) {
  const { covers } = db.t
  return staffIds.length === 0 ? [] : db.select().from(covers).where(and(inArray(covers.absentId, [...staffIds]), gt(covers.untilAt, at)))
}

async function idleCovers(db: Reader, at: Instant): Promise<DanglingRow[]> {
  const { covers, staff } = db.t
  const rows = await db.select({ cover: covers }).from(covers).innerJoin(staff, eq(staff.id, covers.coveringId))
    .where(and(gt(covers.untilAt, at), isNull(covers.endedAt), or(ne(staff.status, 'active'), isNull(staff.clinicianKind))))
    .orderBy(asc(covers.untilAt), asc(covers.id)).limit(MOST_ROWS + 1)
  const people = await coverPeople(db, rows.map(({ cover }) => cover.coveringId))
  const nameOf = await staffNames(db, rows.flatMap(({ cover }) => [cover.absentId, cover.coveringId]))
  const kind: DanglingKind = 'cover-idle'
  return rows.flatMap(({ cover }) => {
    const covering = people.get(cover.coveringId)
    return covering && isCoverIdle(cover, covering, at)
      ? [{ kind, practitionerId: null, coverId: cover.id, name: nameOf(cover.coveringId), npi: null, siteName: null, staffName: nameOf(cover.absentId) }] : []
  })
}
