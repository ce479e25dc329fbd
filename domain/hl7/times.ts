import { Temporal } from 'temporal-polyfill'
import type { Instant, PlainDate, TimeZone } from '#domain/time.ts'

/** A time of HL7 v2 as it was written: the calendar date in the writer's own zone, and the instant where a time is given. */
export type Hl7Time = { on: PlainDate | null; at: Instant | null }

const nothing: Hl7Time = { on: null, at: null }

/**
 * Reads `YYYY[MM[DD[HH[MM[SS[.SSSS]]]]]][+/-ZZZZ]`. Without an offset the clock is the site's. A day that does not exist
 * gives nothing; a month or a year alone gives no date.
 */
export function timeOf(text: string, zone: TimeZone): Hl7Time {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?(?:\.\d+)?)?([+-]\d{4})?$/.exec(text.trim())
  if (!parts) return nothing
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', offset] = parts
  const on = `${year}-${month}-${day}`
  try {
    Temporal.PlainDate.from(on, { overflow: 'reject' })
    if (hour === undefined) return { on, at: null }
    const clock = `${on}T${hour}:${minute}:${second}`
    const at = offset === undefined
      ? Temporal.PlainDateTime.from(clock, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds
      : Temporal.Instant.from(`${clock}${offset.slice(0, 3)}:${offset.slice(3)}`).epochMilliseconds
    return { on, at }
  } catch {
    return nothing
  }
}
