import { localDateOf, startOfLocalDay } from '#domain/time.ts'
import type { Instant, PlainDate, TimeZone } from '#domain/time.ts'

/**
 * The date on which somebody born on `birthDate` reaches `age` whole years. Both dates without a zone.
 * R32. Assumption: somebody born on 29 February has the birthday on 1 March in common years.
 * This is the only place that knows it.
 */
export function birthdayOn(birthDate: PlainDate, age: number): PlainDate {
  const year = yearOf(birthDate) + age
  const monthDay = birthDate.slice(5)
  const onDay = monthDay === '02-29' && !isLeapYear(year) ? '03-01' : monthDay
  return `${String(year).padStart(4, '0')}-${onDay}`
}

/**
 * Whole years of age on a date, both without a zone; the birthday itself counts.
 * Before the birth the answer is negative: no age band holds it.
 */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(birthDate)
  return on < birthdayOn(birthDate, years) ? years - 1 : years
}

/** Whole years of age at an instant, by the calendar of `zone` (a rule's zone is its portal's, R21). */
export function ageAt(birthDate: PlainDate, at: Instant, zone: TimeZone): number {
  return ageOn(birthDate, localDateOf(at, zone))
}

/** The instant at which somebody reaches `age` in `zone`: local midnight, inclusive (R21). */
export function birthdayStartsAt(birthDate: PlainDate, age: number, zone: TimeZone): Instant {
  return startOfLocalDay(birthdayOn(birthDate, age), zone)
}

/** A stretch of ages in whole years, start inclusive, end exclusive; `untilAge` null has no end. */
export type AgeBand = { fromAge: number; untilAge: number | null }

/** The band of an age, or null where no band holds it. */
export function ageBandOf<B extends AgeBand>(bands: readonly B[], age: number): B | null {
  return bands.find((band) => age >= band.fromAge && (band.untilAge === null || age < band.untilAge)) ?? null
}

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
