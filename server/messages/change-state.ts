import { and, asc, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import type { callBody, flagBody, resolveBody, ThreadActed } from '#domain/contracts/messages.ts'
import { RANK } from '#domain/messages/thread-clock.ts'
import { canAnswer, canAnswerIn, canResolveAs, canTend } from '#domain/messages/thread-policy.ts'
import type { Instant } from '#domain/time.ts'
import { answerClock, beginClock, clockHere, pauseClock, resumeClock, unanswerClock } from '#db/messages/turn-clock.ts'
import { addEntry, changeThread, type Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { acted, LEASE_MS, noteEntry, staleThread } from '#server/messages/carry.ts'
import { closedBy, recordClosed } from '#server/messages/reply.ts'
import { sceneToActOn } from '#server/messages/thread-scene.ts'

/** The thread waits for the patient; the clock stands where the portal's policy says so (R50). */
export async function waitForPatient(w: Writer, act: Act, id: string, { note }: { note?: string | undefined }): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread } = scene
  const may = canAnswer(act.actor, scene.queue, scene.facts)
  if (!may.allowed) return refuseBy(may)
  if (thread.version !== act.version) return staleThread(w, act, id)
  if (thread.state === 'waiting') return refuse('ALREADY_DONE')
  const running = await clockHere(w, thread)
  const pauses = running !== null && running.clock.answeredAt === null && running.promised.policy.messages.waitingPauses
  const after = await changeThread(w, thread, { state: 'waiting', ...(pauses ? await pauseClock(w, thread, running, act.at) : {}) }, note === undefined ? 0 : 1)
  const entry = note === undefined ? null : await addEntry(w, after, noteEntry(act, note, 'wait'))
  await record(w, act, { event: 'message.waits', patientId: thread.patientId, objectId: id, detail: { paused: pauses } })
  return acted(w, act, id, { entryId: entry?.id })
}

/** Waiting is over although the patient has not written. */
export async function goOn(w: Writer, act: Act, id: string): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, queue } = scene
  const may = canAnswerIn(act.actor, queue)
  if (!may.allowed) return refuseBy(may)
  if (thread.version !== act.version) return staleThread(w, act, id)
  if (thread.state !== 'waiting') return refuse('THREAD_NOT_WAITING')
  const running = await clockHere(w, thread)
  await changeThread(w, thread, { state: 'open', ...(running ? await resumeClock(w, thread, running, act.at) : {}) })
  await record(w, act, { event: 'message.goes-on', patientId: thread.patientId, objectId: id, detail: {} })
  return acted(w, act, id)
}

/** Closes a thread with a word for how it ended; closing counts as an answer (R50). */
export async function resolveThread(w: Writer, act: Act, id: string, body: z.infer<typeof resolveBody>): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread } = scene
  const may = canAnswer(act.actor, scene.queue, scene.facts)
  if (!may.allowed) return refuseBy(may)
  const closes = canResolveAs(act.actor, thread.flagged, body.disposition, body.because ?? null)
  if (!closes.allowed) return refuseBy(closes)
  if (thread.version !== act.version) return staleThread(w, act, id)
  const running = await clockHere(w, thread)
  const turned = running ? await answerClock(w, thread, running, { at: act.at, kind: 'resolve', by: act.actor.id }, false) : {}
  await changeThread(w, thread, { ...turned, ...closedBy(act, thread, body) })
  await recordClosed(w, act, thread, body.disposition)
  return acted(w, act, id, { nextIn: body.nextIn })
}

