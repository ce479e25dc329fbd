import type { ReplyPromise } from '#domain/portals/message-policy.ts'
import { addDays, localDateOf, startOfLocalDay, type Instant, type PlainDate } from '#domain/time.ts'
import { officeDay, type OfficeCalendar } from '#domain/business-time/office-day.ts'
import { countedUntil, isPausedAt, type ReplyClock } from '#domain/business-time/reply-clock.ts'

/** What one local day did for a clock. Milliseconds for hours on the clock; a running number for business days. */
export type ExplainedDay =
  | { kind: 'hours'; on: PlainDate; countedMs: number; pausedMs: number }
  | { kind: 'arrived'; on: PlainDate }
  | { kind: 'business-day'; on: PlainDate; number: number }
  | { kind: 'not-closed-yet'; on: PlainDate }
  | { kind: 'paused-at-closing'; on: PlainDate }
  | { kind: 'no-hours' | 'site-closed'; on: PlainDate }
  | { kind: 'holiday'; on: PlainDate; name: string }

/** R50: how a clock came to where it stands at `at` (or when it was answered), day by day of the office's calendar. */
export function explainClock(clock: ReplyClock, promise: ReplyPromise, calendar: OfficeCalendar, at: Instant): ExplainedDay[] {
  const endAt = Math.min(clock.answeredAt ?? at, at)
  const last = localDateOf(endAt, calendar.zone)
  const days: ExplainedDay[] = []
  let number = 0
  for (let on = localDateOf(clock.startedAt, calendar.zone); on <= last; on = addDays(on, 1)) {
    const day = promise.unit === 'elapsed-hours'
      ? hoursOf(clock, calendar, on, endAt)
      : businessDayOf(clock, calendar, on, endAt, number + 1, days.length === 0)
    if (day.kind === 'business-day') number = day.number
    days.push(day)
  }
  return days
}

function hoursOf(clock: ReplyClock, { zone }: OfficeCalendar, on: PlainDate, endAt: Instant): ExplainedDay {
  const fromAt = Math.max(startOfLocalDay(on, zone), clock.startedAt)
  const untilAt = Math.max(fromAt, Math.min(startOfLocalDay(addDays(on, 1), zone), endAt))
  const countedMs = countedUntil(clock, untilAt) - countedUntil(clock, fromAt)
  return { kind: 'hours', on, countedMs, pausedMs: untilAt - fromAt - countedMs }
}

function businessDayOf(
  clock: ReplyClock, calendar: OfficeCalendar, on: PlainDate, endAt: Instant, number: number, isArrival: boolean,
): ExplainedDay {
  if (isArrival) return { kind: 'arrived', on }
  const day = officeDay(calendar, on)
  if (day.kind !== 'open') return day
  if (day.closesAt > endAt) return { kind: 'not-closed-yet', on }
  return isPausedAt(clock, day.closesAt) ? { kind: 'paused-at-closing', on } : { kind: 'business-day', on, number }
}
