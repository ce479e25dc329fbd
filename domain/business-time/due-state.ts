import type { ReplyPromise } from '#domain/portals/message-policy.ts'
import { HOUR, localDateOf, type Instant } from '#domain/time.ts'
import { openDaysAfter, type OfficeCalendar, type OfficeDay } from '#domain/business-time/office-day.ts'
import { firstInstantAfter, isPausedAt, lastInstantWithin, type ReplyClock } from '#domain/business-time/reply-clock.ts'

/**
 * When a clock warns, and the last instants at which an answer keeps target and limit. Null: not to be said while the clock
 * stands still, or the office keeps no business days.
 */
export type DueInstants = { warnAt: Instant | null; targetAt: Instant | null; limitAt: Instant | null }

/** How far a clock is, the same word in chip, order, dashboard and forecast. */
export type DueStage = 'running' | 'warned' | 'past-target' | 'past-limit'

export type DueState = DueInstants & { stage: DueStage; paused: boolean; answered: boolean }

/** The last quarter of the way to the target warns (R50). */
const WARNING_SHARE = 0.75

/** R50: warning, target and limit of a clock by the portal's promise, hours on the clock or business days of the office. */
export function dueInstants(clock: ReplyClock, promise: ReplyPromise, calendar: OfficeCalendar): DueInstants {
  if (promise.unit === 'elapsed-hours') {
    return {
      warnAt: firstInstantAfter(clock, promise.target * HOUR * WARNING_SHARE),
      targetAt: lastInstantWithin(clock, promise.target * HOUR),
      limitAt: lastInstantWithin(clock, promise.limit * HOUR),
    }
  }
  const target = countedDay(clock, calendar, promise.target)
  return {
    warnAt: target?.intervals[0].opensAt ?? null,
    targetAt: target?.closesAt ?? null,
    limitAt: countedDay(clock, calendar, promise.limit)?.closesAt ?? null,
  }
}

/** The Nth business day after the local date of arrival. One at whose closing time the clock stands still is none (R50). */
function countedDay(clock: ReplyClock, calendar: OfficeCalendar, count: number): (OfficeDay & { kind: 'open' }) | null {
  const standsForGoodFrom = clock.pauses.find(({ untilAt }) => untilAt === null)?.fromAt ?? Infinity
  let counted = 0
  for (const day of openDaysAfter(calendar, localDateOf(clock.startedAt, calendar.zone))) {
    if (day.closesAt >= standsForGoodFrom) return null
    if (!isPausedAt(clock, day.closesAt)) counted++
    if (counted === count) return day
  }
  return null
}

/**
 * R50: where a clock stands at `at`; an answered one where it stood when it was answered. An answer at the very instant of the
 * target or the limit is on time, later is past.
 */
export function dueState(clock: ReplyClock, promise: ReplyPromise, calendar: OfficeCalendar, at: Instant): DueState {
  const answered = clock.answeredAt !== null && clock.answeredAt <= at
  const seenAt = answered ? (clock.answeredAt ?? at) : at
  const due = dueInstants(clock, promise, calendar)
  return { ...due, stage: stageAt(due, seenAt), paused: !answered && isPausedAt(clock, at), answered }
}

/** The stage by instants alone: a worklist that keeps them asks this of a row, and so does its chip. */
export function stageAt({ warnAt, targetAt, limitAt }: DueInstants, at: Instant): DueStage {
  if (limitAt !== null && at > limitAt) return 'past-limit'
  if (targetAt !== null && at > targetAt) return 'past-target'
  return warnAt !== null && at >= warnAt ? 'warned' : 'running'
}
