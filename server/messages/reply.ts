import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { replyBody, ReadersAnswer, ThreadActed } from '#domain/contracts/messages.ts'
import { emptyFieldIn, isKnownField } from '#domain/messages/canned.ts'
import { plainText } from '#domain/messages/plain-text.ts'
import { canAnswer, canResolveAs } from '#domain/messages/thread-policy.ts'
import { isOffered } from '#domain/portals/as-of.ts'
import { NOT_READ_AFTER_MS } from '#db/messages/turn-clock.ts'
import { promisedFor } from '#db/messages/clocks.ts'
import { addEntry, changeThread, type Entry, type NewEntry, type Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { acted, staleThread } from '#server/messages/carry.ts'
import { queuePortalCommand } from '#server/messages/portal-command.ts'
import { beginOwnThread } from '#server/messages/own-thread.ts'
import { readersOf } from '#server/messages/readers.ts'
import { rowOf } from '#server/messages/rows.ts'
import { sceneToActOn, type ThreadScene } from '#server/messages/thread-scene.ts'
import { afterReply } from '#server/messages/turn-clock.ts'

type Reply = z.infer<typeof replyBody>

/**
 * Answers the patient. Written only by whoever holds the thread, on the newest message (CC-03), to exactly the people whom the
 * writer was shown, on a portal that takes messages; sent through the portal's outbox in the same transaction.
 */
export async function reply(w: Writer, act: Act, id: string, body: Reply): Promise<Outcome<ThreadActed>> {
  const scene = await sceneToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { thread } = scene
  const may = canAnswer(act.actor, scene.queue, scene.facts)
  if (!may.allowed) return refuseBy(may)
  if (body.seenMessageId !== thread.lastPatientMessageId) return refuse('NEW_PATIENT_MESSAGE', { current: { row: await rowOf(w, act, id), lastPatientMessageId: thread.lastPatientMessageId } })
  if (thread.version !== act.version) return staleThread(w, act, id)
  const readers = await readersOf(w, act, thread, body.audience)
  const no = await whyNot(w, act, scene, body, readers)
  if (no) return no
  const text = plainText(body.text)
  const entry = replyEntry(act, text, readers, body.cannedReplyId)
  const isOwn = body.audience === 'patient-only' && thread.audience !== 'patient-only'
  const turned = await afterReply(w, act, scene, body.leaves)
  const closing = body.leaves === 'resolved' ? closedBy(act, thread, body) : {}
  const after = await changeThread(w, thread, {
    ...turned, ...closing, ...(isOwn ? {} : shownLast(act, thread, text)),
  }, isOwn ? 0 : 1)
  const answer = isOwn ? await beginOwnThread(w, act, thread, entry, text) : await addEntry(w, after, entry)
  await settle(w, act, thread, answer, body)
  await record(w, act, {
    event: 'message.answered', patientId: thread.patientId, objectId: id,
    detail: { entryId: answer.id, readers: readers.readers.length, audience: body.audience, cannedReplyId: body.cannedReplyId ?? null, leaves: body.leaves },
  })
  if (closing.resolvedAt) await recordClosed(w, act, thread, closing.disposition ?? 'answered')
  return acted(w, act, id, { entryId: answer.id, nextIn: body.nextIn })
}

async function whyNot(w: Writer, act: Act, { thread }: ThreadScene, body: Reply, readers: ReadersAnswer) {
  const { policy } = await promisedFor(w, thread, act.at)
  if (!isOffered(policy, 'message', act.at)) return refuse('PORTAL_TAKES_NO_MESSAGES')
  const field = emptyFieldIn(body.text)
  if (field !== null && (body.cannedReplyId !== undefined || isKnownField(field))) return refuse('CANNED_FIELD_EMPTY', { facts: { field } })
  if (body.audience === 'patient-only' && readers.patientOnly) return refuse('PATIENT_READS_NOTHING')
  if (body.readersSeen !== undefined && body.readersSeen !== readers.fingerprint) return refuse('READERS_CHANGED', { current: { readers } })
  if (readers.ask && !body.readersConfirmed) return refuse('READERS_TO_CONFIRM', { current: { readers } })
  if (body.leaves !== 'resolved') return null
  const closes = canResolveAs(act.actor, thread.flagged, body.disposition ?? 'answered', body.because ?? null)
  return closes.allowed ? null : refuseBy(closes)
}

function replyEntry(act: Act, text: string, { readers }: ReadersAnswer, cannedReplyId: string | undefined): NewEntry {
  const id = act.app.random.id()
  return {
    id, kind: 'reply', senderKind: 'staff', senderId: act.actor.id, senderName: act.actor.name, text, at: act.at, receivedAt: act.at,
    readers: JSON.stringify(readers.map(({ name }) => name)), cannedReplyId: cannedReplyId ?? null, delivery: 'queued', source: 'console', sourceId: id,
  }
}

/** What a list shows of a thread that we wrote in last; unread until the portal says otherwise. */
function shownLast(act: Act, thread: Thread, text: string): Partial<Thread> {
  const line = text.replace(/\s+/g, ' ').slice(0, 120)
  return { line, lastMessageAt: act.at, notReadAt: thread.notReadAt ?? act.at + NOT_READ_AFTER_MS }
}

/** The columns of a thread that this act closes. */
export function closedBy(act: Act, thread: Thread, how: { disposition?: string | undefined; because?: string | undefined }): Partial<Thread> {
  const disposition = how.disposition ?? 'answered'
  return {
    state: 'resolved', disposition, dispositionBecause: how.because ?? null, resolvedBy: act.actor.id, resolvedAt: act.at, leaseEndsAt: null,
    ...(thread.flagged ? { flagged: false, flagSettledAs: disposition, flagSettledBy: act.actor.id, flagSettledAt: act.at } : {}),
  }
}

export function recordClosed(w: Writer, act: Act, thread: Thread, disposition: string): Promise<void> {
  return record(w, act, { event: 'message.resolved', patientId: thread.patientId, objectId: thread.id, detail: { disposition, flagSettled: thread.flagged } })
}

/** What a sent answer leaves behind: the portal is told, the draft is gone, the text it came from is counted. */
async function settle(w: Writer, act: Act, thread: Thread, answer: Entry, body: Reply): Promise<void> {
  const { messageDrafts: d, cannedReplies: c } = w.t
  await queuePortalCommand(w, act, { portalId: thread.portalId, kind: 'message.send', objectId: answer.id, refs: { threadId: answer.threadId } })
  await w.delete(d).where(and(eq(d.threadId, thread.id), eq(d.staffId, act.actor.id)))
  if (body.cannedReplyId !== undefined) await w.update(c).set({ uses: sql`${c.uses} + 1` }).where(eq(c.id, body.cannedReplyId))
}
