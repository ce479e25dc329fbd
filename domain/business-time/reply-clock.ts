import type { Instant } from '#domain/time.ts'

/** A stretch that is not counted: from its start (inclusive) to its end (exclusive); null: it still lasts (R50). */
export type Pause = { fromAt: Instant; untilAt: Instant | null }

/**
 * The clock of one thread (R50): runs from its earliest unanswered patient message until an answer. Waiting for the patient,
 * where the policy stops the clock, and the time between a resolve and a reopen by staff are its pauses, in order and apart.
 */
export type ReplyClock = { startedAt: Instant; pauses: readonly Pause[]; answeredAt: Instant | null }

/** Whether the clock stands still at `at`. */
export function isPausedAt({ pauses }: ReplyClock, at: Instant): boolean {
  return pauses.some(({ fromAt, untilAt }) => fromAt <= at && (untilAt === null || at < untilAt))
}

/** Milliseconds counted from the start to `at`, pauses left out. */
export function countedUntil(clock: ReplyClock, at: Instant): number {
  return clock.pauses.reduce(
    (counted, { fromAt, untilAt }) => counted - Math.max(0, Math.min(untilAt ?? at, at) - Math.max(fromAt, clock.startedAt)),
    Math.max(0, at - clock.startedAt),
  )
}

/**
 * The last instant at which no more than `span` milliseconds are counted; null while a pause without an end keeps it open.
 * Time that is not counted makes nothing late: where a pause begins at the very instant, it is the pause's end.
 */
export function lastInstantWithin(clock: ReplyClock, span: number): Instant | null {
  let at = clock.startedAt + span
  for (const { fromAt, untilAt } of clock.pauses) {
    if (fromAt > at) break
    if (untilAt === null) return null
    at += Math.max(0, untilAt - Math.max(fromAt, clock.startedAt))
  }
  return at
}

/** The first instant at which `span` milliseconds are counted, or null while a pause without an end keeps it away. */
export function firstInstantAfter(clock: ReplyClock, span: number): Instant | null {
  let at = clock.startedAt + span
  for (const { fromAt, untilAt } of clock.pauses) {
    if (fromAt >= at) break
    if (untilAt === null) return null
    at += Math.max(0, untilAt - Math.max(fromAt, clock.startedAt))
  }
  return at
}
