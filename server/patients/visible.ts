import { and, asc, eq, gt, inArray, notInArray, sql, type Placeholder, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** The columns that finding and showing a row take. */
export function foundColumns(db: Reader) {
  const { id, siteId, legalFamily, legalGiven, usedFamily, usedGiven, birthDate, familyKey, givenKey } = db.t.patients
  return { id, siteId, legalFamily, legalGiven, usedFamily, usedGiven, birthDate, familyKey, givenKey }
}

export type FoundPatient = {
  id: string; siteId: string; legalFamily: string; legalGiven: string; usedFamily: string | null; usedGiven: string | null
  birthDate: string; familyKey: string; givenKey: string
}

/** Whose look and when; placeholders in a hot statement. */
type Whose = { id: string | Placeholder }

/**
 * The charts that this person may know of at this instant: every ordinary one, and a restricted one only while they
 * hold it open by break-glass (AZ-02, AZ-08). What look-up, lists, counts and the record itself all ask.
 */
export function mayKnowOf(db: Pick<Reader, 't' | 'select'>, actor: Whose, at: Instant | Placeholder): SQL {
  const { patients } = db.t
  return sql`case when ${patients.restricted} then ${inArray(patients.id, heldOpen(db, actor, at))} else true end`
}

/** As `mayKnowOf`, for sums over rows that name a patient: closed charts are few, so they are read whole and left out. */
export function isOfKnown(db: Pick<Reader, 't' | 'select'>, actor: Whose, at: Instant, patientId: Reader['t']['results']['patientId']): SQL {
  const { patients: p } = db.t
  return notInArray(patientId, db.select({ id: p.id }).from(p).where(and(sql`${p.restricted}`, notInArray(p.id, heldOpen(db, actor, at)))))
}

/** Ids of the charts that this person holds open by break-glass. */
function heldOpen(db: Pick<Reader, 't' | 'select'>, actor: Whose, at: Instant | Placeholder) {
  const { breakGlass } = db.t
  return db.select({ id: breakGlass.patientId }).from(breakGlass).where(and(eq(breakGlass.staffId, actor.id), gt(breakGlass.endsAt, at)))
}

/** Of these patients the ones that the person may know of. */
export async function knownAmong(db: Reader, actor: { id: string }, at: Instant, ids: readonly string[]): Promise<Set<string>> {
  const { patients } = db.t
  if (ids.length === 0) return new Set()
  const rows = await db.select({ id: patients.id }).from(patients).where(and(inArray(patients.id, [...new Set(ids)]), mayKnowOf(db, actor, at)))
  return new Set(rows.map((row) => row.id))
}

/** By family name, then given name, as the folded keys compare; or by given name first, as the other index has it. */
export function inNameOrder(db: Reader, first: 'family' | 'given' = 'family'): SQL[] {
  const { familyKey, givenKey, id } = db.t.patients
  return (first === 'family' ? [familyKey, givenKey, id] : [givenKey, familyKey, id]).map((column) => asc(column))
}
