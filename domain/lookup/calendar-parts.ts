import { isPlainDate } from '#domain/time.ts'
import type { PlainDate } from '#domain/time.ts'

/** Assumption: nobody on file is older. The oldest person whose age is documented reached 122. */
export const OLDEST_AGE = 125

/** `YYYY-MM-DD` of three numbers, or null where the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  return isPlainDate(text) ? text : null
}

/** Whether somebody alive or lately dead may be born on that day: not after `today`, not before the oldest age. */
export function isBirthDate(date: PlainDate, today: PlainDate): boolean {
  return date <= today && date >= oldestBirthDate(today)
}

/** The first day of the year in which the oldest person may be born. */
export function oldestBirthDate(today: PlainDate): PlainDate {
  return `${String(yearOf(today) - OLDEST_AGE).padStart(4, '0')}-01-01`
}

/** The years that a written year may mean, likeliest (latest) first, never after that of `today`: `04` is 2004, then 1904. */
export function yearsOf(digits: string, today: PlainDate): number[] {
  const thisYear = yearOf(today)
  const century = thisYear - (thisYear % 100)
  const years = digits.length === 4 ? [Number(digits)] : [century + Number(digits), century - 100 + Number(digits)]
  return years.filter((year) => year <= thisYear && year >= thisYear - OLDEST_AGE)
}

/** The last day of a month as a number, 28–31. */
export function lastDayOf(year: number, month: number): number {
  return [31, 30, 29].find((day) => dateOf(year, month, day) !== null) ?? 28
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** The year of a `YYYY-MM-DD` date. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
