import { z } from 'zod'
import type { OrganizationFacts, PatientFacts, PractitionerFacts, PractitionerRoleFacts, RelatedPersonFacts } from '#domain/feeds/facts.ts'
import { organizationFromFhir } from '#domain/feeds/fhir-organization.ts'
import { patientFromFhir, type FeedScene } from '#domain/feeds/fhir-patient.ts'
import { practitionerFromFhir } from '#domain/feeds/fhir-practitioner.ts'
import { practitionerRoleFromFhir } from '#domain/feeds/fhir-practitioner-role.ts'
import { relatedPersonFromFhir } from '#domain/feeds/fhir-related-person.ts'
import type { Mapped } from '#domain/feeds/mapped.ts'
import type { Instant, TimeZone } from '#domain/time.ts'
import { readRows } from '#seed/files.ts'

export const KANSAS = 'synthea-kansas'
export const MASSACHUSETTS = 'synthea-massachusetts'
export const SHIFT = 'shift-demo'

const household = z.object({ child: z.string(), guardians: z.array(z.string()) })
/** A child and the adults whom the derived file gives it, by Kansas ids. */
export type DerivedHousehold = z.infer<typeof household>

/** Everything that the public sets say, read with the mappers that later read a practice's own feeds. */
export type Sources = {
  patients: PatientFacts[]
  relatedPeople: RelatedPersonFacts[]
  households: DerivedHousehold[]
  practitioners: PractitionerFacts[]
  roles: PractitionerRoleFacts[]
  organizations: OrganizationFacts[]
}

/** Reads the sets. Throws on a person who is not taken: the sets are known to be whole, but for one organization's name. */
export function readSources(at: Instant, timeZone: TimeZone): Sources {
  const scene = (source: string): FeedScene => ({ source, at, timeZone })
  const shift = readRows('shift-demo/people.ndjson.gz')
  const isKind = (kind: string) => (row: unknown) => (row as { resourceType?: unknown }).resourceType === kind
  return {
    patients: [
      ...readRows('kansas/Patient.ndjson.gz').map((row) => taken(patientFromFhir(row, scene(KANSAS)))),
      ...readRows('massachusetts/Patient.ndjson.gz').map((row) => taken(patientFromFhir(row, scene(MASSACHUSETTS)))),
      ...shift.filter(isKind('Patient')).map((row) => taken(patientFromFhir(row, scene(SHIFT)))),
    ],
    relatedPeople: shift.filter(isKind('RelatedPerson')).map((row) => taken(relatedPersonFromFhir(row, scene(SHIFT)))),
    households: readRows('kansas/derived-households.ndjson.gz').map((row) => household.parse(row)),
    practitioners: [
      ...readRows('kansas/Practitioner.ndjson.gz').map((row) => taken(practitionerFromFhir(row, scene(KANSAS)))),
      ...readRows('massachusetts/Practitioner.ndjson.gz').map((row) => taken(practitionerFromFhir(row, scene(MASSACHUSETTS)))),
    ],
    roles: readRows('kansas/PractitionerRole.ndjson.gz').map((row) => taken(practitionerRoleFromFhir(row))),
    organizations: [
      ...readRows('kansas/Organization.ndjson.gz').flatMap((row) => takenOrNone(organizationFromFhir(row, scene(KANSAS)))),
      ...readRows('massachusetts/Organization.ndjson.gz').flatMap((row) => takenOrNone(organizationFromFhir(row, scene(MASSACHUSETTS)))),
    ],
  }
}

function taken<T>(row: Mapped<T>): T {
  if ('refused' in row) throw new Error(`a row of the synthetic people is not taken: ${row.refused} ${JSON.stringify(row.facts ?? {})}`)
  return row.mapped
}

function takenOrNone<T>(row: Mapped<T>): T[] {
  return 'mapped' in row ? [row.mapped] : []
}
