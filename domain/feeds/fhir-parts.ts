import { z } from 'zod'
import { addDays, isPlainDate, startOfLocalDay, type Instant } from '#domain/time.ts'

const text = z.string().max(1_000)

/** FHIR R4 parts, with only the elements that are read. Others may be there and are dropped. */
export const codeableConcept = z.object({
  coding: z.array(z.object({ system: text.optional(), code: text.optional(), display: text.optional() })).optional(),
  text: text.optional(),
})
export type CodeableConcept = z.infer<typeof codeableConcept>

export const period = z.object({ start: text.optional(), end: text.optional() })

export const humanName = z.object({
  use: text.optional(),
  text: text.optional(),
  family: text.optional(),
  given: z.array(text).max(20).optional(),
  prefix: z.array(text).max(20).optional(),
  period: period.optional(),
})
export type HumanName = z.infer<typeof humanName>

export const identifier = z.object({ type: codeableConcept.optional(), system: text.optional(), value: text.optional() })
export type Identifier = z.infer<typeof identifier>

export const contactPoint = z.object({
  system: text.optional(), value: text.optional(), use: text.optional(), period: period.optional(),
})
export type FhirContactPoint = z.infer<typeof contactPoint>

export const address = z.object({ use: text.optional(), city: text.optional(), state: text.optional() })
export const meta = z.object({ lastUpdated: text.optional() })
export const resourceId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/)

/**
 * The instant of a FHIR dateTime, at the earliest that it can be trusted: a date without a time counts from its end,
 * UTC, so that nothing looks older than it is. Null where it is a month, a year or no date.
 */
export function instantOf(dateTime: string | undefined): Instant | null {
  if (dateTime === undefined) return null
  if (isPlainDate(dateTime)) return startOfLocalDay(addDays(dateTime, 1), 'UTC')
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(dateTime)) return null
  const at = Date.parse(dateTime)
  return Number.isFinite(at) ? at : null
}

/** The calendar date that a FHIR date or dateTime is written with, whatever its zone; null where there is none. */
export function dateWrittenIn(dateTime: string | undefined): string | null {
  const date = dateTime?.slice(0, 10) ?? ''
  return isPlainDate(date) ? date : null
}

/** First code of a concept. */
export function codeOf(concept: CodeableConcept | undefined): string | null {
  return concept?.coding?.find((one) => one.code !== undefined)?.code ?? null
}

/** What people call the concept. */
export function wordsOf(concept: CodeableConcept | undefined): string | null {
  return concept?.text ?? concept?.coding?.find((one) => one.display !== undefined)?.display ?? null
}
