import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { ThreadSearch } from '#domain/contracts/messages.ts'
import type { AgeBand } from '#domain/messages/words.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

export type ThreadFilter = Pick<ThreadSearch, 'state' | 'portalId' | 'siteId' | 'patientId' | 'band' | 'flagged' | 'notRead' | 'dueBefore'> & {
  /** A member of staff, `nobody`, or null: any. */
  assigneeId: string | null
}

/** What a list's filter says of a thread, the queues aside. */
export function conditionsOf(db: Pick<Reader, 't'>, filter: ThreadFilter, at: Instant): SQL[] {
  const { messageThreads: h } = db.t
  return [
    filter.state === 'unresolved' ? ne(h.state, 'resolved') : eq(h.state, filter.state),
    ...(filter.assigneeId === null ? [] : [filter.assigneeId === 'nobody' ? isNull(h.assigneeId) : eq(h.assigneeId, filter.assigneeId)]),
    ...(filter.portalId === undefined ? [] : [eq(h.portalId, filter.portalId)]),
    ...(filter.siteId === undefined ? [] : [eq(h.siteId, filter.siteId)]),
    ...(filter.patientId === undefined ? [] : [eq(h.patientId, filter.patientId)]),
    ...(filter.flagged === undefined ? [] : [eq(h.flagged, filter.flagged)]),
    ...(filter.notRead === true ? [isNotNull(h.notReadAt), lte(h.notReadAt, at)] : []),
    ...(filter.dueBefore === undefined ? [] : [isNotNull(h.bucket), lt(h.targetAt, Date.parse(filter.dueBefore))]),
    ...(filter.band === undefined ? [] : [inBand(db, filter.band, at)]),
  ].flatMap((one) => one ?? [])
}

/** Whether a thread is in an age band at an instant: `bandAt` of domain/messages/thread-clock.ts in the database's words. */
export function inBand({ t }: Pick<Reader, 't'>, band: AgeBand, at: Instant): SQL {
  const h = t.messageThreads
  const none = sql`false`
  const running = isNotNull(h.bucket)
  const notPast = (column: typeof h.limitAt | typeof h.targetAt) => or(isNull(column), gte(column, at))
  const before = (column: typeof h.warnAt | typeof h.halfAt) => or(isNull(column), gt(column, at))
  switch (band) {
    case 'answered': return and(isNotNull(h.answeredAt), ne(h.state, 'resolved')) ?? none
    case 'paused': return and(isNull(h.answeredAt), isNotNull(h.pausedAt)) ?? none
    case 'past-limit': return and(running, lt(h.limitAt, at)) ?? none
    case 'late': return and(running, lt(h.targetAt, at), notPast(h.limitAt)) ?? none
    case 'warned': return and(running, lte(h.warnAt, at), notPast(h.targetAt), notPast(h.limitAt)) ?? none
    case 'over-half': return and(running, lte(h.halfAt, at), before(h.warnAt), notPast(h.targetAt), notPast(h.limitAt)) ?? none
    case 'under-half': return and(running, before(h.halfAt), before(h.warnAt), notPast(h.targetAt), notPast(h.limitAt)) ?? none
  }
}

/** Whether the kept counts say how many fit the filter; otherwise they are counted by an index. */
export function isCounted(filter: ThreadFilter): boolean {
  return filter.patientId === undefined && filter.band === undefined && filter.notRead !== true && filter.dueBefore === undefined
}

/** The filter in the words of the kept counts. */
export function countConditions({ t }: Pick<Reader, 't'>, filter: ThreadFilter, queueIds: readonly string[]): SQL | undefined {
  const c = t.messageCounts
  return and(
    inArray(c.queueId, [...queueIds]),
    filter.state === 'unresolved' ? inArray(c.state, ['open', 'waiting']) : eq(c.state, filter.state),
    filter.assigneeId === null ? undefined : eq(c.assigneeId, filter.assigneeId === 'nobody' ? '' : filter.assigneeId),
    filter.portalId === undefined ? undefined : eq(c.portalId, filter.portalId),
    filter.siteId === undefined ? undefined : eq(c.siteId, filter.siteId),
    filter.flagged === undefined ? undefined : eq(c.flagged, filter.flagged ? 1 : 0),
  )
}
