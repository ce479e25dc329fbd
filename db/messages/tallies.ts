import { sql } from 'drizzle-orm'
import { hourOf } from '#domain/messages/thread-clock.ts'
import { tallyChange, type CountedThread } from '#domain/messages/tally.ts'
import type { RowOf } from '#db/rows.ts'
import { hot, type Writer } from '#db/store.ts'

export type Thread = RowOf<'messageThreads'>

const addCount = hot<unknown>('message_add_count', (db, t) => db.insert(t.messageCounts).values({
  queueId: sql.placeholder('queueId'), portalId: sql.placeholder('portalId'), siteId: sql.placeholder('siteId'), state: sql.placeholder('state'),
  assigneeId: sql.placeholder('assigneeId'), flagged: sql.placeholder('flagged'), rank: sql.placeholder('rank'), n: sql.placeholder('n'),
}).onConflictDoUpdate({
  target: [t.messageCounts.queueId, t.messageCounts.state, t.messageCounts.assigneeId, t.messageCounts.portalId, t.messageCounts.siteId, t.messageCounts.flagged, t.messageCounts.rank],
  set: { n: sql`${t.messageCounts.n} + excluded.n` },
}))

const addBucket = hot<unknown>('message_add_bucket', (db, t) => db.insert(t.messageBuckets).values({
  bucket: sql.placeholder('bucket'), queueId: sql.placeholder('queueId'), halfHour: sql.placeholder('halfHour'), warnHour: sql.placeholder('warnHour'),
  targetHour: sql.placeholder('targetHour'), limitHour: sql.placeholder('limitHour'), n: sql.placeholder('n'),
}).onConflictDoUpdate({ target: [t.messageBuckets.bucket], set: { n: sql`${t.messageBuckets.n} + excluded.n` } }))

const addPersonHour = hot<unknown>('message_add_person_hour', (db, t) => db.insert(t.messagePersonHours).values({
  assigneeId: sql.placeholder('assigneeId'), targetHour: sql.placeholder('targetHour'), queueId: sql.placeholder('queueId'), n: sql.placeholder('n'),
}).onConflictDoUpdate({
  target: [t.messagePersonHours.assigneeId, t.messagePersonHours.targetHour, t.messagePersonHours.queueId],
  set: { n: sql`${t.messagePersonHours.n} + excluded.n` },
}))

/** What is counted of a thread. */
export function countedOf(thread: Thread): CountedThread {
  return { ...thread, targetHour: hourOf(thread.targetAt) }
}

/** Keeps every counter the sum of its threads, in the transaction that changes them. */
export async function tally(w: Writer, pairs: readonly { before: Thread | null; after: Thread | null }[]): Promise<void> {
  const change = tallyChange(pairs.map(({ before, after }) => ({ before: before && countedOf(before), after: after && countedOf(after) })))
  for (const count of change.counts.values()) await w.hot(addCount, count)
  for (const [bucket, n] of change.buckets) await w.hot(addBucket, { ...partsOf(bucket), bucket, n })
  for (const hour of change.personHours.values()) await w.hot(addPersonHour, hour)
}

/** A bucket's queue and hours, from its name. */
export function partsOf(bucket: string): { queueId: string; halfHour: number; warnHour: number; targetHour: number; limitHour: number } {
  const parts = bucket.split('|')
  const [halfHour = -1, warnHour = -1, targetHour = -1, limitHour = -1] = parts.slice(-4).map(Number)
  return { queueId: parts.slice(0, -4).join('|'), halfHour, warnHour, targetHour, limitHour }
}
