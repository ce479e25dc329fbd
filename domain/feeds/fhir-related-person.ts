import { z } from 'zod'
import type { RelatedPersonFacts } from '#domain/feeds/facts.ts'
import { codeableConcept, codeOf, humanName, resourceId, wordsOf, type CodeableConcept } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { wholeNameOf } from '#domain/feeds/patient-names.ts'
import { cleanName } from '#domain/names.ts'

const fhirRelatedPerson = z.object({
  resourceType: z.literal('RelatedPerson'),
  id: resourceId,
  patient: z.object({ reference: z.string().regex(/(^|\/)Patient\/[A-Za-z0-9.-]{1,64}$/) }),
  relationship: z.array(codeableConcept).max(20).optional(),
  name: z.array(humanName).max(50).optional(),
})

/** HL7 v3 RoleCode, in the words that the console uses. */
const relationships: Record<string, string> = {
  MTH: 'mother', NMTH: 'mother', FTH: 'father', NFTH: 'father', PRN: 'parent', NPRN: 'parent', STPMTH: 'stepmother', STPFTH: 'stepfather',
  GUARD: 'guardian', WIFE: 'wife', HUSB: 'husband', SPS: 'spouse', DOMPART: 'partner', CHILD: 'child', SON: 'son', DAU: 'daughter',
  GRMTH: 'grandmother', GRFTH: 'grandfather', SIB: 'sibling', BRO: 'brother', SIS: 'sister', AUNT: 'aunt', UNCLE: 'uncle', FRND: 'friend',
}

/** A FHIR R4 RelatedPerson as facts, or the reason why it is not taken. Being related opens no record. */
export function relatedPersonFromFhir(resource: unknown, scene: FeedScene): Mapped<RelatedPersonFacts> {
  const parsed = fhirRelatedPerson.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const { id, patient, relationship, name } = parsed.data
  const whole = wholeNameOf(name ?? [])
  if (whole === null) return { refused: 'NAME_MISSING' }
  return {
    mapped: {
      source: scene.source, sourceId: id,
      patientSourceId: patient.reference.slice(patient.reference.lastIndexOf('/') + 1),
      name: whole, relationship: relationshipOf(relationship?.[0]),
    },
  }
}

function relationshipOf(concept: CodeableConcept | undefined): string {
  const known = relationships[codeOf(concept) ?? '']
  return known ?? (cleanName(wordsOf(concept) ?? '')?.toLowerCase().slice(0, 60) || 'related')
}
