import { eq } from 'drizzle-orm'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { displayName } from '#domain/names.ts'
import type { Reader } from '#db/store.ts'

/** Who belongs to a patient, in both directions. Somebody whose chart is restricted is left out altogether (AZ-02). */
export async function householdOf(db: Reader, patientId: string): Promise<PatientOverview['household']> {
  const { householdLinks: links, patients } = db.t
  const theirs = await db.select({ link: links, person: patients }).from(links).leftJoin(patients, eq(patients.id, links.relatedPatientId))
    .where(eq(links.patientId, patientId)).orderBy(links.relatedName, links.id)
  const others = await db.select({ link: links, person: patients }).from(links).innerJoin(patients, eq(patients.id, links.patientId))
    .where(eq(links.relatedPatientId, patientId)).orderBy(patients.birthDate, patients.id)
  return [
    ...theirs.filter((row) => row.person?.restricted !== true).map(({ link }) => ({
      name: link.relatedName, relationship: link.relationship, patientId: link.relatedPatientId, source: link.source,
    })),
    ...others.filter((row) => !row.person.restricted).map(({ link, person }) => ({
      name: displayName(person), relationship: inverseOf(link.relationship), patientId: person.id, source: link.source,
    })),
  ]
}

const parents = ['mother', 'father', 'parent', 'guardian', 'stepmother', 'stepfather']
const spouses = ['wife', 'husband', 'spouse', 'partner']

/** What the patient of a link is to the related person, as far as the word tells. */
function inverseOf(relationship: string): string {
  if (parents.includes(relationship)) return 'child'
  return spouses.includes(relationship) ? 'spouse' : 'related'
}
