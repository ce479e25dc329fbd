import { Temporal } from 'temporal-polyfill'

/** A moment, as milliseconds since 1970-01-01T00:00Z. Fields of this type end in `…At`. */
export type Instant = number
/** A calendar date `YYYY-MM-DD` without a zone. Fields of this type end in `…On`, or are `birthDate`. */
export type PlainDate = string
/** An IANA zone name such as `America/New_York`. */
export type TimeZone = string

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** ISO-8601 text in UTC with `Z`, the form in which every API field carries an instant. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString()
}

/** As `isoOf`, passing null through. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at)
}

/** The date last shown in a zone and, once it was asked for twice, where an ordinary day of it begins and ends. */
type KnownDay = { date: PlainDate; from: Instant; before: Instant }
const knownDays = new Map<TimeZone, KnownDay>()

/** The calendar date that a wall clock in `zone` shows at `at`. Remembers the last day of each zone: lists ask for every row. */
export function localDateOf(at: Instant, zone: TimeZone): PlainDate {
  const known = knownDays.get(zone)
  if (known && at >= known.from && at < known.before) return known.date
  const date = calendarDateOf(at, zone)
  knownDays.set(zone, known?.date === date ? ordinaryDay(date, zone) : { date, from: 0, before: 0 })
  return date
}

/** Bounds of a day of 24 hours. Another one may show its first or last hour twice, and is read from the calendar each time. */
function ordinaryDay(date: PlainDate, zone: TimeZone): KnownDay {
  const [from, before] = [startOfLocalDay(date, zone), startOfLocalDay(addDays(date, 1), zone)]
  return before - from === DAY ? { date, from, before } : { date, from: 0, before: 0 }
}

function calendarDateOf(at: Instant, zone: TimeZone): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The hour, 0 to 23, that a wall clock in `zone` shows at `at`. */
export function localHourOf(at: Instant, zone: TimeZone): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour
}

/** The first instant of `date` in `zone` (00:00, or the first moment that exists after a clock change). */
export function startOfLocalDay(date: PlainDate, zone: TimeZone): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds
}

/** `date` moved by `days` calendar days (negative goes back). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Whether the text is a date that exists, written `YYYY-MM-DD` with a four-digit year. */
export function isPlainDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

/** Days of a month by the Gregorian rule. By hand: feeds ask for each of a million rows. */
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the runtime knows the zone name. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
