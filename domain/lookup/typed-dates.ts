import { distinct, possible } from '#domain/lookup/birth-readings.ts'
import type { BirthReading } from '#domain/lookup/birth-readings.ts'
import { dateOf, lastDayOf, twoDigits, yearsOf } from '#domain/lookup/calendar-parts.ts'
import { monthOf } from '#domain/lookup/month-names.ts'
import type { PlainDate } from '#domain/time.ts'

/** `month-first` is the order of the English interface (3/1 is 1 March), `day-first` that of the Spanish one. */
export type DateOrder = 'month-first' | 'day-first'

export type DateContext = { today: PlainDate; order: DateOrder }

const LONGEST = 40
const orders: readonly DateOrder[] = ['month-first', 'day-first']

/**
 * The birth dates that a text may mean, likeliest first; an empty list: it has the form of a date but names no
 * possible day of birth; null: it is no date. Days after `today` are never meant, so a two-digit year is never in
 * the future; where the century before is possible too it follows as the next reading.
 *
 * In the English interface the other order is tried only where month-first names no day (13/1/2004). In the Spanish
 * one, and with dots, both orders are in use at a desk in the United States, so both are listed.
 * A year that is still being typed (3/1/198) reads as the day of every year.
 */
export function readTypedDate(text: string, context: DateContext): BirthReading[] | null {
  const clean = text.normalize('NFKC').trim().toLowerCase()
  if (clean.length > LONGEST) return null
  const parts = partsOf(clean)
  if (parts === null) return null
  const readings = distinct(readingsOf(parts, contextOf(clean, context)).flatMap((reading) => possible(reading, context.today)))
  return readings.length > 0 || hasDateForm(clean, parts) ? readings : null
}

type Part = { kind: 'number'; digits: string } | { kind: 'month'; month: number }
type NumberPart = Extract<Part, { kind: 'number' }>
type Context = DateContext & { bothOrders: boolean }

function partsOf(text: string): Part[] | null {
  if (!/^[\p{L}\d]/u.test(text) || /[^\p{L}\d\s,./\-–'’]/u.test(text)) return null
  const words = text.replace(/(\d)(st|nd|rd|th|o|ro|er|ero)\b/g, '$1').match(/\p{L}+|\d+/gu) ?? []
  const parts = words.filter((word) => word !== 'de' && word !== 'del').map(partOf)
  const known = parts.filter((part) => part !== null)
  return known.length === parts.length && parts.length > 0 && parts.length <= 3 ? known : null
}

function partOf(word: string): Part | null {
  if (/^\d/.test(word)) return { kind: 'number', digits: word }
  const month = monthOf(word)
  return month === null ? null : { kind: 'month', month }
}

function contextOf(text: string, { today, order }: DateContext): Context {
  const isDotted = /^\d+\.\d+(\.\d*)?$/.test(text)
  return { today, order: isDotted ? 'day-first' : order, bothOrders: isDotted || order === 'day-first' }
}

function hasDateForm(text: string, parts: readonly Part[]): boolean {
  const isNumeric = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4}|\d{1,4}\/\d{1,4}(\/\d{0,4})?)$/.test(text)
  return isNumeric || (parts.length > 1 && parts.some((part) => part.kind === 'month'))
}

function readingsOf(parts: readonly Part[], context: Context): BirthReading[] {
  const months = parts.filter((part) => part.kind === 'month')
  const numbers = parts.filter((part) => part.kind === 'number')
  const [month] = months
  if (months.length > 1) return []
  if (month) return readNamed(month.month, numbers, context)
  const [first, second, third] = numbers
  if (first && !second) return readRun(first.digits, context)
  if (first && second) return third ? readThree(first, second, third, context) : readTwo(first, second, context)
  return []
}