/** Opens a closed thread again, held by whoever does it; the clock goes on where closing had stopped it (R50). */
export async function reopenThread(w: Writer, act: Act, id: string, { note }: { note?: string | undefined }): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, queue } = scene
  const may = canAnswerIn(act.actor, queue)
  if (!may.allowed) return refuseBy(may)
  if (thread.version !== act.version) return staleThread(w, act, id)
  if (thread.state !== 'resolved') return refuse('THREAD_NOT_RESOLVED')
  const running = await clockHere(w, thread)
  const after = await changeThread(w, thread, {
    state: 'open', disposition: null, dispositionBecause: null, resolvedBy: null, resolvedAt: null,
    assigneeId: act.actor.id, assignedAt: act.at, leaseEndsAt: act.at + LEASE_MS, ...(running ? await unanswerClock(w, thread, running, act.at) : {}),
  }, note === undefined ? 0 : 1)
  const entry = note === undefined ? null : await addEntry(w, after, noteEntry(act, note, 'reopen'))
  await record(w, act, { event: 'message.reopened', patientId: thread.patientId, objectId: id, detail: {} })
  return acted(w, act, id, { entryId: entry?.id })
}

/**
 * A call from the thread, with how it went. Having spoken with the patient answers the clock, from the time of the call; what
 * they wrote after it was not answered by it.
 */
export async function recordCall(w: Writer, act: Act, id: string, body: z.infer<typeof callBody>): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread } = scene
  const may = canAnswer(act.actor, scene.queue, scene.facts)
  if (!may.allowed) return refuseBy(may)
  if (thread.version !== act.version) return staleThread(w, act, id)
  const at = Date.parse(body.at)
  if (at > act.at || at < (thread.startedAt ?? thread.createdAt)) return refuse('CALL_TIME_NOT_POSSIBLE')
  const running = await clockHere(w, thread)
  const answers = body.outcome === 'spoke' && running !== null && running.clock.answeredAt === null
  const turned = answers ? await answerClock(w, thread, running, { at, kind: 'call', by: act.actor.id }) : {}
  const startedAt = answers ? await firstMessageAfter(w, id, at) : null
  const goesOn = startedAt === null ? {} : await beginClock(w, thread, { id: act.app.random.id(), startedAt })
  const after = await changeThread(w, thread, { ...turned, ...goesOn }, 1)
  const entry = await addEntry(w, after, { ...noteEntry(act, body.note, 'note'), kind: 'call', cause: null, callOutcome: body.outcome, answered: answers, at })
  await record(w, act, { event: 'message.call-recorded', patientId: thread.patientId, objectId: id, detail: { entryId: entry.id, outcome: body.outcome, answered: answers } })
  return acted(w, act, id, { entryId: entry.id })
}

/** When the patient's side first wrote after an instant; null: it has not. */
async function firstMessageAfter(w: Writer, threadId: string, at: Instant): Promise<Instant | null> {
  const { messageEntries: e } = w.t
  const [first] = await w.select({ at: e.at }).from(e).where(and(eq(e.threadId, threadId), eq(e.kind, 'message'), gt(e.at, at))).orderBy(asc(e.at)).limit(1)
  return first?.at ?? null
}

/** Somebody reads an emergency that no rule saw: it rises, and is closed only with what a clinician says was done (R52). */
export async function flagThread(w: Writer, act: Act, id: string, { note }: z.infer<typeof flagBody>): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread, queue } = scene
  const may = canTend(act.actor, queue)
  if (!may.allowed) return refuseBy(may)
  if (thread.version !== act.version) return staleThread(w, act, id)
  if (thread.state === 'resolved') return refuse('THREAD_RESOLVED')
  if (thread.flagged) return refuse('ALREADY_DONE')
  const after = await changeThread(w, thread, {
    flagged: true, flaggedAt: act.at, flagReasons: JSON.stringify([{ sign: 'staff', quote: '' }]), flagSettledAs: null, flagSettledBy: null, flagSettledAt: null,
    rank: RANK.flagged,
  } satisfies Partial<Thread>, 1)
  const entry = await addEntry(w, after, noteEntry(act, note, 'note'))
  await record(w, act, { event: 'message.flagged', patientId: thread.patientId, objectId: id, detail: { by: 'staff', reasons: 1 } })
  w.announce('emergencies', thread.queueId)
  return acted(w, act, id, { entryId: entry.id })
}
