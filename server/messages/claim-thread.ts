import { and, eq, sql } from 'drizzle-orm'
import type { ThreadActed } from '#domain/contracts/messages.ts'
import { canClaim } from '#domain/messages/thread-policy.ts'
import { tally } from '#db/messages/tallies.ts'
import { Raced, type Thread } from '#db/messages/threads.ts'
import { hot, type Writer } from '#db/store.ts'
import { record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { acted, LEASE_MS } from '#server/messages/carry.ts'
import { sceneToActOn } from '#server/messages/thread-scene.ts'

const holdRow = hot<{ id: string }[]>('message_hold', (db, t) => {
  const { messageThreads: h } = t
  return db.update(h).set({
    assigneeId: sql`${sql.placeholder('assigneeId')}`, assignedAt: sql`${sql.placeholder('assignedAt')}`, leaseEndsAt: sql`${sql.placeholder('leaseEndsAt')}`,
    version: sql`${h.version} + 1`,
  }).where(and(eq(h.id, sql.placeholder('id')), eq(h.version, sql.placeholder('version')))).returning({ id: h.id })
})

const leaseRow = hot<unknown>('message_lease', (db, t) => {
  const { messageThreads: h } = t
  return db.update(h).set({ leaseEndsAt: sql`${sql.placeholder('leaseEndsAt')}` })
    .where(and(eq(h.id, sql.placeholder('id')), eq(h.assigneeId, sql.placeholder('assigneeId')), sql`${h.leaseEndsAt} is not null`))
})

/** Takes a thread (CC-02): of those who try at once one wins, the others hear who has it. Claiming again what one holds goes on with it. */
export async function claimThread(w: Writer, act: Act, id: string): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, facts, queue } = scene
  const may = canClaim(act.actor, queue, facts, act.at)
  if (!may.allowed) return refuse(may.code, { facts: may.facts, current: facts.holder ? { by: facts.holder.name, byId: facts.holder.id, since: facts.holder.since } : undefined })
  if (thread.assigneeId === act.actor.id) await keepLease(w, act, id)
  else await hold(w, thread, { assigneeId: act.actor.id, assignedAt: act.at, leaseEndsAt: act.at + LEASE_MS })
  await record(w, act, { event: 'message.claimed', patientId: thread.patientId, objectId: id, detail: { before: thread.assigneeId } })
  return acted(w, act, id)
}

/** Gives a thread to somebody; as `changeThread`, by one prepared statement. */
async function hold(w: Writer, before: Thread, to: Pick<Thread, 'assigneeId' | 'assignedAt' | 'leaseEndsAt'>): Promise<void> {
  const rows = await w.hot(holdRow, { ...to, id: before.id, version: before.version })
  if (rows.length === 0) throw new Raced('a thread was changed meanwhile')
  await tally(w, [{ before, after: { ...before, ...to } }])
  w.announce('messages', before.id)
}

/** A claim goes on from now; what was assigned by somebody has no end anyway. */
export async function keepLease(w: Writer, act: Act, id: string): Promise<void> {
  await w.hot(leaseRow, { id, assigneeId: act.actor.id, leaseEndsAt: act.at + LEASE_MS })
}
