import { and, eq } from 'drizzle-orm'
import { borneNames, nameRowsOf, shownKeys } from '#domain/patients/name-rows.ts'
import type { RowOf } from '#db/rows.ts'
import type { Writer } from '#db/store.ts'

type Patient = RowOf<'patients'>
/** What a desk may change of a patient's row. */
export type PatientEdit = Partial<Pick<Patient,
  'legalFamily' | 'legalGiven' | 'usedFamily' | 'usedGiven' | 'birthDate' | 'sexAtBirth' | 'gender' | 'pronouns' | 'language' | 'interpreterNeeded' | 'siteId'
  | 'deceased' | 'deceasedOn'>>

/** Writes a change to a patient, with the keys by which they are found. The new version, or null: another was first. */
export async function editPatientRow(
  w: Writer, before: Patient, edit: PatientEdit, how: { at: number; formerNames: readonly { family: string; given: string }[] },
): Promise<number | null> {
  const { patients, patientNames } = w.t
  const after = { ...before, ...edit }
  const version = before.version + 1
  const written = await w.update(patients).set({ ...edit, ...shownKeys(after), updatedAt: how.at, version })
    .where(and(eq(patients.id, before.id), eq(patients.version, before.version))).returning({ id: patients.id })
  if (written.length === 0) return null
  await w.delete(patientNames).where(eq(patientNames.patientId, before.id))
  const rows = nameRowsOf(borneNames({ ...after, formerNames: how.formerNames }))
    .map((row, place) => ({ patientId: before.id, place, ...row, birthDate: after.birthDate }))
  if (rows.length > 0) await w.insert(patientNames).values(rows)
  return version
}
