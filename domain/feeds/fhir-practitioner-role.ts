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
      locationSourceId: referredIdOrNumber('Location', location?.[0]),
      specialty: cleanName(wordsOf(specialty?.[0]) ?? '') || null,
    },
  }
}
