import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthFits, daysOf } from '#domain/lookup/birth-readings.ts'
import type { BirthReading } from '#domain/lookup/birth-readings.ts'
import { OLDEST_AGE, yearsOf } from '#domain/lookup/calendar-parts.ts'
import { monthOf } from '#domain/lookup/month-names.ts'
import { readTypedDate } from '#domain/lookup/typed-dates.ts'
import { addDays, isPlainDate } from '#domain/time.ts'

const today = '2025-11-22'
const english = (text: string) => said(readTypedDate(text, { today, order: 'month-first' }))
const spanish = (text: string) => said(readTypedDate(text, { today, order: 'day-first' }))

function said(readings: BirthReading[] | null): string {
  if (readings === null) return 'no date'
  return readings.map((reading) => {
    if (reading.kind === 'on') return reading.date
    if (reading.kind === 'between') return `${reading.from}..${reading.to}`
    return `*-${reading.month}-${reading.day}`
  }).join(' or ') || 'no such day'
}

describe('a birth date as it is typed at a desk', () => {
  test.each([
    '3/1/2004', '03/01/2004', '03-01-2004', '2004-03-01', '2004/3/1', '20040301', '03012004', '1 mar 2004', '1 March 2004',
    'mar 1 2004', 'March 1, 2004', 'mar 1st 2004', '1-Mar-2004', '1mar2004', 'Mar. 1 2004', '2004 mar 1', '1 marzo 2004',
    '1 de marzo de 2004', '1º de marzo del 2004', ' 3/1/2004 ', '３/１/２００４', '3 1 2004', '3/1/2004/',
  ])('%s is 1 March 2004', (text) => {
    expect(english(text)).toBe('2004-03-01')
  })

  test.each(['1 mar 2004', '20040301', '2004-03-01', '1 de marzo de 2004', '1/3/2004'])('%s in the Spanish interface begins with 1 March 2004', (text) => {
    expect(spanish(text)).toMatch(/^2004-03-01/)
  })

  test.each([
    ['3/1/04', '2004-03-01'],
    ['mar 1 04', '2004-03-01'],
    ['030104', '2004-03-01'],
    ['3/1/88', '1988-03-01'],
    ['3/1/25', '2025-03-01 or 1925-03-01'],
    ['11/22/25', '2025-11-22 or 1925-11-22'],
    ['11/23/25', '1925-11-23'],
    ['3/1/26', '1926-03-01'],
    ['3/1/00', '2000-03-01'], ['3/1/15', '2015-03-01 or 1915-03-01'], ['3/1/05', '2005-03-01 or 1905-03-01'], ['3/1/95', '1995-03-01'],
  ])('%s has a two-digit year that is never in the future: %s', (text, meaning) => {
    expect(english(text)).toBe(meaning)
  })

  test.each([
    ['3/1', '*-3-1'], ['03-01', '*-3-1'], ['mar 1', '*-3-1'], ['1 mar', '*-3-1'], ['1 de marzo', '*-3-1'], ['2/29', '*-2-29'],
    ['13/1', '*-1-13'], ['3/1/', '*-3-1'], ['3/1/1', '*-3-1'], ['3/1/198', '*-3-1'], ['mar 1 198', '*-3-1'], ['3 1', '*-3-1'],
    ['mar 2004', '2004-03-01..2004-03-31'], ['2004 mar', '2004-03-01..2004-03-31'], ['marzo de 2004', '2004-03-01..2004-03-31'],
    ['3/2004', '2004-03-01..2004-03-31'], ['2004-03', '2004-03-01..2004-03-31'], ['2004-02', '2004-02-01..2004-02-29'],
    ['2003-02', '2003-02-01..2003-02-28'], ['4/2004', '2004-04-01..2004-04-30'], ['3/45', '1945-03-01..1945-03-31'],
    ['2004', '2004-01-01..2004-12-31'], ['1895', '1895-01-01..1895-12-31'], ['2004-', '2004-01-01..2004-12-31'], ['2025', '2025-01-01..2025-11-22'], ['11/2025', '2025-11-01..2025-11-22'],
    ['mar 04', '*-3-4 or 2004-03-01..2004-03-31'], ['mar 88', '1988-03-01..1988-03-31'], ['feb 30', '1930-02-01..1930-02-28'],
  ])('%s is part of a date: %s', (text, meaning) => {
    expect(english(text)).toBe(meaning)
  })

  test.each([
    ['13/1/2004', '2004-01-13'], ['13012004', '2004-01-13'],
    ['1.3.2004', '2004-03-01 or 2004-01-03'], ['1.3', '*-3-1 or *-1-3'], ['1.3.04', '2004-03-01 or 2004-01-03'],
  ])('%s in the English interface is read in the order that names a day: %s', (text, meaning) => {
    expect(english(text)).toBe(meaning)
  })

  test.each([
    ['3/1/2004', '2004-01-03 or 2004-03-01'], ['3/1', '*-1-3 or *-3-1'], ['3/13/2004', '2004-03-13'], ['3/3/2004', '2004-03-03'],
  ])('%s in the Spanish interface lists both orders, day first: %s', (text, meaning) => {
    expect(spanish(text)).toBe(meaning)
  })

  test.each(['2/30/2004', '2/29/2005', '3/1/2026', '12/1/2025', '3/1/1776', '1776-03-01', 'mar 2026', '45/45/2004', 'feb 30 2004', '12/2025', '32/32'])(
    '%s has the form of a date but nobody can be born then',
    (text) => expect(english(text)).toBe('no such day'),
  )

  test.each([
    '', ' ', 'green', 'mar', '3', '3/', '31', '123', '12345', '1234567', '123456789', '0123', '1776', '1894', '2026', '555-0123', '914-555-0123', 'mar green',
    '3/1/2004 green', '1 2 3 4', 'mar may 2004', 'M0012345', "o'brien 3/1", '/3/1', '3+1', '914 555 0123', 'x'.repeat(41), '3/1/2004'.padEnd(41, '/'),
    '1 de marzo de 2004 a las tres', '123/4', '99-99', '10123 mar',
  ])('"%s" is no date', (text) => expect(english(text)).not.toMatch(/\d/))

  test.each([['mar 12345', 'no such day'], ['mar 123 2004', 'no such day'], ['555-0123', 'no date'], ['32-32', 'no date'], ['3/1/2004 green', 'no date']])(
    '%s: %s', (text, meaning) => expect(english(text)).toBe(meaning),
  )
})

