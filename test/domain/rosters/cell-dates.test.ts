import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfCell, dateOfSerial, dateOrderOf, type DateReading } from '#domain/rosters/cell-dates.ts'
import { addDays } from '#domain/time.ts'

const monthFirst: DateReading = { today: '2025-11-22', dateOrder: 'month-first', dateSystem: '1900' }
const dayFirst: DateReading = { ...monthFirst, dateOrder: 'day-first' }
const said = (text: string, reading = monthFirst) => {
  const day = dateOfCell(text, reading)
  return day === null ? null : `${day.date}${day.isGuessed ? ' guessed' : ''}`
}

describe('a spreadsheet’s serial numbers', () => {
  test.each([
    [1, '1900', '1900-01-01'], [59, '1900', '1900-02-28'], [60, '1900', null], [61, '1900', '1900-03-01'], [0, '1900', null], [-1, '1900', null], [38047, '1900', '2004-03-01'], [38047.99, '1900', '2004-03-01'],
    [25569, '1900', '1970-01-01'], [2_958_465, '1900', '9999-12-31'], [2_958_466, '1900', null], [0, '1904', '1904-01-01'], [60, '1904', '1904-03-01'], [36585, '1904', '2004-03-01'], [-1, '1904', null],
  ] as const)('%s in the %s system is %s', (serial, system, date) => expect(dateOfSerial(serial, system)).toBe(date))

  test('both systems name one day 1462 apart', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 50_000 }), (serial) => {
      expect(dateOfSerial(serial + 1462, '1900')).toBe(dateOfSerial(serial, '1904'))
    }))
  })

  test('every day after the one that never was follows the day before', () => {
    fc.assert(fc.property(fc.integer({ min: 62, max: 60_000 }), (serial) => {
      expect(dateOfSerial(serial, '1900')).toBe(addDays(dateOfSerial(serial - 1, '1900') ?? '', 1))
    }))
  })
})

describe('the day that a cell names', () => {
  test.each([
    ['3/1/2004', '2004-03-01'], ['03/01/2004', '2004-03-01'], ['3-1-2004', '2004-03-01'], ['3.1.2004', '2004-03-01'], ['2004-03-01', '2004-03-01'], ['2004/3/1', '2004-03-01'],
    ['2004-03-01T00:00:00', '2004-03-01'], ['2004-03-01T00:00:00.000Z', '2004-03-01'], ['2004-03-01 00:00:00-05:00', '2004-03-01'], ['3/1/2004 0:00', '2004-03-01'], ['3/1/2004 12:00:00 AM', '2004-03-01'],
    ['3/1/2004 12:00 a.m.', '2004-03-01'], ['20040301', '2004-03-01'], ['03012004', '2004-03-01'], ['3012004', '2004-03-01'], ['1-Mar-2004', '2004-03-01'], ['01-Mar-04', '2004-03-01'], ['March 1, 2004', '2004-03-01'],
    ['1 de marzo de 2004', '2004-03-01'], ['38047', '2004-03-01'], ['38047.5', '2004-03-01'], ['38047,0', '2004-03-01'], ['3/1/04', '2004-03-01'], ['3/1/88', '1988-03-01'], ['11/23/25', '1925-11-23'],
    ['11/22/25', '2025-11-22 guessed'], ['3/1/15', '2015-03-01 guessed'], ['1-Mar-15', '2015-03-01 guessed'], ['2/29/04', '2004-02-29'], ['2/29/00', '2000-02-29'], ['12/31/1899', '1899-12-31'], ['11/23/2025', '2025-11-23'],
    ['61', '1900-03-01'], ['1', '1900-01-01'], ['1850', '1905-01-23'], ['2026', '1905-07-18'],
  ])('%s is %s', (text, date) => expect(said(text)).toBe(date))

  test.each(['13/1/2004', '2/30/2004', '2/29/2003', '2/29/01', '3/1', 'mar 2004', '2004', '1950', '1890', '2025', '60', '0', '3/1/204', '3/1/20045', '03/01/2004 green', 'x', '', '3//2004', '2004-3', '123/1/2004', '2004/1/2004',
    '99999999', '13012004', '1234567890123', '-5', '3/1/2004/5', '20041301', '3-Mar', 'mar 4'])('"%s" is no day', (text) => expect(said(text)).toBeNull())

  test.each([['1/3/2004', '2004-03-01'], ['13/1/2004', '2004-01-13'], ['01032004', '2004-03-01'], ['1032004', '2004-03-01'], ['1/3/04', '2004-03-01'], ['2004-03-01', '2004-03-01'], ['3/13/2004', null], ['20040301', '2004-03-01']])(
    'with the day first, %s is %s', (text, date) => expect(said(text, dayFirst)).toBe(date),
  )

  test('in the 1904 system', () => {
    expect(said('36585', { ...monthFirst, dateSystem: '1904' })).toBe('2004-03-01')
  })

  test('any day comes back from every way in which a spreadsheet writes it', () => {
    const day = fc.integer({ min: 0, max: 43_000 }).map((back) => addDays('2025-11-22', -back))
    fc.assert(fc.property(day, (date) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      const serial = String(Math.round((Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000))
      const isBare = !/^(18|19|20)\d\d$/.test(serial)
      for (const text of [date, `${Number(month)}/${Number(dayOfMonth)}/${year}`, `${year}${month}${dayOfMonth}`, ...(isBare ? [serial] : [])]) expect(said(text), text).toBe(date)
      expect(said(`${Number(dayOfMonth)}/${Number(month)}/${year}`, dayFirst)).toBe(date)
    }))
  })

  test('a two-digit year is never in the future', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 99 }), (month, day, year) => {
      const read = dateOfCell(`${month}/${day}/${String(year).padStart(2, '0')}`, monthFirst)
      expect(read).not.toBeNull()
      expect(read?.date).toMatch(new RegExp(`^(19|20)${String(year).padStart(2, '0')}-`))
      expect((read?.date ?? '9') <= monthFirst.today).toBe(true)
    }))
  })
})

describe('the order of a column’s dates', () => {
  test.each([
    [['3/1/04', '13/1/04'], 'day-first'], [['3/1/04', '1/13/04'], 'month-first'], [['3/1/2004 0:00', '1/13/2004 0:00'], 'month-first'], [['3/1/04', '4/2/04'], null], [['13/1/04', '1/13/04'], null], [['2004-03-01', ''], null], [[], null],
    [['12/12/04'], null], [['13-1-04', 'x'], 'day-first'],
  ])('%j: %s', (cells, order) => expect(dateOrderOf(cells)).toBe(order))
})
