import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { heartbeatAnswer } from '#domain/contracts/messages.ts'
import type { Presence } from '#domain/messages/words.ts'
import { isoOrNull, SECOND } from '#domain/time.ts'
import { findThread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { keepLease } from '#server/messages/claim-thread.ts'
import { threadScene } from '#server/messages/thread-scene.ts'

/** Somebody who has not been heard of for so long is no longer at the thread. */
const PRESENT_MS = 75 * SECOND

/** A sign of life: others see who is at the thread, and a claim of one's own goes on (CC-02). Changes no version. */
export async function heartbeat(w: Writer, act: Act, id: string, doing: Presence): Promise<Outcome<z.infer<typeof heartbeatAnswer>>> {
  const scene = await threadScene(w, act, id)
  if ('refused' in scene) return scene
  const { messagePresence: p } = w.t
  const untilAt = act.at + PRESENT_MS
  const [before] = await w.select({ doing: p.doing, untilAt: p.untilAt }).from(p).where(and(eq(p.threadId, id), eq(p.staffId, act.actor.id)))
  await w.insert(p).values({ threadId: id, staffId: act.actor.id, doing, untilAt })
    .onConflictDoUpdate({ target: [p.threadId, p.staffId], set: { doing: sql`excluded.doing`, untilAt: sql`excluded.until_at` } })
  if (before?.doing !== doing || before.untilAt <= act.at) w.announce('presence', id)
  await w.delete(p).where(and(eq(p.threadId, id), lt(p.untilAt, act.at)))
  await keepLease(w, act, id)
  const thread = await findThread(w, id)
  if (!thread) return refuse('NOT_FOUND')
  return done({
    leaseEndsAt: isoOrNull(thread.assigneeId === act.actor.id ? thread.leaseEndsAt : null), mine: thread.assigneeId === act.actor.id,
    version: thread.version, lastPatientMessageId: thread.lastPatientMessageId, present: await othersAt(w, act, id),
  })
}

async function othersAt(w: Writer, act: Act, threadId: string): Promise<{ id: string; name: string; doing: Presence }[]> {
  const { messagePresence: p, staff } = w.t
  const rows = await w.select({ id: p.staffId, name: staff.name, doing: p.doing }).from(p).innerJoin(staff, eq(staff.id, p.staffId))
    .where(and(eq(p.threadId, threadId), ne(p.staffId, act.actor.id), gt(p.untilAt, act.at))).orderBy(staff.name, staff.id)
  return rows.map((one) => ({ ...one, doing: one.doing as Presence }))
}

/** One leaves a thread: one's sign is gone at once. */
export async function leaveThread(w: Writer, act: Act, id: string): Promise<Outcome<{ left: boolean }>> {
  const { messagePresence: p } = w.t
  const gone = await w.delete(p).where(and(eq(p.threadId, id), eq(p.staffId, act.actor.id))).returning({ id: p.threadId })
  if (gone.length > 0) w.announce('presence', id)
  return done({ left: gone.length > 0 })
}
