import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Holder, ThreadFacts, ThreadQueue } from '#domain/messages/thread-policy.ts'
import { seesQueue } from '#domain/messages/thread-policy.ts'
import type { QueueKind } from '#domain/messages/words.ts'
import { isCovering } from '#domain/relations.ts'
import type { Instant } from '#domain/time.ts'
import type { RowOf } from '#db/rows.ts'
import { hot, type Reader } from '#db/store.ts'
import type { Thread } from '#db/messages/threads.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { clockTime } from '#server/messages/clock-time.ts'
import { isNearTo } from '#server/patients/patients.ts'
import { notHidden } from '#server/messages/hidden.ts'

/** A thread as an act sees it: what it is, in which queue, who holds it, and whether it is too near to the person. */
export type ThreadScene = {
  thread: Thread
  queue: ThreadQueue & { id: string; name: string; emergencyQueueId: string | null }
  facts: ThreadFacts
  zone: string
  /** The person's own chart, or one of their household: reading takes break-glass, acting is closed. */
  near: boolean
}
type Refusal = ReturnType<typeof refuse>

type SceneRow = {
  thread: Thread; queue: RowOf<'messageQueues'>; member: string | null; zone: string | null
  holder: { name: string; status: string } | null; holderMember: string | null
}

const sceneRow = hot<SceneRow[]>('message_thread_scene', (db, t) => {
  const { messageThreads: h, messageQueues: q, staff: s, sites } = t
  const member = sql<string | null>`(select m.staff_id from message_queue_members m where m.queue_id = ${h.queueId} and m.staff_id = ${sql.placeholder('actorId')})`
  const holderMember = sql<string | null>`(select m.staff_id from message_queue_members m where m.queue_id = ${h.queueId} and m.staff_id = ${h.assigneeId})`
  return db.select({ thread: h, queue: q, member: member.as('member'), zone: sites.timeZone, holder: { name: s.name, status: s.status }, holderMember: holderMember.as('holder_member') })
    .from(h).innerJoin(q, eq(q.id, h.queueId)).leftJoin(s, eq(s.id, h.assigneeId)).leftJoin(sites, eq(sites.id, h.siteId))
    .where(and(eq(h.id, sql.placeholder('id')), notHidden({ t, select: db.select.bind(db) }, { actorId: sql.placeholder('actorId'), at: sql.placeholder('at') })))
})

/** The thread that an act names, or the refusal: one that the person may not know of answers as one that is not there (AZ-02). */
export async function threadScene(db: Reader, act: Act, id: string): Promise<ThreadScene | Refusal> {
  const [row] = await db.hot(sceneRow, { id, actorId: act.actor.id, at: act.at })
  if (!row) return refuse('NOT_FOUND')
  const { thread, queue } = row
  const here = { id: queue.id, name: queue.name, emergencyQueueId: queue.emergencyQueueId, kind: queue.kind as QueueKind, isMember: row.member !== null }
  if (!seesQueue(act.actor, here)) return refuse('NOT_FOUND')
  const zone = row.zone ?? act.app.config.practiceTimeZone
  const holder: Holder | null = thread.assigneeId === null ? null : {
    id: thread.assigneeId, name: row.holder?.name ?? thread.assigneeId, since: clockTime(thread.assignedAt ?? act.at, act.at, zone), leaseEndsAt: thread.leaseEndsAt,
    standIn: thread.assigneeId !== act.actor.id && (row.holder?.status !== 'active' || row.holderMember === null || await standsInFor(db, act.actor.id, thread.assigneeId, act.at)),
  }
  return {
    thread, queue: here, zone, near: await isNearTo(db, act.actor, thread.patientId),
    facts: { state: thread.state, flagged: thread.flagged, holder },
  }
}

/** As `threadScene`, for a command: not on what is too near to the person (security.md §1). */
export async function sceneToActOn(db: Reader, act: Act, id: string): Promise<ThreadScene | Refusal> {
  const scene = await threadScene(db, act, id)
  if ('refused' in scene) return scene
  return scene.near ? refuse('OWN_OR_HOUSEHOLD_CHART') : scene
}

/** Whether somebody covers a colleague at an instant. */
async function standsInFor(db: Reader, coveringId: string, absentId: string, at: Instant): Promise<boolean> {
  const { covers: c } = db.t
  const rows = await db.select().from(c).where(and(eq(c.coveringId, coveringId), eq(c.absentId, absentId), gt(c.untilAt, at), isNull(c.endedAt)))
  return rows.some((cover) => isCovering(cover, at))
}
