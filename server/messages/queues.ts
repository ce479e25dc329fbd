import { eq, isNull, sql } from 'drizzle-orm'
import { seesQueue, type ThreadActor, type ThreadQueue } from '#domain/messages/thread-policy.ts'
import type { QueueKind } from '#domain/messages/words.ts'
import { hot, type Reader } from '#db/store.ts'

/** A queue as lists and policies ask about it, and whether the person works in it. */
export type QueueHere = ThreadQueue & {
  id: string; name: string; siteId: string | null; portalId: string | null; leadId: string; emergencyQueueId: string | null; version: number
}

type Row = Omit<QueueHere, 'kind' | 'isMember'> & { kind: string; member: string | null }
const queueRows = hot<Row[]>('message_queues_here', (db, t) => {
  const { messageQueues: q, messageQueueMembers: m } = t
  return db.select({
    id: q.id, name: q.name, kind: q.kind, siteId: q.siteId, portalId: q.portalId, leadId: q.leadId, emergencyQueueId: q.emergencyQueueId,
    version: q.version, member: m.staffId,
  }).from(q).leftJoin(m, sql`${m.queueId} = ${q.id} and ${m.staffId} = ${sql.placeholder('staffId')}`).where(isNull(q.retiredAt)).orderBy(q.position, q.name)
})

/** Every queue that is in use, in the order of screens. */
export async function queuesFor(db: Reader, staffId: string): Promise<QueueHere[]> {
  const rows = await db.hot(queueRows, { staffId })
  return rows.map(({ member, ...row }) => ({ ...row, kind: row.kind as QueueKind, isMember: member !== null }))
}

/** The queues whose threads stand in the person's lists: their own; a manager's and a privacy officer's: all. */
export async function visibleQueues(db: Reader, actor: ThreadActor): Promise<QueueHere[]> {
  return (await queuesFor(db, actor.id)).filter((queue) => seesQueue(actor, queue))
}

/** One queue, also one that is closed. */
export async function findQueue(db: Reader, id: string, staffId: string): Promise<QueueHere | null> {
  const { messageQueues: q, messageQueueMembers: m } = db.t
  const [row] = await db.select({ queue: q, member: m.staffId }).from(q)
    .leftJoin(m, sql`${m.queueId} = ${q.id} and ${m.staffId} = ${staffId}`).where(eq(q.id, id))
  return row ? { ...row.queue, kind: row.queue.kind as QueueKind, isMember: row.member !== null } : null
}
