import { z } from 'zod'
import { codeableConcept, resourceId, wordsOf } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { reference, referredId } from '#domain/feeds/fhir-reference.ts'
import { codingsOf, collectedOf, concepts, effective, fhirStatus, sectionsOf, statusOf } from '#domain/feeds/fhir-result-parts.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import type { ObservationFacts } from '#domain/feeds/result-facts.ts'
import { namedAs } from '#domain/results/names.ts'
import { rangeOf, readingOf, type ReportValue } from '#domain/results/report.ts'

const text = z.string().max(100_000)
const quantity = z.object({ value: z.number().optional(), comparator: z.string().max(4).optional(), unit: z.string().max(100).optional(), code: z.string().max(100).optional() })
const anyValue = {
  valueQuantity: quantity.optional(), valueCodeableConcept: codeableConcept.optional(), valueString: text.optional(), valueBoolean: z.boolean().optional(),
  valueInteger: z.int().optional(), valueDateTime: z.string().max(40).optional(), valueTime: z.string().max(40).optional(),
  valueRange: z.object({ low: quantity.optional(), high: quantity.optional() }).optional(), valueRatio: z.object({ numerator: quantity.optional(), denominator: quantity.optional() }).optional(),
  dataAbsentReason: codeableConcept.optional(),
}
const fhirObservation = z.object({
  resourceType: z.literal('Observation'), id: resourceId, status: fhirStatus, category: concepts, code: codeableConcept, subject: reference.optional(),
  performer: z.array(reference).max(50).optional(), interpretation: concepts, note: z.array(z.object({ text: text.optional() })).max(50).optional(),
  referenceRange: z.array(z.object({ low: quantity.optional(), high: quantity.optional(), text: z.string().max(500).optional() })).max(20).optional(),
  component: z.array(z.object({ code: codeableConcept, ...anyValue })).max(200).optional(),
  ...effective, ...anyValue,
})
type FhirObservation = z.infer<typeof fhirObservation>
type AnyValue = Pick<FhirObservation, keyof typeof anyValue>

/** Categories that are no results, unless their name is of a sensitive test. */
const notResults = new Set(['vital-signs', 'vital-sign', 'social-history', 'survey', 'exam', 'activity', 'therapy'])

/** A FHIR R4 Observation as a value of a report, or the reason why it is not taken. */
export function observationFromFhir(resource: unknown, scene: FeedScene): Mapped<ObservationFacts> {
  const parsed = fhirObservation.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  const patientSourceId = referredId('Patient', one.subject)
  if (patientSourceId === null) return { refused: 'ITEM_NOT_OF_PATIENT' }
  const sections = sectionsOf(one.category)
  const names = [wordsOf(one.code) ?? '', ...(one.code.coding ?? []).map((coding) => coding.display ?? '')]
  if (sections.some((section) => notResults.has(section)) && !names.some((name) => namedAs(name).length > 0)) return { refused: 'OBSERVATION_NOT_A_RESULT' }
  const { at, on, issuedAt } = collectedOf(one)
  return {
    mapped: {
      source: scene.source, sourceId: one.id, patientSourceId, acquiredOn: on, issuedAt, practitionerSourceId: null,
      value: { ...shownOf(one), codings: codingsOf(one.code), name: wordsOf(one.code), status: statusOf(one.status), observedAt: at ?? issuedAt, ...rangeIn(one), ...readingIn(one), remarks: remarksOf(one), mediaType: null, bytes: null },
    },
  }
}

function remarksOf({ note, component, dataAbsentReason }: FhirObservation): string[] {
  const parts = (component ?? []).map((part) => `${wordsOf(part.code) ?? ''}: ${shownOf(part).text}`.trim())
  const absent = wordsOf(dataAbsentReason)
  return [...parts, ...(note ?? []).flatMap((one) => one.text ?? []), ...(absent === null ? [] : [absent])]
}

function shownOf(one: AnyValue): Pick<ReportValue, 'kind' | 'text' | 'number' | 'unit'> {
  if (one.valueQuantity?.value !== undefined) {
    const { value, comparator, unit, code } = one.valueQuantity
    return { kind: 'number', text: `${comparator ?? ''}${shortNumber(value)}`, number: value, unit: unit ?? code ?? null }
  }
  if (one.valueInteger !== undefined) return { kind: 'number', text: String(one.valueInteger), number: one.valueInteger, unit: null }
  if (one.valueCodeableConcept) return { kind: 'coded', text: wordsOf(one.valueCodeableConcept) ?? '', number: null, unit: null }
  const words = one.valueString ?? one.valueDateTime ?? one.valueTime ?? (one.valueBoolean === undefined ? undefined : one.valueBoolean ? 'yes' : 'no') ?? pairOf(one)
  return words === undefined ? { kind: 'none', text: '', number: null, unit: null } : { kind: 'text', text: words, number: null, unit: null }
}

function pairOf({ valueRange, valueRatio }: AnyValue): string | undefined {
  if (valueRange) return `${valueRange.low?.value ?? ''} - ${valueRange.high?.value ?? ''}`
  return valueRatio ? `${valueRatio.numerator?.value ?? ''}:${valueRatio.denominator?.value ?? ''}` : undefined
}

/** Synthetic sources write fifteen digits: six that count say as much. */
function shortNumber(value: number): string {
  return String(Number(value.toPrecision(6)))
}

function rangeIn({ referenceRange }: FhirObservation): Pick<ReportValue, 'rangeText' | 'low' | 'high'> {
  const [range] = referenceRange ?? []
  if (!range) return { rangeText: null, low: null, high: null }
  const low = range.low?.value ?? null
  const high = range.high?.value ?? null
  const written = range.text ?? (low !== null && high !== null ? `${low} - ${high}` : high !== null ? `<${high}` : low !== null ? `>${low}` : null)
  return low === null && high === null ? { rangeText: written, ...rangeOf(written) } : { rangeText: written, low, high }
}

function readingIn({ interpretation }: FhirObservation): Pick<ReportValue, 'reading'> {
  const codes = (interpretation ?? []).flatMap((one) => (one.coding ?? []).map((coding) => coding.code ?? null))
  return { reading: codes.map(readingOf).find((one) => one !== null) ?? null }
}
