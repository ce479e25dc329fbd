import { z } from 'zod'
import { codeableConcept, dateWrittenIn, instantOf, period, resourceId, wordsOf } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { reference, referredId, type FhirReference } from '#domain/feeds/fhir-reference.ts'
import { confidentialLinesIn, labelled } from '#domain/feeds/security-labels.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import type { LabOrderFacts, SharedItemFacts } from '#domain/feeds/result-facts.ts'
import { cleanName } from '#domain/names.ts'

const time = z.string().max(40).optional()
const base = { id: resourceId, meta: labelled, subject: reference.optional() }
const fhirDocument = z.object({
  ...base, resourceType: z.literal('DocumentReference'), status: z.string().max(40), type: codeableConcept.optional(), date: time, author: z.array(reference).max(20).optional(),
  context: z.object({ period: period.optional() }).optional(),
})
const fhirCondition = z.object({
  ...base, resourceType: z.literal('Condition'), code: codeableConcept.optional(), verificationStatus: codeableConcept.optional(), recordedDate: time, onsetDateTime: time,
  recorder: reference.optional(), asserter: reference.optional(),
})
const fhirMedication = z.object({
  ...base, resourceType: z.literal('MedicationRequest'), status: z.string().max(40), medicationCodeableConcept: codeableConcept.optional(), authoredOn: time, requester: reference.optional(),
})
const fhirRequest = z.object({
  ...base, resourceType: z.literal('ServiceRequest'), status: z.string().max(40), code: codeableConcept.optional(), category: z.array(codeableConcept).max(20).optional(), authoredOn: time,
  occurrenceDateTime: time, requester: reference.optional(), identifier: z.array(z.object({ value: z.string().max(200).optional() })).max(20).optional(),
})

const LONGEST_NAME = 300
const nameOf = (words: string | null, otherwise: string) => (cleanName(words ?? '') ?? '').slice(0, LONGEST_NAME) || otherwise

/** A progress note or another document (R67): that it is there and who wrote it. Its text stays where it is. */
export function documentFromFhir(resource: unknown, scene: FeedScene): Mapped<SharedItemFacts> {
  const parsed = fhirDocument.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  return itemOf(one.subject, (patientSourceId) => ({
    source: scene.source, sourceId: `note/${one.id}`, patientSourceId, kind: 'note', name: nameOf(wordsOf(one.type), 'Note'), ...personIn(one.author?.[0]),
    authoredAt: instantOf(one.date), acquiredOn: dateWrittenIn(one.context?.period?.start) ?? dateWrittenIn(one.date), withdrawn: one.status === 'entered-in-error' || one.status === 'superseded',
    confidentialTo: confidentialLinesIn(one.meta),
  }))
}

/** A diagnosis (R67). */
export function conditionFromFhir(resource: unknown, scene: FeedScene): Mapped<SharedItemFacts> {
  const parsed = fhirCondition.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  const verified = one.verificationStatus?.coding?.[0]?.code
  return itemOf(one.subject, (patientSourceId) => ({
    source: scene.source, sourceId: `diagnosis/${one.id}`, patientSourceId, kind: 'diagnosis', name: nameOf(wordsOf(one.code), 'Diagnosis'), ...personIn(one.recorder ?? one.asserter),
    authoredAt: instantOf(one.recordedDate ?? one.onsetDateTime), acquiredOn: dateWrittenIn(one.onsetDateTime) ?? dateWrittenIn(one.recordedDate),
    withdrawn: verified === 'entered-in-error' || verified === 'refuted', confidentialTo: confidentialLinesIn(one.meta),
  }))
}

/** A medication. It is always shared (R67). */
export function medicationFromFhir(resource: unknown, scene: FeedScene): Mapped<SharedItemFacts> {
  const parsed = fhirMedication.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  return itemOf(one.subject, (patientSourceId) => ({
    source: scene.source, sourceId: `medication/${one.id}`, patientSourceId, kind: 'medication', name: nameOf(wordsOf(one.medicationCodeableConcept), 'Medication'), ...personIn(one.requester),
    authoredAt: instantOf(one.authoredOn), acquiredOn: dateWrittenIn(one.authoredOn), withdrawn: one.status === 'entered-in-error',
    confidentialTo: confidentialLinesIn(one.meta),
  }))
}

/** Laboratory work that was ordered (R65). An order without a date counts from nothing and is not taken. */
export function labOrderFromFhir(resource: unknown, scene: FeedScene): Mapped<LabOrderFacts> {
  const parsed = fhirRequest.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  const patientSourceId = referredId('Patient', one.subject)
  if (patientSourceId === null) return { refused: 'ITEM_NOT_OF_PATIENT' }
  const countsFromOn = dateWrittenIn(one.occurrenceDateTime) ?? dateWrittenIn(one.authoredOn)
  if (countsFromOn === null) return { refused: 'FEED_ROW_UNREADABLE', facts: { field: 'authoredOn' } }
  return {
    mapped: {
      source: scene.source, sourceId: one.id, patientSourceId, name: nameOf(wordsOf(one.code), 'Laboratory test'), countsFromOn, ...personIn(one.requester),
      orderKey: one.identifier?.find((number) => number.value !== undefined)?.value ?? one.id,
      calledOff: ['revoked', 'entered-in-error', 'draft', 'on-hold'].includes(one.status),
    },
  }
}

function itemOf(subject: FhirReference | undefined, facts: (patientSourceId: string) => SharedItemFacts): Mapped<SharedItemFacts> {
  const patientSourceId = referredId('Patient', subject)
  return patientSourceId === null ? { refused: 'ITEM_NOT_OF_PATIENT' } : { mapped: facts(patientSourceId) }
}

/** A practitioner by the feed's id, or by NPI where the reference is a search by it. */
function personIn(person: FhirReference | undefined): { practitionerSourceId: string | null; practitionerNpi: string | null } {
  const searched = /^Practitioner\?identifier=http:\/\/hl7\.org\/fhir\/sid\/us-npi\|(\d{10})$/.exec(person?.reference ?? '')?.[1]
  return { practitionerSourceId: referredId('Practitioner', person), practitionerNpi: searched ?? null }
}
