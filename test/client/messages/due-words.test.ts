import { expect, test } from 'vitest'
import { clockPoints } from '#client/messages/clock-points.ts'
import { clockStretches, newestStretches } from '#client/messages/clock-words.ts'
import { dueLook } from '#client/messages/due-words.ts'
import { holidayName } from '#client/messages/holiday-names.ts'
import { federalHolidayOn } from '#domain/calendar/us-federal-holidays.ts'
import { addDays, DAY, HOUR, isoOf, MINUTE } from '#domain/time.ts'
import { buildClock, buildRow, NOW } from '#test/client/messages/build-thread.ts'

const ZONE = 'America/New_York'
const look = (given: Parameters<typeof buildRow>[0], at = NOW) => dueLook(buildRow(given), at, ZONE)
const targetAt = Date.parse(buildClock().targetAt ?? '')

test('a thread in the last quarter of its time says what is left, and one with time enough says it quietly', () => {
  expect(look({})).toEqual({ state: 'due', key: 'messages.chip.left', values: { span: '4:58' } })
  expect(look({}, targetAt - 40 * HOUR)).toMatchObject({ state: 'none', values: { span: '40:00' } })
})

test('R50: an answer at the very instant of the target would be on time; a moment later the thread is late', () => {
  expect(look({}, targetAt)).toMatchObject({ state: 'due', key: 'messages.chip.left' })
  expect(look({}, targetAt + 1)).toMatchObject({ state: 'late', key: 'messages.chip.late' })
  expect(look({}, targetAt + 3 * HOUR + 20 * MINUTE)).toMatchObject({ state: 'late', values: { span: '3:20' } })
})

test('from three days on it is told in days of the portal’s own unit: of business days the holiday is none', () => {
  const far = { targetAt: isoOf(NOW + 4 * DAY + HOUR), warnAt: isoOf(NOW + 3 * DAY), limitAt: isoOf(NOW + 9 * DAY) }
  expect(look({ clock: buildClock(far) })).toMatchObject({ key: 'messages.chip.left_days', values: { smart_count: 4 } })
  const monday = { ...far, targetAt: '2026-11-30T22:30:00.000Z', unit: 'business-days' as const, target: 3, limit: 5 }
  expect(look({ clock: buildClock(monday) })).toMatchObject({ key: 'messages.chip.left_business', values: { smart_count: 3 } })
})

test('emergency wording comes before the clock; what is closed, answered or paused says so', () => {
  expect(look({ flagged: true })).toMatchObject({ state: 'emergency' })
  expect(look({ state: 'resolved' })).toMatchObject({ key: 'messages.chip.closed' })
  expect(look({ clock: buildClock({ answeredAt: isoOf(NOW) }) })).toMatchObject({ state: 'ok', key: 'messages.chip.answered' })
  expect(look({ clock: buildClock({ paused: true, pausedSinceAt: isoOf(NOW) }) })).toMatchObject({ state: 'held', key: 'messages.chip.paused' })
  expect(look({ clock: null })).toBeNull()
  expect(look({ clock: buildClock({ targetAt: null, warnAt: null, limitAt: null }) })).toMatchObject({ key: 'messages.chip.no_office' })
})

test('the line of a clock goes from what was received over now to target and limit, with what lies between', () => {
  expect(clockPoints(buildClock(), NOW).map(({ kind, until }) => [kind, until?.span, until?.isOver])).toEqual([
    ['received', 43 * HOUR + 2 * MINUTE, true], ['now', 4 * HOUR + 58 * MINUTE, false], ['target', 24 * HOUR, false], ['limit', undefined, undefined],
  ])
  const late = clockPoints(buildClock(), targetAt + HOUR).map(({ kind }) => kind)
  expect(late).toEqual(['received', 'target', 'now', 'limit'])
  expect(clockPoints(buildClock({ answeredAt: isoOf(NOW) }), NOW + DAY).map(({ kind }) => kind)).toEqual(['received', 'answered', 'target', 'limit'])
})

test('the days of a clock are told in words, days alike in one line, and a holiday by its name', () => {
  const days = [
    { kind: 'hours' as const, on: '2026-11-22', countedMs: 8 * HOUR + 20 * MINUTE, pausedMs: 0 }, { kind: 'hours' as const, on: '2026-11-23', countedMs: 24 * HOUR, pausedMs: 0 },
    { kind: 'hours' as const, on: '2026-11-24', countedMs: 24 * HOUR, pausedMs: 0 }, { kind: 'hours' as const, on: '2026-11-25', countedMs: 0, pausedMs: 24 * HOUR },
  ]
  expect(clockStretches(days)).toEqual([
    { from: '2026-11-22', to: '2026-11-22', key: 'messages.day.counted', values: { hours: '8 h 20 min' } }, { from: '2026-11-23', to: '2026-11-24', key: 'messages.day.counted', values: { hours: '24 h' } },
    { from: '2026-11-25', to: '2026-11-25', key: 'messages.day.paused', values: {} },
  ])
  expect(clockStretches([{ kind: 'holiday', on: '2026-11-26', name: 'Thanksgiving Day' }, { kind: 'business-day', on: '2026-11-27', number: 2 }]).map(({ key }) => key)).toEqual(['messages.day.holiday', 'messages.day.business'])
})

test('of a clock that ran for months the newest lines are told, and how many days lie before them', () => {
  const days = Array.from({ length: 40 }, (_, place) => ({ kind: 'business-day' as const, on: isoOf(NOW + place * DAY).slice(0, 10), number: place }))
  const { lines, earlier } = newestStretches(days)
  expect(lines).toHaveLength(8)
  expect(earlier).toBe(32)
})

test('a clock is explained in Spanish with Spanish names of holidays', () => {
  const days = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day))
  const names = [...new Set(days.flatMap((on) => federalHolidayOn(on) ?? []))]
  expect(names).toHaveLength(11)
  for (const name of names) expect([holidayName(name, 'en'), holidayName(name, 'es') === name]).toEqual([name, false])
})
