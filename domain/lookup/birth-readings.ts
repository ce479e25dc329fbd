import { dateOf, isBirthDate, oldestBirthDate, twoDigits, yearOf } from '#domain/lookup/calendar-parts.ts'
import { DAY, type PlainDate } from '#domain/time.ts'

/** What typed text says about a birth: a day, a stretch of days (both ends included), or a day of every year. */
export type BirthReading =
  | { kind: 'on'; date: PlainDate }
  | { kind: 'between'; from: PlainDate; to: PlainDate }
  | { kind: 'each-year'; month: number; day: number }

/** Whether somebody's birth date is among the days of a reading. */
export function birthFits(reading: BirthReading, birthDate: PlainDate): boolean {
  if (reading.kind === 'on') return birthDate === reading.date
  if (reading.kind === 'between') return reading.from <= birthDate && birthDate <= reading.to
  return birthDate.slice(5) === `${twoDigits(reading.month)}-${twoDigits(reading.day)}`
}

/**
 * The days of a reading: one; for a day of every year one for each year in which it exists, latest first (at most
 * `OLDEST_AGE` + 1); of a stretch every day from its first to its last, at most those of two years. An index over whole dates serves them.
 */
export function daysOf(reading: BirthReading, today: PlainDate): PlainDate[] {
  if (reading.kind === 'on') return [reading.date]
  if (reading.kind === 'between') return daysBetween(reading.from, reading.to)
  const first = yearOf(oldestBirthDate(today))
  const years = Array.from({ length: yearOf(today) - first + 1 }, (_, back) => yearOf(today) - back)
  return years.flatMap((year) => dateOf(year, reading.month, reading.day) ?? []).filter((date) => date <= today)
}

const MOST_DAYS = 732

function daysBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const count = Math.min(MOST_DAYS, Math.floor((last - first) / DAY) + 1)
  return Array.from({ length: Math.max(0, count) }, (_, at) => new Date(first + at * DAY).toISOString().slice(0, 10))
}

/** The reading without the days on which nobody on file can be born: one reading, or none. */
export function possible(reading: BirthReading, today: PlainDate): BirthReading[] {
  if (reading.kind === 'each-year') return [reading]
  if (reading.kind === 'on') return isBirthDate(reading.date, today) ? [reading] : []
  const to = reading.to < today ? reading.to : today
  return reading.from <= to && reading.from >= oldestBirthDate(today) ? [{ ...reading, to }] : []
}

/** The readings in their order, each once. */
export function distinct(readings: readonly BirthReading[]): BirthReading[] {
  return [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()]
}