/** A month in words with a day, a year, or both in either place. */
function readNamed(month: number, numbers: readonly NumberPart[], { today }: Context): BirthReading[] {
  const [first, second] = numbers
  if (!first) return []
  if (second) {
    const [day, year] = first.digits.length === 4 ? [second, first] : [first, second]
    return daysOf(year.digits, month, day.digits, today)
  }
  const dayOfYear = first.digits.length <= 2 ? eachYear(month, Number(first.digits)) : []
  return [...dayOfYear, ...monthsOf(first.digits, month, today)]
}

/** Digits without a break: a year, or a whole date. */
function readRun(digits: string, context: Context): BirthReading[] {
  if (digits.length === 4) return yearsOf(digits, context.today).map((year) => stretch(year, 1, year, 12))
  const yearFirst = digits.length === 8 ? daysOf(digits.slice(0, 4), Number(digits.slice(4, 6)), digits.slice(6), context.today) : []
  if (digits.length !== 6 && digits.length !== 8) return []
  const inOrder = ordered(context, (order) => {
    const [month, day] = monthAndDay(digits.slice(0, 2), digits.slice(2, 4), order)
    return daysOf(digits.slice(4), Number(month), day, context.today)
  })
  return [...yearFirst, ...inOrder]
}

function readTwo(first: NumberPart, second: NumberPart, context: Context): BirthReading[] {
  if (first.digits.length === 4) return monthsOf(first.digits, Number(second.digits), context.today)
  if (second.digits.length === 4) return monthsOf(second.digits, Number(first.digits), context.today)
  if (first.digits.length > 2 || second.digits.length > 2) return []
  const days = ordered(context, (order) => {
    const [month, day] = monthAndDay(first.digits, second.digits, order)
    return eachYear(Number(month), Number(day))
  })
  return days.length > 0 ? days : monthsOf(second.digits, Number(first.digits), context.today)
}

function readThree(first: NumberPart, second: NumberPart, third: NumberPart, context: Context): BirthReading[] {
  if (first.digits.length === 4) return daysOf(first.digits, Number(second.digits), third.digits, context.today)
  return ordered(context, (order) => {
    const [month, day] = monthAndDay(first.digits, second.digits, order)
    return daysOf(third.digits, Number(month), day, context.today)
  })
}

/** The readings in the order of the context, followed by, or failing that replaced by, those in the other order. */
function ordered(context: Context, read: (order: DateOrder) => BirthReading[]): BirthReading[] {
  const own = read(context.order)
  const others = orders.filter((order) => order !== context.order)
  return context.bothOrders || own.length === 0 ? [...own, ...others.flatMap(read)] : own
}

function monthAndDay(first: string, second: string, order: DateOrder): readonly [string, string] {
  return order === 'month-first' ? [first, second] : [second, first]
}

function daysOf(year: string, month: number, day: string, today: PlainDate): BirthReading[] {
  if (day.length > 2) return []
  if (year.length === 1 || year.length === 3) return eachYear(month, Number(day))
  if (year.length > 4) return []
  return yearsOf(year, today).flatMap((each) => {
    const date = dateOf(each, month, Number(day))
    return date === null ? [] : [{ kind: 'on' as const, date }]
  })
}

function monthsOf(year: string, month: number, today: PlainDate): BirthReading[] {
  if (month < 1 || month > 12 || (year.length !== 2 && year.length !== 4)) return []
  return yearsOf(year, today).map((each) => stretch(each, month, each, month))
}

/** 2000 is a leap year: 29 February is a day of some years. */
function eachYear(month: number, day: number): BirthReading[] {
  return dateOf(2000, month, day) === null ? [] : [{ kind: 'each-year', month, day }]
}

function stretch(fromYear: number, fromMonth: number, toYear: number, toMonth: number): BirthReading {
  const from = `${fromYear}-${twoDigits(fromMonth)}-01`
  return { kind: 'between', from, to: `${toYear}-${twoDigits(toMonth)}-${lastDayOf(toYear, toMonth)}` }
}
