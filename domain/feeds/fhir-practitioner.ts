import { z } from 'zod'
import type { PractitionerFacts, PractitionerRoleFacts } from '#domain/feeds/facts.ts'
import { codeableConcept, humanName, identifier, resourceId, wordsOf, type Identifier } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { wholeNameOf } from '#domain/feeds/patient-names.ts'
import { cleanName } from '#domain/names.ts'

const NPI = 'http://hl7.org/fhir/sid/us-npi'

const fhirPractitioner = z.object({
  resourceType: z.literal('Practitioner'),
  id: resourceId,
  identifier: z.array(identifier).max(100).optional(),
  name: z.array(humanName).max(50).optional(),
})

const reference = z.object({ reference: z.string().optional(), identifier: identifier.optional() })
const fhirPractitionerRole = z.object({
  resourceType: z.literal('PractitionerRole'),
  practitioner: reference.optional(),
  organization: reference.optional(),
  specialty: z.array(codeableConcept).max(50).optional(),
})

/** A FHIR R4 Practitioner as facts, or the reason why it is not taken. An NPI has ten digits, else it is none. */
export function practitionerFromFhir(resource: unknown, scene: FeedScene): Mapped<PractitionerFacts> {
  const parsed = fhirPractitioner.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const name = wholeNameOf(parsed.data.name ?? [])
  if (name === null) return { refused: 'NAME_MISSING' }
  return { mapped: { source: scene.source, sourceId: parsed.data.id, npi: npiOf(parsed.data.identifier ?? []), name } }
}

/** A FHIR R4 PractitionerRole as facts, or the reason why it is not taken. */
export function practitionerRoleFromFhir(resource: unknown): Mapped<PractitionerRoleFacts> {
  const parsed = fhirPractitionerRole.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const { practitioner, organization, specialty } = parsed.data
  return {
    mapped: {
      npi: npiOf(practitioner?.identifier ? [practitioner.identifier] : []),
      organizationSourceId: organization?.identifier?.value ?? organization?.reference?.split('/').at(-1) ?? null,
      specialty: cleanName(wordsOf(specialty?.[0]) ?? '') || null,
    },
  }
}

function npiOf(identifiers: readonly Identifier[]): string | null {
  const value = identifiers.find((one) => one.system === NPI)?.value
  return value !== undefined && /^\d{10}$/.test(value) ? value : null
}
