import { eq } from 'drizzle-orm'
import type { ThreadActed } from '#domain/contracts/messages.ts'
import { canAnswerIn, canReassign } from '#domain/messages/thread-policy.ts'
import type { Role } from '#domain/roles.ts'
import { addEntry, changeThread, type Thread } from '#db/messages/threads.ts'
import type { Reader, Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { acted, LEASE_MS, noteEntry, staleThread } from '#server/messages/carry.ts'
import { findQueue } from '#server/messages/queues.ts'
import { sceneToActOn } from '#server/messages/thread-scene.ts'

const free = { assigneeId: null, assignedAt: null, leaseEndsAt: null }

/** Puts a thread that one holds back into its queue, with a word for whoever comes next. */
export async function giveBack(w: Writer, act: Act, id: string, { note }: { note?: string | undefined }): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  if (scene.thread.assigneeId !== act.actor.id) return refuse('THREAD_NOT_YOURS')
  return handOn(w, act, scene.thread, free, note === undefined ? null : { text: note, cause: 'give-back' }, { event: 'message.given-back', detail: {} })
}

/** Takes over what somebody else holds, with a note that everybody sees. */
export async function takeOver(w: Writer, act: Act, id: string, { note }: { note: string }): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, queue } = scene
  const may = canAnswerIn(act.actor, queue)
  if (!may.allowed) return refuseBy(may)
  if (thread.state === 'resolved') return refuse('THREAD_RESOLVED')
  if (thread.assigneeId === act.actor.id) return refuse('ALREADY_DONE')
  const mine = { assigneeId: act.actor.id, assignedAt: act.at, leaseEndsAt: act.at + LEASE_MS }
  return handOn(w, act, thread, mine, { text: note, cause: 'take-over' }, { event: 'message.taken-over', detail: { before: thread.assigneeId } })
}

/** Gives a thread to a colleague of its queue; theirs until they give it back. */
export async function reassign(w: Writer, act: Act, id: string, { to, note }: { to: string; note: string }): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, queue, facts } = scene
  const may = canReassign(act.actor, queue, facts)
  if (!may.allowed) return refuseBy(may)
  if (!await canTake(w, to, queue.id)) return refuse('ASSIGNEE_NOT_IN_QUEUE')
  if (thread.assigneeId === to) return refuse('ALREADY_DONE')
  const theirs = { assigneeId: to, assignedAt: act.at, leaseEndsAt: null }
  return handOn(w, act, thread, theirs, { text: note, cause: 'reassign' }, { event: 'message.reassigned', detail: { before: thread.assigneeId, to } })
}

type Fact = { event: 'message.given-back'; detail: Record<never, never> } | { event: 'message.taken-over'; detail: { before: string | null } }
  | { event: 'message.reassigned'; detail: { before: string | null; to: string } }

async function handOn(
  w: Writer, act: Act, before: Thread, to: Pick<Thread, 'assigneeId' | 'assignedAt' | 'leaseEndsAt'>,
  note: { text: string; cause: 'give-back' | 'take-over' | 'reassign' } | null, fact: Fact,
): Promise<Outcome<ThreadActed>> {
  if (before.version !== act.version) return staleThread(w, act, before.id)
  const after = await changeThread(w, before, to, note ? 1 : 0)
  const entry = note && await addEntry(w, after, noteEntry(act, note.text, note.cause))
  await record(w, act, { ...fact, patientId: after.patientId, objectId: after.id })
  if (to.assigneeId !== null && to.assigneeId !== act.actor.id) w.announce('assignments', to.assigneeId)
  return acted(w, act, after.id, { entryId: entry?.id })
}

/** Whether a colleague is there, works in the queue and may answer its threads. */
export async function canTake(db: Reader, staffId: string, queueId: string): Promise<boolean> {
  const { staff, staffRoles } = db.t
  const [person] = await db.select({ status: staff.status }).from(staff).where(eq(staff.id, staffId))
  const queue = await findQueue(db, queueId, staffId)
  if (person?.status !== 'active' || !queue) return false
  const roles = await db.select({ role: staffRoles.role }).from(staffRoles).where(eq(staffRoles.staffId, staffId))
  return canAnswerIn({ id: staffId, roles: roles.map(({ role }) => role as Role) }, queue).allowed
}
