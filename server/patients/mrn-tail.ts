import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'
import { mrnTail } from '#server/patients/mask.ts'

/** Last characters of the patient's medical record number; empty without one. */
export async function mrnTailOf(db: Reader, patientId: string): Promise<string> {
  const { patientIdentifiers: table } = db.t
  const [row] = await db.select({ value: table.value }).from(table).where(and(eq(table.patientId, patientId), eq(table.kind, 'mrn'))).limit(1)
  return mrnTail(row?.value)
}
