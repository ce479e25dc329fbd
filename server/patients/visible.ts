import { asc, eq, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'

/** The columns that finding and showing a row take. */
export function foundColumns(db: Reader) {
  const { id, siteId, legalFamily, legalGiven, usedGiven, birthDate, familyKey, givenKey } = db.t.patients
  return { id, siteId, legalFamily, legalGiven, usedGiven, birthDate, familyKey, givenKey }
}

export type FoundPatient = {
  id: string; siteId: string; legalFamily: string; legalGiven: string; usedGiven: string | null
  birthDate: string; familyKey: string; givenKey: string
}

/** Charts that this list may know of: a restricted one leaves no trace in rows or counts (AZ-02). */
export function visible(db: Reader): SQL {
  return eq(db.t.patients.restricted, false)
}

/** By family name, then given name, as the folded keys compare; or by given name first, as the other index has it. */
export function inNameOrder(db: Reader, first: 'family' | 'given' = 'family'): SQL[] {
  const { familyKey, givenKey, id } = db.t.patients
  return (first === 'family' ? [familyKey, givenKey, id] : [givenKey, familyKey, id]).map((column) => asc(column))
}
