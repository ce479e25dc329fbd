import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageAt, ageBandOf, ageOn, birthdayOn, birthdayStartsAt } from '#domain/birthdays.ts'
import { addDays } from '#domain/time.ts'

const NEW_YORK = 'America/New_York'
const LOS_ANGELES = 'America/Los_Angeles'

describe('R32 born on 29 February', () => {
  it.each([
    ['2012-02-29', 12, '2024-02-29'],
    ['2012-02-29', 13, '2025-03-01'],
    ['2008-02-29', 18, '2026-03-01'],
    ['2088-02-29', 12, '2100-03-01'],
    ['1988-02-29', 12, '2000-02-29'],
    ['2012-02-28', 13, '2025-02-28'],
    ['2012-03-01', 13, '2025-03-01'],
  ])('R32 somebody born on %s has the birthday to %i on %s', (birthDate, age, on) => {
    expect(birthdayOn(birthDate, age)).toBe(on)
  })

  it('R32 a leap-day child is 17 through 28 February and 18 on 1 March of a common year', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })

  it('R32 a leap-day child turns 12 on 29 February itself, not a day later', () => {
    expect(ageOn('2012-02-29', '2024-02-28')).toBe(11)
    expect(ageOn('2012-02-29', '2024-02-29')).toBe(12)
  })
})

describe('R21 age in whole years', () => {
  it('R21 the day before the 12th birthday is age 11, the birthday is age 12', () => {
    expect(ageOn('2014-12-07', '2026-12-06')).toBe(11)
    expect(ageOn('2014-12-07', '2026-12-07')).toBe(12)
  })

  it('R21 a newborn is 0 on the day of birth, and has no age before it', () => {
    expect(ageOn('2026-11-24', '2026-11-24')).toBe(0)
    expect(ageOn('2026-11-24', '2026-11-23')).toBe(-1)
  })

  it('R21 the birthday begins at midnight of the portal: in California three hours after New York', () => {
    expect(birthdayStartsAt('2014-12-07', 12, NEW_YORK)).toBe(Date.parse('2026-12-07T05:00:00Z'))
    expect(birthdayStartsAt('2014-12-07', 12, LOS_ANGELES)).toBe(Date.parse('2026-12-07T08:00:00Z'))
  })

  it('R21 at 00:30 Eastern the child is 12 on the New York portal and still 11 on the California one', () => {
    const halfPastMidnight = Date.parse('2026-12-07T05:30:00Z')
    expect(ageAt('2014-12-07', halfPastMidnight, NEW_YORK)).toBe(12)
    expect(ageAt('2014-12-07', halfPastMidnight, LOS_ANGELES)).toBe(11)
  })

  it.each([
    ['on the short day of March', '2015-03-08', '2027-03-08T05:00:00Z'],
    ['on the day the clocks go forward', '2015-03-14', '2027-03-14T05:00:00Z'],
    ['the day after they went forward', '2015-03-15', '2027-03-15T04:00:00Z'],
    ['on the day the clocks go back', '2014-11-01', '2026-11-01T04:00:00Z'],
    ['the day after they went back', '2014-11-02', '2026-11-02T05:00:00Z'],
  ])('R21 a birthday %s begins at local midnight, to the millisecond', (_when, birthDate, iso) => {
    const starts = Date.parse(iso)
    expect(birthdayStartsAt(birthDate, 12, NEW_YORK)).toBe(starts)
    expect(ageAt(birthDate, starts - 1, NEW_YORK)).toBe(11)
    expect(ageAt(birthDate, starts, NEW_YORK)).toBe(12)
  })

  it('R21 R32 the age agrees with counting birthdays day by day', () => {
    const date = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2010-01-01', days))
    const leapDay = fc.constantFrom('2012-02-29', '2016-02-29', '2096-02-29')
    fc.assert(fc.property(fc.oneof(date, leapDay), fc.integer({ min: 0, max: 1_900 }), (birthDate, days) => {
      expect(ageOn(birthDate, addDays(birthDate, days))).toBe(birthdaysPassed(birthDate, days))
    }), { numRuns: 60 })
  })
})

describe('R20 age bands', () => {
  const bands = [{ fromAge: 0, untilAge: 12 }, { fromAge: 12, untilAge: 18 }, { fromAge: 18, untilAge: null }]

  it.each([[0, 0], [11, 0], [12, 12], [17, 12], [18, 18], [110, 18]])('R20 age %i is in the band from %i', (age, fromAge) => {
    expect(ageBandOf(bands, age)?.fromAge).toBe(fromAge)
  })

  it('R20 an age before birth is in no band', () => {
    expect(ageBandOf(bands, -1)).toBeNull()
  })

  it('R20 an age past the last band that ends is in none', () => {
    expect(ageBandOf(bands.slice(0, 2), 18)).toBeNull()
  })
})

/** Walks the calendar and counts: the same month and day, or 1 March after a 28 February for a leap-day child. */
function birthdaysPassed(birthDate: string, days: number): number {
  let passed = 0
  for (let day = 1; day <= days; day++) {
    const date = addDays(birthDate, day)
    const isSameDay = date.slice(5) === birthDate.slice(5)
    const isMovedLeapDay = birthDate.endsWith('02-29') && date.endsWith('03-01')
      && addDays(date, -1).endsWith('02-28')
    if (isSameDay || isMovedLeapDay) passed++
  }
  return passed
}
