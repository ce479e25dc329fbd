import { z } from 'zod'
import type { OrganizationFacts } from '#domain/feeds/facts.ts'
import { address, contactPoint, resourceId } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { contactsOf } from '#domain/feeds/patient-contacts.ts'
import { cleanName } from '#domain/names.ts'

const fhirOrganization = z.object({
  resourceType: z.literal('Organization'),
  id: resourceId,
  name: z.string().max(300).optional(),
  telecom: z.array(contactPoint).max(100).optional(),
  address: z.array(address).max(50).optional(),
})

/** A FHIR R4 Organization as facts, or the reason why it is not taken. */
export function organizationFromFhir(resource: unknown, scene: FeedScene): Mapped<OrganizationFacts> {
  const parsed = fhirOrganization.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const { id, name, telecom, address: places } = parsed.data
  const clean = cleanName(name ?? '')
  if (!clean) return { refused: clean === null ? 'NAME_HAS_CONTROL_CHARACTERS' : 'NAME_MISSING' }
  const phone = contactsOf(telecom ?? [], undefined, scene.at).find((one) => one.kind === 'phone')
  return {
    mapped: {
      source: scene.source, sourceId: id, name: clean, phone: phone?.value ?? null,
      city: cleanName(places?.[0]?.city ?? '') || null, state: cleanName(places?.[0]?.state ?? '') || null,
    },
  }
}
