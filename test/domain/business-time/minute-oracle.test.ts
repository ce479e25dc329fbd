import { expect, test } from 'vitest'
import { dueState } from '#domain/business-time/due-state.ts'
import type { OfficeCalendar } from '#domain/business-time/office-day.ts'
import type { Pause, ReplyClock } from '#domain/business-time/reply-clock.ts'
import { isLate, MINUTE_MS } from '#test/domain/business-time/minute-oracle.ts'

/** `CLOCK_CASES=100000` for the long run (docs/testing.md). */
const CASES = Number(process.env.CLOCK_CASES ?? 10_000)

/** Numbers by a seed: the same cases for everybody. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * below)
  }
}

const zones = ['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'America/St_Johns']
/** Starts near clock changes and around holidays as often as on any other day of 2026. */
const nights = ['2026-03-06', '2026-03-08', '2026-10-30', '2026-11-01', '2026-11-24', '2026-07-02', '2026-12-23'].map((on) => Date.parse(on) / MINUTE_MS)
const hourOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function calendarBy(roll: (below: number) => number): OfficeCalendar {
  const day = () => {
    if (roll(4) === 0) return []
    const opens = roll(12) * 60 + roll(4) * 15
    const closes = opens + 30 + roll(20) * 30
    if (closes >= 1440) return [{ opens: hourOf(opens), closes: '24:00' }]
    return roll(2) === 0 || closes + 90 > 1430
      ? [{ opens: hourOf(opens), closes: hourOf(closes) }]
      : [{ opens: hourOf(opens), closes: hourOf(closes) }, { opens: hourOf(closes + 30), closes: hourOf(closes + 90) }]
  }
  return {
    zone: zones[roll(zones.length)] ?? 'America/New_York',
    hours: { mon: day(), tue: day(), wed: [{ opens: '01:15', closes: '02:30' }], thu: day(), fri: day(), sat: day(), sun: day() },
    holidays: {
      calendar: roll(2) === 0 ? 'us-federal' : 'none',
      alsoClosedOn: ['2026-11-27', '2026-03-09'].slice(roll(3)), openAnywayOn: ['2026-11-26', '2026-11-02'].slice(roll(3)),
    },
  }
}

function clockBy(roll: (below: number) => number): ReplyClock {
  const night = nights[roll(nights.length)] ?? 0
  const start = roll(2) === 0 ? night + roll(3 * 1440) : Date.UTC(2026, 0, 2) / MINUTE_MS + roll(340 * 1440)
  const pauses: Pause[] = []
  for (let from = start + roll(2880), left = roll(4); left > 0; left--) {
    const until = from + 1 + roll(2880)
    pauses.push({ fromAt: from * MINUTE_MS, untilAt: left === 1 && roll(3) === 0 ? null : until * MINUTE_MS })
    from = until + 1 + roll(1440)
  }
  return { startedAt: start * MINUTE_MS, pauses, answeredAt: null }
}

test(`${CASES.toLocaleString('en')} clocks stand where counting minute by minute finds them, clock changes included`, () => {
  const roll = dice(20261122)
  const wrong: unknown[] = []
  for (let n = 0; n < CASES; n++) {
    const [calendar, clock] = [calendarBy(roll), clockBy(roll)]
    const unit = roll(2) === 0 ? 'elapsed-hours' as const : 'business-days' as const
    const target = unit === 'elapsed-hours' ? 1 + roll(72) : 1 + roll(3)
    const promise = { unit, target, limit: target + roll(unit === 'elapsed-hours' ? 48 : 2) }
    const first = dueState(clock, promise, calendar, clock.startedAt)
    // Half of the questions are asked at the very edges, a minute before and after.
    const edge = [first.targetAt, first.limitAt][roll(2)]
    const minute = typeof edge === 'number' && roll(2) === 0 ? edge / MINUTE_MS + roll(3) - 1 : clock.startedAt / MINUTE_MS + roll(8 * 1440)
    const { stage } = dueState(clock, promise, calendar, minute * MINUTE_MS)
    const told = { target: stage === 'past-target' || stage === 'past-limit', limit: stage === 'past-limit' }
    const counted = { target: isLate(clock, unit, promise.target, calendar, minute), limit: isLate(clock, unit, promise.limit, calendar, minute) }
    if (told.target !== counted.target || told.limit !== counted.limit) wrong.push({ n, told, counted, promise, calendar, clock, minute })
  }
  expect(wrong.length, JSON.stringify(wrong[0])).toBe(0)
}, 300_000)
