import { dueInstants, stageAt, type DueStage } from '#domain/business-time/due-state.ts'
import type { OfficeCalendar } from '#domain/business-time/office-day.ts'
import { firstInstantAfter, isPausedAt, type ReplyClock } from '#domain/business-time/reply-clock.ts'
import type { AgeBand } from '#domain/messages/words.ts'
import type { ReplyPromise } from '#domain/portals/message-policy.ts'
import { HOUR, type Instant } from '#domain/time.ts'

/** What a thread keeps of its clock: the instants of the engine, and its place in the worklist. */
export type KeptClock = {
  startedAt: Instant | null; answeredAt: Instant | null; pausedAt: Instant | null
  halfAt: Instant | null; warnAt: Instant | null; targetAt: Instant | null; limitAt: Instant | null
  rank: number; orderAt: Instant; bucket: string | null
}

/** Order of the worklist: what is flagged, what runs, what stands still, what is answered. */
export const RANK = { flagged: 0, runs: 1, stands: 2, answered: 3 } as const

/** What decides about a thread's place beside its clock. */
export type ClockScene = { queueId: string; flagged: boolean; lastMessageAt: Instant }

/** The columns of a clock as the engine reckons them now (R50). Everything that shows or counts a thread reads these. */
export function keptClock(clock: ReplyClock, promise: ReplyPromise, calendar: OfficeCalendar, scene: ClockScene): KeptClock {
  const due = dueInstants(clock, promise, calendar)
  const open = clock.pauses.find(({ untilAt }) => untilAt === null)
  const isAnswered = clock.answeredAt !== null
  const pausedAt = isAnswered ? null : open?.fromAt ?? null
  const halfAt = halfWay(clock, promise, due.targetAt)
  const runs = !isAnswered && pausedAt === null
  const rank = scene.flagged ? RANK.flagged : isAnswered ? RANK.answered : runs && due.targetAt !== null ? RANK.runs : RANK.stands
  const orderAt = runs ? due.targetAt ?? clock.startedAt : isAnswered ? clock.answeredAt ?? scene.lastMessageAt : pausedAt ?? clock.startedAt
  return {
    startedAt: clock.startedAt, answeredAt: clock.answeredAt, pausedAt, halfAt, ...due, rank, orderAt,
    bucket: runs ? bucketOf(scene.queueId, [halfAt, due.warnAt, due.targetAt, due.limitAt]) : null,
  }
}

/** Half of the hours on the clock; of business days, half of the way to the closing time of the target day. */
function halfWay(clock: ReplyClock, promise: ReplyPromise, targetAt: Instant | null): Instant | null {
  if (promise.unit === 'elapsed-hours') return firstInstantAfter(clock, promise.target * HOUR / 2)
  return targetAt === null ? null : clock.startedAt + Math.floor((targetAt - clock.startedAt) / 2)
}

/** The hours into which a running clock's instants fall, and its queue: open threads are counted by these. -1: not to be said. */
function bucketOf(queueId: string, instants: readonly (Instant | null)[]): string {
  return [queueId, ...instants.map((at) => hourOf(at))].join('|')
}

/** Whole hours since 1970 at an instant; -1 for none. */
export function hourOf(at: Instant | null): number {
  return at === null ? -1 : Math.floor(at / HOUR)
}

type Kept = Pick<KeptClock, 'answeredAt' | 'pausedAt' | 'halfAt' | 'warnAt' | 'targetAt' | 'limitAt'>

/** How far a thread is at an instant, by the same instants as its chip, its place and the dashboard (R50). */
export function bandAt(kept: Kept, at: Instant): AgeBand {
  if (kept.answeredAt !== null) return 'answered'
  if (kept.pausedAt !== null) return 'paused'
  const stage = stageAt(kept, at)
  if (stage === 'past-limit') return 'past-limit'
  if (stage === 'past-target') return 'late'
  if (stage === 'warned') return 'warned'
  return kept.halfAt !== null && at >= kept.halfAt ? 'over-half' : 'under-half'
}

/** The stage that a chip shows: of an answered clock the one that it was answered in. */
export function stageOfKept(kept: Kept, at: Instant): DueStage {
  return stageAt(kept, kept.answeredAt ?? at)
}

/** The clock with a pause from `at` on; one that stands already stays as it is. */
export function paused(clock: ReplyClock, at: Instant): ReplyClock {
  return isPausedAt(clock, at) || clock.answeredAt !== null ? clock : { ...clock, pauses: [...clock.pauses, { fromAt: Math.max(at, clock.startedAt), untilAt: null }] }
}

/** The clock running again from `at` on. A pause that would be empty is left out. */
export function goingOn(clock: ReplyClock, at: Instant): ReplyClock {
  const pauses = clock.pauses.flatMap(({ fromAt, untilAt }) => {
    const endAt = untilAt ?? Math.max(at, fromAt)
    return endAt > fromAt ? [{ fromAt, untilAt: endAt }] : []
  })
  return { ...clock, pauses }
}

/** The clock answered at `at`; what stood still until then is over. */
export function answered(clock: ReplyClock, at: Instant): ReplyClock {
  return { ...goingOn(clock, at), answeredAt: Math.max(at, clock.startedAt) }
}

/** Reopened by staff: it goes on where it stopped; the time between is a pause (R50). */
export function reopened(clock: ReplyClock, at: Instant): ReplyClock {
  if (clock.answeredAt === null) return clock
  const fromAt = clock.answeredAt
  return { ...clock, answeredAt: null, pauses: at > fromAt ? [...clock.pauses, { fromAt, untilAt: at }] : clock.pauses }
}
