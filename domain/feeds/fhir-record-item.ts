import { z } from 'zod'
import { codeableConcept, dateWrittenIn, period, resourceId, wordsOf } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { reference, referredId, type FhirReference } from '#domain/feeds/fhir-reference.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import type { RecordItemFacts } from '#domain/feeds/result-facts.ts'
import { confidentialLinesIn, labelled } from '#domain/feeds/security-labels.ts'

const time = z.string().max(40).optional()
const fhirImmunization = z.object({
  id: resourceId, meta: labelled, resourceType: z.literal('Immunization'), status: z.string().max(40), patient: reference.optional(), occurrenceDateTime: time, recorded: time,
})
const fhirChargeItem = z.object({
  id: resourceId, meta: labelled, resourceType: z.literal('ChargeItem'), status: z.string().max(40), subject: reference.optional(), occurrenceDateTime: time,
  occurrencePeriod: period.optional(), enteredDate: time, priceOverride: z.object({ value: z.number().min(-1e9).max(1e9).optional(), currency: z.string().max(10).optional() }).optional(),
})
const fhirLetter = z.object({
  id: resourceId, meta: labelled, resourceType: z.literal('DocumentReference'), status: z.string().max(40), type: codeableConcept.optional(), subject: reference.optional(), date: time,
})

/** LOINC for a letter, whatever it is about. */
const LETTER = '51852-2'

/** Whether a DocumentReference is a letter to the patient rather than a clinician's note. */
export function isLetter(resource: unknown): boolean {
  const type = codeableConcept.safeParse((resource as { type?: unknown } | null)?.type)
  if (!type.success) return false
  return (type.data.coding ?? []).some(({ code }) => code === LETTER) || /^(patient )?letter$/i.test(wordsOf(type.data) ?? '')
}

/** An immunization that was given (R25: by the day on which it was). */
export function immunizationFromFhir(resource: unknown, scene: FeedScene): Mapped<RecordItemFacts> {
  const parsed = fhirImmunization.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  return itemOf(one.patient, {
    source: scene.source, sourceId: `immunization/${one.id}`, category: 'immunization', acquiredOn: dateWrittenIn(one.occurrenceDateTime) ?? dateWrittenIn(one.recorded), amountCents: null,
    withdrawn: one.status === 'entered-in-error' || one.status === 'not-done', confidentialTo: confidentialLinesIn(one.meta),
  })
}

/** A line of a bill with its amount in US cents. Other currencies are not added to anything and not taken. */
export function chargeItemFromFhir(resource: unknown, scene: FeedScene): Mapped<RecordItemFacts> {
  const parsed = fhirChargeItem.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  const { value, currency } = one.priceOverride ?? {}
  if (currency !== undefined && currency !== 'USD') return { refused: 'FEED_ROW_UNREADABLE', facts: { field: 'priceOverride.currency' } }
  return itemOf(one.subject, {
    source: scene.source, sourceId: `bill-line/${one.id}`, category: 'bill-line', amountCents: value === undefined ? null : Math.round(value * 100),
    acquiredOn: dateWrittenIn(one.occurrenceDateTime) ?? dateWrittenIn(one.occurrencePeriod?.start) ?? dateWrittenIn(one.enteredDate),
    withdrawn: ['entered-in-error', 'aborted', 'not-billable'].includes(one.status), confidentialTo: confidentialLinesIn(one.meta),
  })
}

/** A letter to the patient. */
export function letterFromFhir(resource: unknown, scene: FeedScene): Mapped<RecordItemFacts> {
  const parsed = fhirLetter.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  return itemOf(one.subject, {
    source: scene.source, sourceId: `letter/${one.id}`, category: 'letter', acquiredOn: dateWrittenIn(one.date), amountCents: null,
    withdrawn: one.status === 'entered-in-error' || one.status === 'superseded', confidentialTo: confidentialLinesIn(one.meta),
  })
}

function itemOf(patient: FhirReference | undefined, facts: Omit<RecordItemFacts, 'patientSourceId'>): Mapped<RecordItemFacts> {
  const patientSourceId = referredId('Patient', patient)
  return patientSourceId === null ? { refused: 'ITEM_NOT_OF_PATIENT' } : { mapped: { ...facts, patientSourceId } }
}
