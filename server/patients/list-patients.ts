import { and, asc, eq, gte, sql, type SQL } from 'drizzle-orm'
import type { PatientSearch } from '#domain/contracts/patients.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { foundColumns, inNameOrder, mayKnowOf, type FoundPatient } from '#server/patients/visible.ts'

/** Counted up to here; beyond it a list says that there are more. */
const COUNTED = 1_000

export type ListPage = { rows: FoundPatient[]; more: boolean; total: number | null }

/**
 * One page of all patients, by name or birth date, after the last row of the page before. Null: that row is not there
 * (any more), or is one that nobody may know of.
 */
export async function listPatients(db: Reader, act: Act, asked: PatientSearch): Promise<ListPage | null> {
  const { patients } = db.t
  const known = mayKnowOf(db, act.actor, act.at)
  const site = asked.siteId === undefined ? undefined : eq(patients.siteId, asked.siteId)
  const after = asked.after === undefined ? undefined : await afterRow(db, known, asked.after, asked.sort)
  if (after === null) return null
  const from = asked.sort === 'birthDate' ? gte(patients.birthDate, '') : gte(patients.familyKey, '')
  const rows = await db.select(foundColumns(db)).from(patients).where(and(from, known, site, after))
    .orderBy(...(asked.sort === 'birthDate' ? [asc(patients.birthDate)] : []), ...inNameOrder(db)).limit(asked.limit + 1)
  return { rows: rows.slice(0, asked.limit), more: rows.length > asked.limit, total: await countUpTo(db, and(gte(patients.familyKey, ''), known, site)) }
}

async function afterRow(db: Reader, known: SQL, id: string, sort: PatientSearch['sort']): Promise<SQL | null> {
  const { patients } = db.t
  const [row] = await db.select(foundColumns(db)).from(patients).where(and(eq(patients.id, id), known))
  if (!row) return null
  const { birthDate, familyKey, givenKey } = patients
  return sort === 'birthDate'
    ? sql`(${birthDate}, ${familyKey}, ${givenKey}, ${patients.id}) > (${row.birthDate}, ${row.familyKey}, ${row.givenKey}, ${row.id})`
    : sql`(${familyKey}, ${givenKey}, ${patients.id}) > (${row.familyKey}, ${row.givenKey}, ${row.id})`
}

async function countUpTo(db: Reader, condition: SQL | undefined): Promise<number | null> {
  const some = db.select({ one: sql`1`.as('one') }).from(db.t.patients).where(condition).limit(COUNTED + 1).as('some')
  const [row] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some)
  const count = row?.count ?? 0
  return count > COUNTED ? null : count
}
