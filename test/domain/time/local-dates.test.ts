import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { DAY, HOUR, localDateOf, MINUTE } from '#domain/time.ts'

/** Among them zones whose clocks change at midnight, skip a whole day or show an hour of two dates twice. */
const zones = ['America/New_York', 'America/Los_Angeles', 'America/St_Johns', 'America/Havana', 'America/Asuncion', 'Pacific/Apia', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Kathmandu', 'UTC']
const calendar = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

test('the date on a wall clock is the calendar\'s, however close together and in whatever order it is asked for', () => {
  fc.assert(fc.property(
    fc.constantFrom(...zones), fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) }), fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 3, maxLength: 12 }),
    (zone, at, steps) => {
      for (const step of [0, 0, 1, ...steps]) expect(localDateOf(at + step, zone)).toBe(calendar(at + step, zone))
    },
  ))
})

test.each(zones)('in %s no date is carried over a change of the clocks', (zone) => {
  const changes = Array.from({ length: 26 }, (_, year) => Temporal.Instant.fromEpochMilliseconds(Date.UTC(2004 + year, 0, 1)).toZonedDateTimeISO(zone).getTimeZoneTransition('next'))
  for (const change of changes) {
    if (!change) continue
    for (let at = change.epochMilliseconds - 26 * HOUR; at < change.epochMilliseconds + 26 * HOUR; at += 20 * MINUTE) expect(localDateOf(at, zone)).toBe(calendar(at, zone))
  }
})
