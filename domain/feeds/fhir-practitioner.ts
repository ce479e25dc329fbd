import { z } from 'zod'
import type { PractitionerFacts } from '#domain/feeds/facts.ts'
import { humanName, identifier, resourceId } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { npiOf } from '#domain/feeds/fhir-reference.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { wholeNameOf } from '#domain/feeds/patient-names.ts'

const fhirPractitioner = z.object({
  resourceType: z.literal('Practitioner'),
  id: resourceId,
  identifier: z.array(identifier).max(100).optional(),
  name: z.array(humanName).max(50).optional(),
})

/** A FHIR R4 Practitioner as facts, or the reason why it is not taken. An NPI has ten digits, else it is none. */
export function practitionerFromFhir(resource: unknown, scene: FeedScene): Mapped<PractitionerFacts> {
  const parsed = fhirPractitioner.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const name = wholeNameOf(parsed.data.name ?? [])
  if (name === null) return { refused: 'NAME_MISSING' }
  return { mapped: { source: scene.source, sourceId: parsed.data.id, npi: npiOf(parsed.data.identifier ?? []), name } }
}
