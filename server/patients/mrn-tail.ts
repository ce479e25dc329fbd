import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'
import { mrnTail } from '#server/patients/mask.ts'

/** Last characters of the patient's medical record number, the same of several wherever it is shown; empty without one. */
export async function mrnTailOf(db: Reader, patientId: string): Promise<string> {
  return (await mrnTailsOf(db, [patientId]))(patientId)
}

/** As `mrnTailOf`, for a list of patients with one question. */
export async function mrnTailsOf(db: Reader, patientIds: readonly string[]): Promise<(patientId: string) => string> {
  const { patientIdentifiers: i } = db.t
  const ids = [...new Set(patientIds)]
  const rows = ids.length === 0 ? [] : await db.select({ patientId: i.patientId, value: i.value }).from(i).where(and(inArray(i.patientId, ids), eq(i.kind, 'mrn'))).orderBy(desc(i.value))
  const numbers = new Map(rows.map((row) => [row.patientId, row.value]))
  return (patientId) => mrnTail(numbers.get(patientId))
}
