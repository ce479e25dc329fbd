import { describe, expect, test } from 'vitest'
import { dueState, stageAt } from '#domain/business-time/due-state.ts'
import { explainClock } from '#domain/business-time/explain-clock.ts'
import { isOpenAt, nextOpeningAfter, type OfficeCalendar } from '#domain/business-time/office-day.ts'
import type { Pause, ReplyClock } from '#domain/business-time/reply-clock.ts'
import { federalHolidays, weekdayHours } from '#domain/policies/shipped-hours.ts'
import type { ReplyPromise } from '#domain/portals/message-policy.ts'
import { isoOrNull } from '#domain/time.ts'

const hours: ReplyPromise = { unit: 'elapsed-hours', target: 48, limit: 72 }
const days: ReplyPromise = { unit: 'business-days', target: 1, limit: 3 }
const newYork: OfficeCalendar = { zone: 'America/New_York', hours: weekdayHours, holidays: federalHolidays }

const at = (local: string) => Date.parse(local)
const clock = (startedAt: string, more: { pauses?: [string, string | null][]; answeredAt?: string } = {}): ReplyClock => ({
  startedAt: at(startedAt),
  pauses: (more.pauses ?? []).map(([from, until]): Pause => ({ fromAt: at(from), untilAt: until ? at(until) : null })),
  answeredAt: more.answeredAt ? at(more.answeredAt) : null,
})
const stage = (one: ReplyClock, promise: ReplyPromise, when: string) => dueState(one, promise, newYork, at(when)).stage
const due = (one: ReplyClock, promise: ReplyPromise) => {
  const { warnAt, targetAt, limitAt } = dueState(one, promise, newYork, one.startedAt)
  return [isoOrNull(warnAt), isoOrNull(targetAt), isoOrNull(limitAt)]
}

describe('R50: hours on the clock', () => {
  const friday = clock('2026-11-20T16:59:00-05:00')

  test('48 and 72 hours run through the weekend, and the last quarter warns', () => {
    expect(due(friday, hours)).toEqual(['2026-11-22T09:59:00.000Z', '2026-11-22T21:59:00.000Z', '2026-11-23T21:59:00.000Z'])
  })

  test.each([
    ['2026-11-22T04:58:59-05:00', 'running'], ['2026-11-22T04:59:00-05:00', 'warned'],
    ['2026-11-22T16:59:00-05:00', 'warned'], ['2026-11-22T16:59:00.001-05:00', 'past-target'],
    ['2026-11-23T16:59:00-05:00', 'past-target'], ['2026-11-23T16:59:00.001-05:00', 'past-limit'],
  ])('an answer at the very instant is on time, one after it is past: %s is %s', (when, expected) => {
    expect(stage(friday, hours, when)).toBe(expected)
  })

  test('48 hours are 48 hours in the night when the clocks go back', () => {
    expect(due(clock('2026-10-31T12:00:00-04:00'), hours)[1]).toBe('2026-11-02T16:00:00.000Z')
  })

  test('waiting for the patient is not counted', () => {
    const waited = clock('2026-11-16T09:00:00-05:00', { pauses: [['2026-11-17T09:00:00-05:00', '2026-11-18T09:00:00-05:00']] })
    expect(due(waited, hours)[1]).toBe('2026-11-19T14:00:00.000Z')
  })

  test('a pause that begins at the very instant of the target makes nothing late', () => {
    const kept = clock('2026-11-16T09:00:00-05:00', { pauses: [['2026-11-18T09:00:00-05:00', '2026-11-20T09:00:00-05:00']] })
    expect(stage(kept, hours, '2026-11-20T09:00:00-05:00')).toBe('warned')
    expect(stage(kept, hours, '2026-11-20T09:01:00-05:00')).toBe('past-target')
  })

  test('a clock that stands still has no target, and says so', () => {
    const waiting = clock('2026-11-16T09:00:00-05:00', { pauses: [['2026-11-17T09:00:00-05:00', null]] })
    expect(dueState(waiting, hours, newYork, at('2026-12-24T09:00:00-05:00'))).toMatchObject({ stage: 'running', paused: true, targetAt: null })
  })

  test('what was past before the pause stays past', () => {
    const late = clock('2026-11-16T09:00:00-05:00', { pauses: [['2026-11-18T10:00:00-05:00', null]] })
    expect(dueState(late, hours, newYork, at('2026-11-30T09:00:00-05:00'))).toMatchObject({ stage: 'past-target', paused: true })
  })

  test('an answered clock stays where it was when it was answered', () => {
    const answered = clock('2026-11-16T09:00:00-05:00', { answeredAt: '2026-11-17T09:00:00-05:00' })
    expect(dueState(answered, hours, newYork, at('2027-01-05T09:00:00-05:00'))).toMatchObject({ stage: 'running', answered: true, paused: false })
  })
})

