import { isPlainDate } from '#domain/time.ts'
import type { PlainDate } from '#domain/time.ts'

/** Assumption: nobody on file is older; feeds and rosters refuse earlier births (BIRTH_DATE_TOO_LONG_AGO). */
export const OLDEST_AGE = 130
/** Assumption: nobody writes two digits for a year longer ago than this: `95` is 1995 alone. */
const OLDEST_BY_TWO_DIGITS = 120

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

/** The years that a written year may mean, likeliest (latest) first, never after that of `today`: `15` is 2015, then 1915. */
export function yearsOf(digits: string, today: PlainDate): number[] {
  const thisYear = yearOf(today)
  const century = thisYear - (thisYear % 100)
  const isWhole = digits.length === 4
  const years = isWhole ? [Number(digits)] : [century + Number(digits), century - 100 + Number(digits)]
  const oldest = thisYear - (isWhole ? OLDEST_AGE : OLDEST_BY_TWO_DIGITS)
  return years.filter((year) => year <= thisYear && year >= oldest)
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