describe('the names of the months', () => {
  test.each([
    ['January', 'JAN', 'enero', 'ene'], ['feb', 'febrero', 'February', 'Feb.'], ['march', 'mar', 'Marzo', 'mar.'], ['april', 'apr', 'abril', 'abr'],
    ['may', 'mayo', 'MAY', 'May'], ['june', 'jun', 'junio', 'Jun'], ['july', 'jul', 'julio', 'JULIO'], ['august', 'aug', 'agosto', 'ago'],
    ['september', 'sept', 'septiembre', 'setiembre'], ['october', 'oct', 'octubre', 'Oct.'], ['november', 'nov', 'noviembre', 'NOV'],
    ['december', 'dec', 'diciembre', 'dic'],
  ])('%s, %s, %s and %s are one month', (...names) => {
    const months = [...new Set(names.map(monthOf))]
    expect(months).toHaveLength(1)
    expect(english(`${names[0]} 2004`)).toContain(`2004-${String(months[0]).padStart(2, '0')}-01`)
  })

  test('they are in the order of the year', () => {
    const firsts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
    expect(firsts.map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect([monthOf('set'), monthOf('maria'), monthOf('')]).toEqual([9, null, null])
  })
})

describe('the years that are meant', () => {
  test.each([['04', [2004]], ['15', [2015, 1915]], ['25', [2025, 1925]], ['26', [1926]], ['2004', [2004]], ['2026', []], ['1895', [1895]], ['1894', []]])('by %s', (digits, years) => {
    expect(yearsOf(digits, today)).toEqual(years)
  })
})

describe('who fits what was typed', () => {
  const fits = (text: string, birthDate: string) =>
    (readTypedDate(text, { today, order: 'month-first' }) ?? []).some((reading) => birthFits(reading, birthDate))

  test.each([
    ['3/1/2004', '2004-03-01', '2004-03-02'], ['3/1', '1961-03-01', '1961-01-03'], ['mar 2004', '2004-03-31', '2004-04-01'],
    ['mar 2004', '2004-03-01', '2004-02-29'], ['2/29', '2004-02-29', '2004-03-01'], ['12/11', '1961-12-11', '1961-11-12'],
  ])('%s fits %s and not %s', (text, one, other) => {
    expect([fits(text, one), fits(text, other)]).toEqual([true, false])
  })

  test('a day of every year is a bounded list of days, latest first', () => {
    const march = daysOf({ kind: 'each-year', month: 3, day: 1 }, today)
    expect(march.slice(0, 2)).toEqual(['2025-03-01', '2024-03-01'])
    expect(march).toHaveLength(OLDEST_AGE + 1)
    expect(march.at(-1)).toBe('1895-03-01')
    expect(daysOf({ kind: 'each-year', month: 12, day: 1 }, today)[0]).toBe('2024-12-01')
    expect(daysOf({ kind: 'each-year', month: 2, day: 29 }, today)).toHaveLength(32)
    expect(daysOf({ kind: 'on', date: '2004-03-01' }, today)).toEqual(['2004-03-01'])
    expect(daysOf({ kind: 'between', from: '2004-02-28', to: '2004-03-01' }, today)).toEqual(['2004-02-28', '2004-02-29', '2004-03-01'])
    expect(daysOf({ kind: 'between', from: '2004-01-01', to: '2004-12-31' }, today)).toHaveLength(366)
  })
})

const day = fc.integer({ min: 0, max: 43_000 }).map((back) => addDays(today, -back))

describe('for any birth date', () => {
  test('every way of writing it out means that day and nothing else', () => {
    fc.assert(fc.property(day, (date) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      const ways = [date, `${Number(month)}/${Number(dayOfMonth)}/${year}`, `${month}-${dayOfMonth}-${year}`, `${year}${month}${dayOfMonth}`]
      for (const text of ways) expect(english(text), text).toBe(date)
    }))
  })

  test('with a two-digit year it is among the readings, and no reading is in the future', () => {
    fc.assert(fc.property(day, fc.constantFrom<'month-first' | 'day-first'>('month-first', 'day-first'), (date, order) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      const readings = readTypedDate(`${month}/${dayOfMonth}/${year.slice(2)}`, { today, order }) ?? []
      expect(readings.every((reading) => reading.kind === 'on' && reading.date <= today && isPlainDate(reading.date))).toBe(true)
      expect(readings.some((reading) => birthFits(reading, date))).toBe(true)
    }))
  })

  test('whatever is typed, no reading is empty, in the future or before the oldest person, and there are few', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,4}([/ .-][0-9]{0,4}){0,3}$/), fc.stringMatching(/^(mar|dic|1|31|29|2)( |-)(feb|de|4|2025|2004)( [0-9]{1,4})?$/))
    fc.assert(fc.property(typed, (text) => {
      const readings = readTypedDate(text, { today, order: 'day-first' }) ?? []
      expect(readings.length).toBeLessThanOrEqual(4)
      for (const reading of readings) {
        const days = daysOf(reading, today)
        expect(days.length).toBeGreaterThan(0)
        expect(days.every((date) => isPlainDate(date) && date <= today && date >= '1895-01-01' && birthFits(reading, date))).toBe(true)
      }
    }), { numRuns: 500 })
  })
})
