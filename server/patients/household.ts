import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { displayName } from '#domain/names.ts'
import { formerFamilyOf } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { mayKnowOf } from '#server/patients/visible.ts'

type HouseholdPerson = PatientOverview['household'][number]

/** Who belongs to a patient, in both directions. Somebody whose chart the reader may not know of is left out altogether (AZ-02). */
export async function householdOf(db: Reader, act: Act, patientId: string): Promise<HouseholdPerson[]> {
  return (await householdLinksOf(db, act, patientId)).map(({ person }) => person)
}

/** As `householdOf`, each with the link that says so. */
export async function householdLinksOf(db: Reader, act: Act, patientId: string): Promise<{ linkId: string; person: HouseholdPerson }[]> {
  const { householdLinks: links, patients } = db.t
  const known = await knownOf(db, act, patientId)
  const hidden = await hiddenLinks(db, act, [patientId, ...known])
  const theirs = await db.select({ link: links, person: patients }).from(links).leftJoin(patients, eq(patients.id, links.relatedPatientId))
    .where(eq(links.patientId, patientId)).orderBy(links.relatedName, links.id)
  const others = await db.select({ link: links, person: patients }).from(links).innerJoin(patients, eq(patients.id, links.patientId))
    .where(eq(links.relatedPatientId, patientId)).orderBy(patients.birthDate, patients.id)
  return [
    ...theirs.filter((row) => (row.person === null || known.has(row.person.id)) && !hidden.has(row.link.id)).map(({ link }) => ({
      linkId: link.id, person: { name: link.relatedName, relationship: link.relationship, patientId: link.relatedPatientId, source: link.source },
    })),
    ...others.filter((row) => known.has(row.person.id) && !hidden.has(row.link.id)).map(({ link, person }) => ({
      linkId: link.id, person: { name: displayName(person), relationship: inverseOf(link.relationship), patientId: person.id, source: link.source },
    })),
  ]
}

/** Links of these people to the family before an adoption, at either end: for the privacy officer alone (R33). */
async function hiddenLinks(db: Reader, act: Act, patientIds: readonly string[]): Promise<Set<string>> {
  if (act.actor.roles.includes('privacy-officer')) return new Set()
  const { legalStatuses: s } = db.t
  const adoptions = await db.select({ formerFamily: s.formerFamily }).from(s).where(and(inArray(s.patientId, [...patientIds]), eq(s.kind, 'adopted'), isNull(s.endedAt)))
  return new Set(adoptions.flatMap((row) => formerFamilyOf(row).linkIds))
}

/** Which charts of a patient's household the reader may know of. */
async function knownOf(db: Reader, act: Act, patientId: string): Promise<Set<string>> {
  const { householdLinks: links, patients } = db.t
  const tied = db.select({ id: sql<string>`case when ${links.patientId} = ${patientId} then ${links.relatedPatientId} else ${links.patientId} end` }).from(links)
    .where(or(eq(links.patientId, patientId), eq(links.relatedPatientId, patientId)))
  const rows = await db.select({ id: patients.id }).from(patients).where(and(inArray(patients.id, tied), mayKnowOf(db, act.actor, act.at)))
  return new Set(rows.map((row) => row.id))
}

const parents = ['mother', 'father', 'parent', 'guardian', 'stepmother', 'stepfather']
const spouses = ['wife', 'husband', 'spouse', 'partner']

/** What the patient of a link is to the related person, as far as the word tells. */
function inverseOf(relationship: string): string {
  if (parents.includes(relationship)) return 'child'
  return spouses.includes(relationship) ? 'spouse' : 'related'
}
