import { dateOf, yearOf, yearsOf } from '#domain/lookup/calendar-parts.ts'
import { readTypedDate } from '#domain/lookup/typed-dates.ts'
import { addDays, type PlainDate } from '#domain/time.ts'

/** How dates are written in a file, and what day it is. */
export type DateReading = { today: PlainDate; dateOrder: 'month-first' | 'day-first'; dateSystem: '1900' | '1904' }

/** A day that a cell names. `isGuessed`: its year has two digits and might be a hundred years earlier. */
export type CellDate = { date: PlainDate; isGuessed: boolean }

/**
 * The day of a serial number. In the 1900 system day 1 is 1900-01-01 and day 60 is 29 February 1900, which never was, so
 * it is null and every day after it is one later than it should be; in the 1904 system day 0 is 1904-01-01.
 * A part of a day is left out. Source: ECMA-376 part 4, 3.17.4.1, date representation.
 */
export function dateOfSerial(serial: number, system: '1900' | '1904'): PlainDate | null {
  const days = Math.floor(serial)
  if (days < 0 || days > 2_958_465) return null
  if (system === '1904') return addDays('1904-01-01', days)
  if (days === 0 || days === 60) return null
  return addDays(days < 60 ? '1899-12-31' : '1899-12-30', days)
}

/**
 * The day that a cell names: written with year first, in the file's order of day and month, or with the month's name;
 * as eight digits, or seven whose leading zero was lost; or as a spreadsheet's serial number. A time behind it is left
 * out. A two-digit year is never in the future. Null: no day of the calendar, or no way to tell which one.
 */
export function dateOfCell(text: string, reading: DateReading): CellDate | null {
  const clean = withoutTime(text)
  if (/^\d+([.,]\d+)?$/.test(clean)) return ofDigits(clean, reading)
  if (/\p{L}/u.test(clean)) return ofWords(clean, reading)
  const [first = '', second = '', third = ''] = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{4}|\d{1,2})$/.exec(clean)?.slice(1) ?? []
  if (first.length === 4 && third.length <= 2) return exact(dateOf(Number(first), Number(second), Number(third)))
  if (first.length > 2 || (third.length !== 2 && third.length !== 4)) return null
  const [month, day] = reading.dateOrder === 'month-first' ? [first, second] : [second, first]
  return ofYear(third, Number(month), Number(day), reading.today)
}

/** The order that a column's dates show; null where all of them could be read either way, or where they disagree. */
export function dateOrderOf(cells: readonly string[]): 'month-first' | 'day-first' | null {
  const pairs = cells.flatMap((cell) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(withoutTime(cell))
    return match ? [{ first: Number(match[1]), second: Number(match[2]) }] : []
  })
  const isDayFirst = pairs.some((pair) => pair.first > 12)
  const isMonthFirst = pairs.some((pair) => pair.second > 12)
  if (isDayFirst === isMonthFirst) return null
  return isDayFirst ? 'day-first' : 'month-first'
}

function withoutTime(text: string): string {
  return text.trim().replace(/[T ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i, '')
}

/** Digits alone. Four that could be a year of birth are no serial number: which of the two is meant cannot be told. */
function ofDigits(text: string, reading: DateReading): CellDate | null {
  if (text.length === 8 && /^\d+$/.test(text)) return exact(dateOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))) ?? inOrder(text, reading)
  if (/^\d{7}$/.test(text)) return inOrder(`0${text}`, reading)
  const serial = Number(text.replace(',', '.'))
  const isYear = /^\d{4}$/.test(text) && serial >= 1890 && serial <= yearOf(reading.today)
  return isYear || text.length > 12 ? null : exact(dateOfSerial(serial, reading.dateSystem))
}

function inOrder(digits: string, reading: DateReading): CellDate | null {
  const [first, second, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))]
  return exact(reading.dateOrder === 'month-first' ? dateOf(year, first, second) : dateOf(year, second, first))
}

function ofWords(text: string, reading: DateReading): CellDate | null {
  const readings = readTypedDate(text, { today: reading.today, order: reading.dateOrder }) ?? []
  const days = readings.flatMap((each) => (each.kind === 'on' ? [each.date] : []))
  const [likeliest] = days
  return likeliest === undefined ? null : { date: likeliest, isGuessed: days.length > 1 }
}

/** A year of four digits is taken as it is; of two, the latest that is not in the future. */
function ofYear(year: string, month: number, day: number, today: PlainDate): CellDate | null {
  if (year.length === 4) return exact(dateOf(Number(year), month, day))
  const dates = yearsOf(year, today).flatMap((each) => dateOf(each, month, day) ?? []).filter((date) => date <= today)
  const [likeliest] = dates
  return likeliest === undefined ? null : { date: likeliest, isGuessed: dates.length > 1 }
}

function exact(date: PlainDate | null): CellDate | null {
  return date === null ? null : { date, isGuessed: false }
}