describe('R50: business days', () => {
  test('a thread received at 16:59 on Friday is not late on Monday morning', () => {
    expect(stage(clock('2026-11-13T16:59:00-05:00'), days, '2026-11-16T09:00:00-05:00')).toBe('warned')
  })

  test('whatever the hour of arrival, the first day is the next one that is open', () => {
    for (const when of ['2026-11-17T00:00:00-05:00', '2026-11-17T08:30:00-05:00', '2026-11-17T23:59:00-05:00']) {
      expect(due(clock(when), days)).toEqual(['2026-11-18T13:30:00.000Z', '2026-11-18T22:30:00.000Z', '2026-11-20T22:30:00.000Z'])
    }
  })

  test('Thanksgiving and the weekend are no business days', () => {
    expect(due(clock('2026-11-25T10:00:00-05:00'), days)).toEqual(['2026-11-27T13:30:00.000Z', '2026-11-27T22:30:00.000Z', '2026-12-01T22:30:00.000Z'])
  })

  test('a site that closes for a day, and one that opens on a holiday, count so', () => {
    const site = { ...newYork, holidays: { ...federalHolidays, alsoClosedOn: ['2026-11-27'], openAnywayOn: ['2026-11-26'] } }
    expect(isoOrNull(dueState(clock('2026-11-25T10:00:00-05:00'), days, site, 0).targetAt)).toBe('2026-11-26T22:30:00.000Z')
    expect(isoOrNull(dueState(clock('2026-11-26T10:00:00-05:00'), days, site, 0).targetAt)).toBe('2026-11-30T22:30:00.000Z')
  })

  test.each([
    ['paused over the closing time: the day does not count', '2026-11-17T17:30:00-05:00', '2026-11-17T17:31:00-05:00', '2026-11-18T22:30:00.000Z'],
    ['gone on at the closing time itself: it counts', '2026-11-17T17:00:00-05:00', '2026-11-17T17:30:00-05:00', '2026-11-17T22:30:00.000Z'],
    ['paused only after it: it counts', '2026-11-17T17:31:00-05:00', '2026-11-17T20:00:00-05:00', '2026-11-17T22:30:00.000Z'],
  ])('%s', (_sentence, from, until, targetAt) => {
    expect(due(clock('2026-11-16T10:00:00-05:00', { pauses: [[from, until]] }), days)[1]).toBe(targetAt)
  })

  test('the local day of arrival is the office’s: 00:30 in New York is still the evening before in California', () => {
    const arrived = clock('2026-11-18T00:30:00-05:00')
    const california = { ...newYork, zone: 'America/Los_Angeles' }
    expect(isoOrNull(dueState(arrived, days, newYork, 0).targetAt)).toBe('2026-11-19T22:30:00.000Z')
    expect(isoOrNull(dueState(arrived, days, california, 0).targetAt)).toBe('2026-11-19T01:30:00.000Z')
  })

  test('an office without hours promises no instant', () => {
    const closed = { ...newYork, hours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }
    expect(dueState(clock('2026-11-18T09:00:00-05:00'), days, closed, 0)).toMatchObject({ warnAt: null, targetAt: null, limitAt: null, stage: 'running' })
    expect(nextOpeningAfter(closed, 0)).toBeNull()
  })
})

