import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import { isCovering } from '#domain/relations.ts'
import { DAY, MINUTE, SECOND } from '#domain/time.ts'
import { keeperOf } from '#db/messages/incoming.ts'
import { addEntry, changeThread, type Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor } from '#server/audit/recorder.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'
import { canTake } from '#server/messages/hand-on.ts'
import { reckonStep } from '#server/messages/reckon.ts'

/** Threads of one step of the guard. */
const STEP = 100
/** A claim that ran out so long ago is given back: others see at a glance that nobody has the thread. */
const GIVEN_BACK_AFTER = 20 * MINUTE

/** Reckons open clocks anew after a site's calendar has changed. Begins where it stopped (DU-04). */
export const reckonClocksJob: Job = { name: 'message-clocks', nextDueAt: every(10 * SECOND), run: reckonClocks, audited: false }

async function reckonClocks(app: App, stop: AbortSignal): Promise<Counts> {
  const { messageRecounts: r } = app.store.read.t
  const walks = await app.store.read.select().from(r).where(isNull(r.doneAt)).orderBy(asc(r.askedAt), asc(r.id))
  const counts = { threads: 0, changed: 0 }
  for (const walk of walks) {
    let { afterId } = walk
    for (let isLast = false; !isLast && !stop.aborted;) {
      const step = await app.store.tx(async (w) => {
        const [still] = await w.select({ id: r.id }).from(r).where(and(eq(r.id, walk.id), isNull(r.doneAt)))
        if (!still) return null
        const done = await reckonStep(w, walk.siteId, afterId)
        await w.update(r).set({ afterId: done.afterId, doneAt: done.isLast ? app.clock.now() : null }).where(eq(r.id, walk.id))
        if (done.threads > 0) await recordEvent(w, systemScene(app), { event: 'message.clocks-reckoned', objectId: walk.id, detail: { siteId: walk.siteId, threads: done.threads, changed: done.changed } })
        if (done.isLast) w.announce('site-calendars', walk.siteId)
        return done
      })
      if (!step) break
      ;({ afterId, isLast } = step)
      counts.threads += step.threads
      counts.changed += step.changed
    }
  }
  return counts
}

/**
 * No blind spots: what an absent colleague holds goes to whoever covers, else back into its queue; so does a claim long run out.
 * What nobody may see goes to its keeper.
 */
export const guardJob: Job = { name: 'message-guard', nextDueAt: every(MINUTE), run: guard, audited: false }

async function guard(app: App, stop: AbortSignal): Promise<Counts> {
  const counts = { guarded: 0 }
  const at = app.clock.now()
  const away = await absentOf(app, at)
  while (!stop.aborted) {
    const found = await app.store.tx(async (w) => {
      const { messageThreads: h } = w.t
      const lapsed = await w.select().from(h).where(and(isNotNull(h.leaseEndsAt), lte(h.leaseEndsAt, at - GIVEN_BACK_AFTER), ne(h.state, 'resolved'))).limit(STEP)
      const left = away.size === 0 ? [] : await w.select().from(h)
        .where(and(inArray(h.assigneeId, [...away.keys()]), ne(h.state, 'resolved'), isNull(h.leaseEndsAt))).limit(STEP)
      const unseen = await giveToKeepers(w, app)
      for (const thread of lapsed) await giveOn(w, app, thread, null, 'lease-over')
      for (const thread of left) await giveOn(w, app, thread, away.get(thread.assigneeId ?? '') ?? null, 'absent')
      return lapsed.length + left.length + unseen
    })
    counts.guarded += found
    if (found === 0) break
  }
  return counts
}

/** A restricted chart's thread that nobody holds is seen by nobody: it goes to whoever looks after it. How many went. */
async function giveToKeepers(w: Writer, app: App): Promise<number> {
  const { messageThreads: h, patients: p } = w.t
  const alone = await w.select({ thread: h }).from(p).innerJoin(h, eq(h.patientId, p.id)).where(and(sql`${p.restricted}`, isNull(h.assigneeId), ne(h.state, 'resolved'))).limit(STEP)
  let given = 0
  for (const { thread } of alone) {
    const to = await keeperOf(w, thread.patientId, thread.queueId, app.clock.now())
    if (to === null) continue
    await giveOn(w, app, thread, to, 'restricted')
    given++
  }
  return given
}

/** Who is away or gone, and who stands in; null: nobody does. */
async function absentOf(app: App, at: number): Promise<Map<string, string | null>> {
  const { covers: c, staff: s, messageThreads: h } = app.store.read.t
  const covers = await app.store.read.select().from(c).where(and(gt(c.untilAt, at), lte(c.fromAt, at), isNull(c.endedAt)))
  const holders = app.store.read.selectDistinct({ id: h.assigneeId }).from(h).where(and(isNotNull(h.assigneeId), ne(h.state, 'resolved')))
  const gone = await app.store.read.select({ id: s.id }).from(s).where(and(ne(s.status, 'active'), inArray(s.id, holders)))
  const away = new Map<string, string | null>(gone.map(({ id }) => [id, null]))
  for (const cover of covers) if (isCovering(cover, at)) away.set(cover.absentId, cover.coveringId)
  return away
}

async function giveOn(w: Writer, app: App, thread: Thread, coveringId: string | null, cause: 'absent' | 'lease-over' | 'restricted'): Promise<void> {
  const to = coveringId !== null && await canTake(w, coveringId, thread.queueId) ? coveringId : null
  const at = app.clock.now()
  const after = await changeThread(w, thread, { assigneeId: to, assignedAt: to === null ? null : at, leaseEndsAt: null }, 1)
  const id = app.random.id()
  await addEntry(w, after, {
    id, kind: 'note', senderKind: 'staff', senderId: null, senderName: 'Portal Desk', text: cause, at, receivedAt: at, cause: 'guard', source: 'console', sourceId: id,
  })
  await recordEvent(w, systemScene(app), { event: 'message.guarded', patientId: thread.patientId, objectId: thread.id, detail: { cause, before: thread.assigneeId, to } })
  if (to !== null) w.announce('assignments', to)
}

/** Forgets who was at a thread long ago. */
export const forgetPresenceJob: Job = {
  name: 'message-presence', nextDueAt: every(DAY), audited: false,
  run: async (app) => {
    await app.store.tx(async (w) => void await w.delete(w.t.messagePresence).where(lte(w.t.messagePresence.untilAt, app.clock.now() - DAY)))
    return {}
  },
}

export function systemScene(app: App) {
  return { actor: systemActor, at: app.clock.now(), requestId: null, sourceAddress: null }
}
