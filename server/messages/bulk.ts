import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { bulkAssignBody, bulkForwardBody, proposeAnswer, proposeBody } from '#domain/contracts/message-bulk.ts'
import { isCovering } from '#domain/relations.ts'
import { addEntry, changeThread, type Thread } from '#db/messages/threads.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { noteEntry } from '#server/messages/carry.ts'
import { inQueue, whyNotTo } from '#server/messages/forward.ts'
import { canTake } from '#server/messages/hand-on.ts'
import { hiddenThreads } from '#server/messages/hidden.ts'
import { sceneToActOn } from '#server/messages/thread-scene.ts'

type Refusal = ReturnType<typeof refuse>

/** Gives many threads to one colleague: all of them, or none. One event names them all. */
export async function bulkAssign(w: Writer, act: Act, { threads, to, note }: z.infer<typeof bulkAssignBody>): Promise<Outcome<{ done: number }>> {
  const found = await allOf(w, act, threads)
  if ('refused' in found) return found
  for (const queueId of new Set(found.map((thread) => thread.queueId))) if (!await canTake(w, to, queueId)) return refuse('ASSIGNEE_NOT_IN_QUEUE')
  for (const thread of found) {
    const after = await changeThread(w, thread, { assigneeId: to, assignedAt: act.at, leaseEndsAt: null }, 1)
    await addEntry(w, after, noteEntry(act, note, 'reassign'))
  }
  await record(w, act, { event: 'message.bulk-assigned', detail: { to, ids: found.map(({ id }) => id) } })
  w.announce('assignments', to)
  return done({ done: found.length })
}

/** Puts many threads into one queue: all of them, or none. */
export async function bulkForward(w: Writer, act: Act, { threads, queueId, note }: z.infer<typeof bulkForwardBody>): Promise<Outcome<{ done: number }>> {
  const found = await allOf(w, act, threads)
  if ('refused' in found) return found
  for (const thread of found) {
    const no = await whyNotTo(w, act, thread, queueId)
    if (no) return no
  }
  for (const thread of found) {
    const after = await changeThread(w, thread, await inQueue(w, thread, queueId), 1)
    await addEntry(w, after, noteEntry(act, note, 'forward'))
  }
  await record(w, act, { event: 'message.bulk-forwarded', detail: { to: queueId, ids: found.map(({ id }) => id) } })
  return done({ done: found.length })
}

/** The threads as they were seen, or the refusal that names those that are others by now. */
async function allOf(w: Writer, act: Act, wanted: readonly { id: string; version: number }[]): Promise<Thread[] | Refusal> {
  const threads: Thread[] = []
  const changed: string[] = []
  for (const { id, version } of new Map(wanted.map((one) => [one.id, one])).values()) {
    const scene = await sceneToActOn(w, act, id)
    if ('refused' in scene) return scene
    if (scene.thread.version !== version || scene.thread.state === 'resolved') changed.push(id)
    threads.push(scene.thread)
  }
  return changed.length > 0 ? refuse('THREADS_CHANGED', { facts: { count: changed.length }, current: { ids: changed } }) : threads
}

/** Who could take these threads: of those who are there and answer in the queue, whoever has the fewest open ones. */
export async function proposeAssignment(db: Reader, act: Act, { ids }: z.infer<typeof proposeBody>): Promise<Outcome<z.infer<typeof proposeAnswer>>> {
  const threads: Thread[] = []
  for (const id of ids) {
    const scene = await sceneToActOn(db, act, id)
    if ('refused' in scene) return scene
    threads.push(scene.thread)
  }
  const queueIds = [...new Set(threads.map((thread) => thread.queueId))]
  const people = await peopleOf(db, act, queueIds)
  const open = new Map(people.map((one) => [one.id, one.open]))
  const proposals = threads.map((thread) => {
    const able = people.filter((one) => !one.away && one.queueIds.includes(thread.queueId))
    const to = able.toSorted((a, b) => (open.get(a.id) ?? 0) - (open.get(b.id) ?? 0) || (a.name < b.name ? -1 : 1))[0]
    if (to) open.set(to.id, (open.get(to.id) ?? 0) + 1)
    return { threadId: thread.id, to: to ? { id: to.id, name: to.name } : null }
  })
  return done({ proposals, people: people.map(({ queueIds: _queues, ...one }) => one) })
}

type Person = { id: string; name: string; open: number; away: boolean; coveredBy: string | null; queueIds: string[] }

/** Colleagues who can answer in these queues, with what they have open and whether they are away. A closed chart's thread is in no count (AZ-02). */
async function peopleOf(db: Reader, act: Act, queueIds: readonly string[]): Promise<Person[]> {
  const { messageQueueMembers: m, staff, covers: c, messageCounts: n, messageThreads: h } = db.t
  if (queueIds.length === 0) return []
  const members = await db.select({ queueId: m.queueId, id: staff.id, name: staff.name }).from(m).innerJoin(staff, eq(staff.id, m.staffId))
    .where(and(inArray(m.queueId, [...queueIds]), eq(staff.status, 'active')))
  const people = []
  const closed = await db.select({ assigneeId: h.assigneeId, count: sql<number>`count(*)`.mapWith(Number) }).from(h)
    .where(and(inArray(h.id, hiddenThreads(db, { actorId: act.actor.id, at: act.at })), inArray(h.state, ['open', 'waiting']))).groupBy(h.assigneeId)
  const closedOf = new Map(closed.map((row) => [row.assigneeId, row.count]))
  const names = new Map((await db.select({ id: staff.id, name: staff.name }).from(staff)).map((row) => [row.id, row.name]))
  for (const [id, rows] of Map.groupBy(members, (row) => row.id)) {
    const able = []
    for (const { queueId } of rows) if (await canTake(db, id, queueId)) able.push(queueId)
    if (able.length === 0) continue
    const counts = await db.select({ count: n.n }).from(n).where(and(eq(n.assigneeId, id), inArray(n.state, ['open', 'waiting'])))
    const cover = (await db.select().from(c).where(eq(c.absentId, id))).find((one) => isCovering(one, act.at))
    people.push({
      id, name: rows[0]?.name ?? id, open: counts.reduce((sum, { count }) => sum + count, 0) - (closedOf.get(id) ?? 0), away: cover !== undefined,
      coveredBy: cover ? names.get(cover.coveringId) ?? null : null, queueIds: able,
    })
  }
  return people.toSorted((a, b) => a.open - b.open || (a.name < b.name ? -1 : 1))
}
