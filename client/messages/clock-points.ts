import type { ClockAnswer } from '#domain/contracts/messages.ts'
import type { Instant } from '#domain/time.ts'

type Kind = 'received' | 'now' | 'answered' | 'paused' | 'target' | 'limit'
/** A point of the line, and the stretch to the next one: how long it is, and whether it is over. */
export type ClockPoint = { kind: Kind; at: Instant; until: { span: number; isOver: boolean } | null }

/** The points of a clock in their order in time; after an answer nothing runs any more. */
export function clockPoints(clock: ClockAnswer, now: Instant): ClockPoint[] {
  const of = (kind: Kind, at: string | Instant | null) => (at === null ? [] : [{ kind, at: typeof at === 'number' ? at : Date.parse(at) }])
  const stands = clock.answeredAt === null ? clock.pausedSinceAt : null
  const points = [
    ...of('received', clock.startedAt), ...of('paused', stands), ...of('answered', clock.answeredAt), ...(clock.answeredAt === null ? of('now', now) : []),
    ...of('target', clock.targetAt), ...of('limit', clock.limitAt),
  ].toSorted((a, b) => a.at - b.at)
  return points.map((point, place) => {
    const next = points[place + 1]
    return { ...point, until: next ? { span: next.at - point.at, isOver: next.at <= now } : null }
  })
}
