import { z } from 'zod'
import type { PractitionerRoleFacts } from '#domain/feeds/facts.ts'
import { codeableConcept, wordsOf } from '#domain/feeds/fhir-parts.ts'
import { npiOf, reference, referredId, referredIdOrNumber } from '#domain/feeds/fhir-reference.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { cleanName } from '#domain/names.ts'

const fhirPractitionerRole = z.object({
  resourceType: z.literal('PractitionerRole'),
  practitioner: reference.optional(),
  organization: reference.optional(),
  location: z.array(reference).max(50).optional(),
  specialty: z.array(codeableConcept).max(50).optional(),
})

/** Longest words for a specialty that are kept. */
const LONGEST_SPECIALTY = 120

function distinct(all: readonly (string | null | undefined)[]): string[] {
  return [...new Set(all.flatMap((one) => one || []))]
}

/** A FHIR R4 PractitionerRole as facts, or the reason why it is not taken: without a practitioner it says nothing. */
export function practitionerRoleFromFhir(resource: unknown): Mapped<PractitionerRoleFacts> {
  const parsed = fhirPractitionerRole.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const { practitioner, organization, location, specialty } = parsed.data
  const npi = npiOf(practitioner?.identifier ? [practitioner.identifier] : [])
  const practitionerSourceId = npi === null ? referredIdOrNumber('Practitioner', practitioner) : referredId('Practitioner', practitioner)
  if (npi === null && practitionerSourceId === null) return { refused: 'ROLE_WITHOUT_PRACTITIONER' }
  return {
    mapped: {
      npi, practitionerSourceId,
      organizationSourceId: referredIdOrNumber('Organization', organization),
      locationSourceIds: distinct((location ?? []).map((one) => referredIdOrNumber('Location', one))),
      specialties: distinct((specialty ?? []).map((one) => cleanName(wordsOf(one) ?? '')?.slice(0, LONGEST_SPECIALTY))),
    },
  }
}
