import type { Instant } from '#domain/time.ts'

/** A thread that is open now, by when it is due. Order: that in which people answer, what is due first. */
export type OpenThread = { id: string; targetAt: Instant }
/** The pace that is assumed: instants of answers moved from four earlier days of the same weekday into today. */
export type Pace = { answersAt: readonly Instant[]; days: number }

/** The threads that are due before the office opens next, and those of them that will be late. */
export type Forecast = { lateIds: string[]; dueIds: string[] }

/**
 * Late before we open: threads whose target falls before the next opening and that the queue, answering in due order and at the
 * mean pace of the last four such weekdays from now until closing, does not reach in time. What is late already comes first in
 * that order and is not counted again.
 */
export function forecastOf(open: readonly OpenThread[], pace: Pace, now: Instant, opensAt: Instant): Forecast {
  const inOrder = open.filter(({ targetAt }) => targetAt < opensAt).toSorted((a, b) => a.targetAt - b.targetAt || (a.id < b.id ? -1 : 1))
  const answersAt = pace.answersAt.filter((at) => at > now).toSorted((a, b) => a - b)
  const lateIds: string[] = []
  const dueIds: string[] = []
  for (const [place, { id, targetAt }] of inOrder.entries()) {
    if (targetAt < now) continue
    dueIds.push(id)
    // At the mean pace the thread at this place is answered with the last of so many answers of those days.
    const answeredAt = answersAt[(place + 1) * pace.days - 1]
    if (answeredAt === undefined || answeredAt > targetAt) lateIds.push(id)
  }
  return { lateIds, dueIds }
}