test('a row that keeps its instants stands where its clock stands', () => {
  const friday = clock('2026-11-20T16:59:00-05:00')
  const kept = dueState(friday, hours, newYork, friday.startedAt)
  for (const when of ['2026-11-22T05:00:00-05:00', '2026-11-22T17:00:00-05:00', '2026-11-24T17:00:00-05:00']) {
    expect(stageAt(kept, at(when))).toBe(stage(friday, hours, when))
  }
})

describe('how a clock came to where it stands', () => {
  test('hours are told day by day, counted and paused', () => {
    const one = clock('2026-11-16T13:50:00-05:00', { pauses: [['2026-11-16T17:00:00-05:00', '2026-11-18T00:00:00-05:00']] })
    expect(explainClock(one, hours, newYork, at('2026-11-18T01:00:00-05:00'))).toEqual([
      { kind: 'hours', on: '2026-11-16', countedMs: 190 * 60_000, pausedMs: 420 * 60_000 },
      { kind: 'hours', on: '2026-11-17', countedMs: 0, pausedMs: 1440 * 60_000 },
      { kind: 'hours', on: '2026-11-18', countedMs: 60 * 60_000, pausedMs: 0 },
    ])
  })

  test('business days are told with why a day did not count', () => {
    const one = clock('2026-11-24T10:00:00-05:00', { pauses: [['2026-11-27T09:00:00-05:00', '2026-11-28T09:00:00-05:00']] })
    expect(explainClock(one, days, newYork, at('2026-11-30T12:00:00-05:00'))).toEqual([
      { kind: 'arrived', on: '2026-11-24' }, { kind: 'business-day', on: '2026-11-25', number: 1 },
      { kind: 'holiday', on: '2026-11-26', name: 'Thanksgiving Day' }, { kind: 'paused-at-closing', on: '2026-11-27' },
      { kind: 'no-hours', on: '2026-11-28' }, { kind: 'no-hours', on: '2026-11-29' }, { kind: 'not-closed-yet', on: '2026-11-30' },
    ])
  })
})

describe('when the office is open', () => {
  test('from its opening to just before its closing, not in its break', () => {
    const split = { ...newYork, hours: { ...weekdayHours, wed: [{ opens: '08:00', closes: '12:00' }, { opens: '13:00', closes: '17:00' }] } }
    const open = (time: string) => isOpenAt(split, at(`2026-11-18T${time}-05:00`))
    expect([open('07:59:59'), open('08:00:00'), open('12:00:00'), open('12:59:59'), open('13:00:00'), open('17:00:00')])
      .toEqual([false, true, false, false, true, false])
    expect(isoOrNull(nextOpeningAfter(split, at('2026-11-18T08:00:00-05:00')))).toBe('2026-11-18T18:00:00.000Z')
  })

  test('an office that closes at the very hour that a clock change skips has had its day', () => {
    const night = { ...newYork, hours: { ...weekdayHours, sun: [{ opens: '01:00', closes: '02:00' }] } }
    expect([isOpenAt(night, at('2026-03-08T01:59:00-05:00')), isOpenAt(night, at('2026-03-08T03:00:00-04:00'))]).toEqual([true, false])
  })

  test('after Friday 16:00 before Thanksgiving week it opens on Monday; after Wednesday evening on Friday', () => {
    expect(isoOrNull(nextOpeningAfter(newYork, at('2026-11-20T16:00:00-05:00')))).toBe('2026-11-23T13:30:00.000Z')
    expect(isoOrNull(nextOpeningAfter(newYork, at('2026-11-25T18:00:00-05:00')))).toBe('2026-11-27T13:30:00.000Z')
  })
})
