import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { forwardBody, moveBody, ThreadActed } from '#domain/contracts/messages.ts'
import { canTend, seesQueue } from '#domain/messages/thread-policy.ts'
import { isClinicalQueue } from '#domain/messages/words.ts'
import { displayName } from '#domain/names.ts'
import { clockHere, reckoned } from '#db/messages/turn-clock.ts'
import { saveClock } from '#db/messages/intake.ts'
import { promisedFor } from '#db/messages/clocks.ts'
import { addEntry, changeThread, type Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { acted, noteEntry, staleThread } from '#server/messages/carry.ts'
import { queuePortalCommand } from '#server/messages/portal-command.ts'
import { findQueue } from '#server/messages/queues.ts'
import { rowOf } from '#server/messages/rows.ts'
import { sceneToActOn, threadScene } from '#server/messages/thread-scene.ts'
import { chartToActOn } from '#server/patients/patients.ts'

/** Puts a thread into another queue, nobody's there; its clock goes on as it was. */
export async function forwardThread(w: Writer, act: Act, id: string, { queueId, note }: z.infer<typeof forwardBody>): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread } = scene
  const may = canTend(act.actor, scene.queue)
  if (!may.allowed) return refuseBy(may)
  if (thread.version !== act.version) return staleThread(w, act, id)
  const no = await whyNotTo(w, act, thread, queueId)
  if (no) return no
  const after = await changeThread(w, thread, await inQueue(w, thread, queueId), 1)
  const entry = await addEntry(w, after, noteEntry(act, note, 'forward'))
  await record(w, act, { event: 'message.forwarded', patientId: thread.patientId, objectId: id, detail: { from: thread.queueId, to: queueId } })
  return withRow(w, act, id, entry.id)
}

/** Why a thread cannot go into a queue; null: it can. */
export async function whyNotTo(w: Writer, act: Act, thread: Thread, queueId: string): Promise<ReturnType<typeof refuse> | null> {
  const target = await findQueue(w, queueId, act.actor.id)
  const [open] = await w.select({ retiredAt: w.t.messageQueues.retiredAt }).from(w.t.messageQueues).where(eq(w.t.messageQueues.id, queueId))
  if (!target || !open || open.retiredAt !== null) return refuse('NOT_FOUND')
  if (thread.state === 'resolved') return refuse('THREAD_RESOLVED')
  if (thread.queueId === queueId) return refuse('ALREADY_DONE')
  return thread.flagged && !isClinicalQueue(target.kind) ? refuse('QUEUE_NOT_CLINICAL') : null
}

/** The columns of a thread once it stands in another queue; its running clock goes along. */
export async function inQueue(w: Writer, thread: Thread, queueId: string): Promise<Partial<Thread>> {
  const running = await clockHere(w, thread)
  const moves = running !== null && running.clock.answeredAt === null
  if (moves) await saveClock(w, { ...running.clock, queueId })
  return {
    queueId, assigneeId: null, assignedAt: null, leaseEndsAt: null,
    ...(running ? reckoned(running, { queueId, flagged: thread.flagged, lastMessageAt: thread.lastMessageAt }) : {}),
  }
}

/** The row after a thread went where the person may no longer see it is its last one for them. */
async function withRow(w: Writer, act: Act, id: string, entryId: string): Promise<Outcome<ThreadActed>> {
  const scene = await threadScene(w, act, id)
  return 'refused' in scene ? { done: { row: await rowOf(w, act, id), entryId, next: null } } : acted(w, act, id, { entryId })
}

/** It is about somebody else: the whole thread goes to that chart, with why; its portal is told. */
export async function moveThread(w: Writer, act: Act, id: string, { patientId, reason = '' }: z.infer<typeof moveBody>): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, queue } = scene
  if (!seesQueue(act.actor, queue)) return refuse('NOT_FOUND')
  if (thread.version !== act.version) return staleThread(w, act, id)
  if (thread.patientId === patientId) return refuse('MOVE_TO_SAME_PATIENT')
  const target = await chartToActOn(w, act, patientId)
  if ('refused' in target) return target
  const { chart } = target
  const [before] = await w.select().from(w.t.patients).where(eq(w.t.patients.id, thread.patientId))
  const { messageClocks: c } = w.t
  const clock = await clockHere(w, thread)
  await w.update(c).set({ patientId }).where(eq(c.threadId, id))
  const running = clock && clock.clock.answeredAt === null ? { ...clock.clock, patientId, siteId: chart.siteId } : null
  if (running) await saveClock(w, running)
  const promised = running ? await promisedFor(w, { portalId: thread.portalId, siteId: chart.siteId }, running.startedAt) : null
  const after = await changeThread(w, thread, {
    patientId, ...(running ? { siteId: chart.siteId } : {}), writtenBy: thread.writtenBy ?? (before ? displayName(before) : null),
    ...(running && promised ? reckoned({ clock: running, promised }, thread) : {}),
  }, 1)
  const entry = await addEntry(w, after, noteEntry(act, reason, 'wrong-patient'))
  await queuePortalCommand(w, act, { portalId: thread.portalId, kind: 'message.moved', objectId: id, refs: { threadId: id, fromPatientId: thread.patientId, toPatientId: patientId } })
  await record(w, act, { event: 'message.moved', patientId, objectId: id, detail: { fromPatientId: thread.patientId, toPatientId: patientId, reason } })
  return acted(w, act, id, { entryId: entry.id })
}
