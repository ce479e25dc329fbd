import { eq, inArray, sql } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { ClockAnswer, ThreadRow } from '#domain/contracts/messages.ts'
import { stageOfKept } from '#domain/messages/thread-clock.ts'
import { readsBody, type ThreadQueue } from '#domain/messages/thread-policy.ts'
import type { Audience, Presence, QueueKind, ThreadState } from '#domain/messages/words.ts'
import { displayName } from '#domain/names.ts'
import type { ReplyPromise } from '#domain/portals/message-policy.ts'
import { isoOf, isoOrNull, type Instant } from '#domain/time.ts'
import { keysJson } from '#db/keys-json.ts'
import { policiesOf, policyOf } from '#db/messages/promise.ts'
import type { Thread } from '#db/messages/threads.ts'
import { hot, type Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { nearPatients } from '#server/messages/near.ts'
import { knownAmong, mrnTail } from '#server/patients/patients.ts'

type Joined = {
  thread: Thread
  patient: { id: string; legalFamily: string; legalGiven: string; usedFamily: string | null; usedGiven: string | null; birthDate: string; restricted: boolean }
  queueName: string; queueKind: string; assigneeName: string | null; zone: string | null; mrn: string | null; member: string | null
}

const joinedRows = hot<Joined[]>('message_thread_rows', (db, t) => {
  const { messageThreads: h, patients: p, messageQueues: q, staff: s, sites } = t
  const { id, legalFamily, legalGiven, usedFamily, usedGiven, birthDate, restricted } = p
  return db.select({
    thread: h, patient: { id, legalFamily, legalGiven, usedFamily, usedGiven, birthDate, restricted }, queueName: q.name, queueKind: q.kind,
    assigneeName: s.name, zone: sites.timeZone,
    mrn: sql<string | null>`(select min(i.value) from patient_identifiers i where i.patient_id = ${p.id} and i.kind = 'mrn')`.as('mrn'),
    member: sql<string | null>`(select m.staff_id from message_queue_members m where m.queue_id = ${h.queueId} and m.staff_id = ${sql.placeholder('actorId')})`.as('member'),
  }).from(h).innerJoin(p, eq(p.id, h.patientId)).innerJoin(q, eq(q.id, h.queueId)).leftJoin(s, eq(s.id, h.assigneeId)).leftJoin(sites, eq(sites.id, h.siteId))
    .where(inArray(h.id, sql`(select key from json_each(${sql.placeholder('ids')}))`))
})

type PresentRow = { threadId: string; staffId: string; name: string; doing: string; untilAt: number }
const presentRows = hot<PresentRow[]>('message_present_rows', (db, t) =>
  db.select({ threadId: t.messagePresence.threadId, staffId: t.messagePresence.staffId, name: t.staff.name, doing: t.messagePresence.doing, untilAt: t.messagePresence.untilAt })
    .from(t.messagePresence).innerJoin(t.staff, eq(t.staff.id, t.messagePresence.staffId))
    .where(inArray(t.messagePresence.threadId, sql`(select key from json_each(${sql.placeholder('ids')}))`)))

/** Rows of the worklist for these threads, in the order of the ids, as this person may see them. */
export async function rowsOf(db: Reader, act: Act, ids: readonly string[]): Promise<ThreadRow[]> {
  if (ids.length === 0) return []
  const keys = keysJson(ids)
  const found = new Map((await db.hot(joinedRows, { ids: keys, actorId: act.actor.id })).map((row) => [row.thread.id, row]))
  const present = Map.groupBy((await db.hot(presentRows, { ids: keys })).filter(({ untilAt }) => untilAt > act.at), ({ threadId }) => threadId)
  const policies = await policiesOf(db)
  const near = await nearPatients(db, act.actor)
  const restricted = [...found.values()].filter(({ patient }) => patient.restricted).map(({ patient }) => patient.id)
  const open = restricted.length === 0 ? null : await knownAmong(db, act.actor, act.at, restricted)
  return ids.flatMap((id) => {
    const row = found.get(id)
    if (!row) return []
    const policy = policyOf(policies, row.thread.portalId, row.thread.startedAt ?? act.at)
    return [shownRow(act, row, { present: present.get(id) ?? [], isNear: near.has(row.patient.id), isClosed: row.patient.restricted && open?.has(row.patient.id) !== true, portalName: policy?.name ?? row.thread.portalId, promise: policy?.messages.promise ?? null })]
  })
}

/** The row of one thread. */
export async function rowOf(db: Reader, act: Act, id: string): Promise<ThreadRow> {
  const [row] = await rowsOf(db, act, [id])
  if (!row) throw new Error('a thread has no row')
  return row
}

/** `isClosed`: a restricted chart that the person does not hold open. Whoever keeps its thread sees that it is there. */
type Beside = { present: readonly PresentRow[]; isNear: boolean; isClosed: boolean; portalName: string; promise: ReplyPromise | null }

function shownRow(act: Act, row: Joined, { present, isNear, isClosed, portalName, promise }: Beside): ThreadRow {
  const { thread, patient } = row
  const { id: actorId } = act.actor
  const queue: ThreadQueue = { kind: row.queueKind as QueueKind, isMember: row.member !== null }
  const readsLine = !isNear && !isClosed && queue.isMember && readsBody(act.actor, queue)
  const zone = row.zone ?? act.app.config.practiceTimeZone
  return {
    id: thread.id, version: thread.version,
    patient: isNear || isClosed ? null : { id: patient.id, name: displayName(patient), birthDate: patient.birthDate, age: ageAt(patient.birthDate, act.at, zone), mrnTail: mrnTail(row.mrn ?? undefined) },
    writtenBy: isNear || isClosed ? null : thread.writtenBy, subject: isNear || isClosed ? '' : thread.subject, line: readsLine ? thread.line : null,
    queueId: thread.queueId, queueName: row.queueName, portalId: thread.portalId, portalName, siteId: thread.siteId,
    state: thread.state as ThreadState, flagged: thread.flagged,
    clock: promise && clockAnswerOf(thread, promise, act.at),
    assignee: thread.assigneeId === null ? null : { id: thread.assigneeId, name: row.assigneeName ?? thread.assigneeId },
    mine: thread.assigneeId === actorId,
    heldSinceAt: thread.leaseEndsAt !== null && thread.leaseEndsAt > act.at ? isoOrNull(thread.assignedAt) : null,
    present: present.filter(({ staffId }) => staffId !== actorId).map(({ staffId, name, doing }) => ({ id: staffId, name, doing: doing as Presence })),
    lastMessageAt: isoOf(thread.lastMessageAt), language: thread.language,
    notRead: thread.notReadAt !== null && thread.notReadAt <= act.at, audience: thread.audience as Audience,
  }
}

/** Where a thread's clock stands; null where it has none. */
export function clockAnswerOf(thread: Thread, promise: ReplyPromise, at: Instant): ClockAnswer | null {
  if (thread.startedAt === null) return null
  return {
    startedAt: isoOf(thread.startedAt), warnAt: isoOrNull(thread.warnAt), targetAt: isoOrNull(thread.targetAt), limitAt: isoOrNull(thread.limitAt),
    halfAt: isoOrNull(thread.halfAt), stage: stageOfKept(thread, at), paused: thread.pausedAt !== null, pausedSinceAt: isoOrNull(thread.pausedAt),
    answeredAt: isoOrNull(thread.answeredAt), unit: promise.unit, target: promise.target, limit: promise.limit,
  }
}
