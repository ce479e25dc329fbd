import { and, asc, eq, gt, isNotNull, ne, notInArray } from 'drizzle-orm'
import { clockHere, reckoned } from '#db/messages/turn-clock.ts'
import { changeThread, type Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'

/** Threads of one step of a walk: short enough for people to write in between. */
const STEP = 100

/** Gives back what people hold who no longer work in a queue. */
export async function reckonQueue(w: Writer, queueId: string): Promise<void> {
  const { messageThreads: h, messageQueueMembers: m } = w.t
  const members = w.select({ id: m.staffId }).from(m).where(eq(m.queueId, queueId))
  const left = await w.select().from(h).where(and(eq(h.queueId, queueId), ne(h.state, 'resolved'), isNotNull(h.assigneeId), notInArray(h.assigneeId, members)))
  for (const thread of left) await changeThread(w, thread, { assigneeId: null, assignedAt: null, leaseEndsAt: null })
}

/** One step of reckoning a site's open clocks anew: how far it came, and whether that was all. */
export type Step = { afterId: string; threads: number; changed: number; isLast: boolean }

/**
 * R50: reckons the clocks of a site's open threads by the calendar as it is now, from the thread after `afterId` on. Threads that
 * arrive meanwhile are reckoned by the new calendar from the start, so none is missed.
 */
export async function reckonStep(w: Writer, siteId: string, afterId: string): Promise<Step> {
  const { messageThreads: h } = w.t
  const threads = await w.select().from(h).where(and(eq(h.siteId, siteId), ne(h.state, 'resolved'), gt(h.id, afterId))).orderBy(asc(h.id)).limit(STEP)
  let changed = 0
  for (const thread of threads) changed += await reckonOne(w, thread) ? 1 : 0
  return { afterId: threads.at(-1)?.id ?? afterId, threads: threads.length, changed, isLast: threads.length < STEP }
}

async function reckonOne(w: Writer, thread: Thread): Promise<boolean> {
  const running = await clockHere(w, thread)
  if (!running || running.clock.answeredAt !== null) return false
  const now = reckoned(running, thread)
  const differs = (Object.keys(now) as (keyof typeof now)[]).some((field) => now[field] !== thread[field])
  if (!differs) return false
  await changeThread(w, thread, now)
  return true
}
