import { expect, test } from 'vitest'
import { dateText, dayText, momentText, spanText, timeText, zoneText } from '#client/ui/format.ts'
import { stretchesOf } from '#client/ui/folded.ts'
import { HOUR, MINUTE, SECOND } from '#domain/time.ts'

const ny = 'America/New_York'
const at = (iso: string) => Date.parse(iso)
const now = at('2026-11-24T15:42:00Z')

test('a day is written without its year while it is this year, in the practice’s zone', () => {
  expect(dayText(now, now, ny, 'en')).toBe('Tue 24 Nov')
  expect(dayText(at('2025-02-08T12:00:00Z'), now, ny, 'en')).toBe('Sat 8 Feb 2025')
  expect(dayText(at('2027-01-01T03:00:00Z'), now, ny, 'en')).toBe('Thu 31 Dec')
  expect(dayText(now, now, ny, 'es')).toBe('mar 24 nov')
})

test('a time is the wall clock of the zone, on both sides of a clock change', () => {
  expect(timeText(at('2026-11-01T05:30:00Z'), ny)).toBe('01:30')
  expect(timeText(at('2026-11-01T06:30:00Z'), ny)).toBe('01:30')
  expect(timeText(at('2026-03-08T07:00:00Z'), ny)).toBe('03:00')
  expect(timeText(at('2026-11-24T05:00:00Z'), ny)).toBe('00:00')
  expect(zoneText(now, ny)).toBe('ET')
})

test('today needs no day, yesterday does', () => {
  expect(momentText(now - HOUR, now, ny, 'en')).toBe('09:42')
  expect(momentText(now - 24 * HOUR, now, ny, 'en')).toBe('Mon 23 Nov 10:42')
})

test('a birth date is a calendar date: no zone moves it', () => {
  expect(dateText('2004-03-01', 'en')).toBe('1 Mar 2004')
  expect(dateText('1936-02-29', 'es')).toBe('29 feb 1936')
})

test('a span shows seconds under an hour, hours and minutes from there on, and never less than nothing', () => {
  expect([spanText(48 * SECOND), spanText(59 * MINUTE + 59 * SECOND), spanText(HOUR), spanText(3 * HOUR + 20 * MINUTE), spanText(-SECOND)])
    .toEqual(['0:48', '59:59', '1:00', '3:20', '0:00'])
})

test('typed letters are marked in a name whatever their accents, and words in any order', () => {
  const marked = (name: string, typed: string) => stretchesOf(name, typed).filter((one) => one.marked).map((one) => one.text)
  expect(marked('Hernán Heredia', 'heredia hernan')).toEqual(['Hernán', 'Heredia'])
  expect(marked('Zoë Núñez', 'nune')).toEqual(['Núñe'])
  expect(marked('Angele Greenfelder', 'x')).toEqual([])
})
