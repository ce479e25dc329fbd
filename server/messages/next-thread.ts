import { and, asc, eq, isNull, lte, ne, or } from 'drizzle-orm'
import { RANK } from '#domain/messages/thread-clock.ts'
import { canAnswerIn } from '#domain/messages/thread-policy.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { notHidden } from '#server/messages/hidden.ts'
import { visibleQueues } from '#server/messages/queues.ts'
import { rowOf } from '#server/messages/rows.ts'
import type { Place } from '#server/messages/search-threads.ts'

type Asked = { queueId?: string | undefined; exceptId?: string | undefined }

/** The thread that is due next in a queue, or in all where the person answers: one that nobody holds, or their own. */
export async function nextPlace(db: Reader, act: Act, { queueId, exceptId }: Asked): Promise<Place | null> {
  const { messageThreads: h } = db.t
  const queues = (await visibleQueues(db, act.actor)).filter((queue) => (queueId === undefined || queue.id === queueId) && canAnswerIn(act.actor, queue).allowed)
  const found: Place[] = []
  for (const queue of queues) {
    const [place] = await db.select({ id: h.id, rank: h.rank, orderAt: h.orderAt }).from(h).where(and(
      eq(h.queueId, queue.id), ne(h.state, 'resolved'), lte(h.rank, RANK.runs), or(isNull(h.assigneeId), eq(h.assigneeId, act.actor.id)),
      exceptId === undefined ? undefined : ne(h.id, exceptId), notHidden(db, { actorId: act.actor.id, at: act.at }),
    )).orderBy(asc(h.rank), asc(h.orderAt), asc(h.id)).limit(1)
    if (place) found.push(place)
  }
  return found.toSorted((a, b) => a.rank - b.rank || a.orderAt - b.orderAt || (a.id < b.id ? -1 : 1))[0] ?? null
}

/** The row of the thread that is due next; null: nothing waits. */
export async function nextThread(db: Reader, act: Act, { body }: { body: { queueId?: string | undefined; afterId?: string | undefined } }): Promise<Outcome<{ row: ThreadRow | null }>> {
  const place = await nextPlace(db, act, { queueId: body.queueId, exceptId: body.afterId })
  return done({ row: place && await rowOf(db, act, place.id) })
}
