import { z } from 'zod'
import type { LocationFacts } from '#domain/feeds/facts.ts'
import { address, contactPoint, resourceId } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { reference, referredIdOrNumber } from '#domain/feeds/fhir-reference.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { contactsOf } from '#domain/feeds/patient-contacts.ts'
import { cleanName } from '#domain/names.ts'

const fhirLocation = z.object({
  resourceType: z.literal('Location'),
  id: resourceId,
  name: z.string().max(300).optional(),
  telecom: z.array(contactPoint).max(100).optional(),
  address: address.optional(),
  managingOrganization: reference.optional(),
})

/** A FHIR R4 Location as facts, or the reason why it is not taken. */
export function locationFromFhir(resource: unknown, scene: FeedScene): Mapped<LocationFacts> {
  const parsed = fhirLocation.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const { id, name, telecom, address: place, managingOrganization } = parsed.data
  const clean = cleanName(name ?? '')
  if (!clean) return { refused: clean === null ? 'NAME_HAS_CONTROL_CHARACTERS' : 'NAME_MISSING' }
  return {
    mapped: {
      source: scene.source, sourceId: id, name: clean,
      phone: contactsOf(telecom ?? [], undefined, scene.at).find((one) => one.kind === 'phone')?.value ?? null,
      city: cleanName(place?.city ?? '') || null, state: cleanName(place?.state ?? '') || null,
      organizationSourceId: referredIdOrNumber('Organization', managingOrganization),
    },
  }
}
