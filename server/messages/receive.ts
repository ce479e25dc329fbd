import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { IncomingMessage, intakeAnswer } from '#domain/contracts/message-intake.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { isoOf } from '#domain/time.ts'
import { NOT_READ_AFTER_MS } from '#db/messages/turn-clock.ts'
import { takeMessages, type Taken } from '#db/messages/intake.ts'
import type { IncomingFacts } from '#db/messages/incoming.ts'
import { changeThread, findThread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'

/** Where a portal's messages say they come from: one portal's ids are not another's. */
export function sourceOfPortal(portalId: string): string {
  return `portal:${portalId}`
}

/** Takes a message that a portal reports (idempotent by the portal's own id); its arrival is an event. */
export async function receiveMessage(
  w: Writer, app: App, scene: AuditScene, message: IncomingMessage,
): Promise<{ answer: z.infer<typeof intakeAnswer> } | { code: ReasonCode }> {
  const [taken] = await takeMessages(w, [factsOf(message)], { at: scene.at, newId: app.random.id })
  if (!taken || taken.outcome === 'refused') return { code: taken?.code ?? 'MESSAGE_PATIENT_UNKNOWN' }
  if (taken.outcome !== 'known') await recordReceived(w, scene, message, taken)
  return { answer: { outcome: taken.outcome, threadId: taken.threadId, messageId: taken.messageId } }
}

type Here = Exclude<Taken, { outcome: 'refused' }>

async function recordReceived(w: Writer, scene: AuditScene, message: IncomingMessage, taken: Here): Promise<void> {
  const thread = await findThread(w, taken.threadId)
  await recordEvent(w, scene, {
    event: 'message.received', patientId: thread?.patientId ?? null, objectId: taken.threadId,
    detail: {
      portalId: message.portalId, queueId: taken.queueId, rule: taken.ruleNumber, flagged: taken.flagged, source: sourceOfPortal(message.portalId),
      attachments: message.attachments.length,
    },
  })
  if (!taken.flagged) return
  await recordEvent(w, scene, { event: 'message.flagged', patientId: thread?.patientId ?? null, objectId: taken.threadId, detail: { by: 'wording', reasons: 1 } })
  w.announce('emergencies', taken.queueId)
}

function factsOf(message: IncomingMessage): IncomingFacts {
  const { sender } = message
  return {
    ...message, source: sourceOfPortal(message.portalId), sourceId: message.id, threadSourceId: message.threadId, sentAt: Date.parse(message.sentAt),
    sender: {
      kind: sender.kind, id: sender.kind === 'proxy' ? sender.personId : null, name: sender.kind === 'patient' ? null : sender.name ?? null,
      relationship: sender.kind === 'named' ? sender.relationship : null,
    },
  }
}

/** A portal says that the patient's side has read one of our replies; the first such word counts. */
export async function noteRead(
  w: Writer, scene: AuditScene, receipt: { messageId: string; readAt: string; portals: readonly string[] },
): Promise<'read' | 'known' | 'unknown'> {
  const { messageEntries: e } = w.t
  const [entry] = await w.select().from(e).where(and(eq(e.id, receipt.messageId), eq(e.kind, 'reply')))
  const thread = entry ? await findThread(w, entry.threadId) : null
  if (!entry || !thread || !receipt.portals.includes(thread.portalId)) return 'unknown'
  if (entry.readAt !== null) return 'known'
  const readAt = Math.max(entry.at, Math.min(scene.at, Date.parse(receipt.readAt)))
  await w.update(e).set({ readAt, delivery: 'delivered' }).where(eq(e.id, entry.id))
  const [oldest] = await w.select({ at: sql<number | null>`min(${e.at})` }).from(e).where(and(eq(e.threadId, entry.threadId), eq(e.kind, 'reply'), isNull(e.readAt)))
  await changeThread(w, thread, { notReadAt: oldest?.at ? Number(oldest.at) + NOT_READ_AFTER_MS : null })
  await recordEvent(w, scene, { event: 'message.read-by-patient', patientId: thread.patientId, objectId: entry.threadId, detail: { entryId: entry.id, source: scene.actor.id } })
  return 'read'
}

/** What a portal is told, from the row of its command; null: there is nothing to tell any more. */
export async function bodyOfCommand(db: Pick<Writer, 't' | 'select'>, command: { kind: string; objectId: string; refs: string }): Promise<Record<string, unknown> | null> {
  const { messageEntries: e, messageThreads: h } = db.t
  const refs = JSON.parse(command.refs) as Record<string, string>
  const [thread] = await db.select().from(h).where(eq(h.id, refs.threadId ?? ''))
  if (!thread) return null
  const conversation = { threadId: thread.id, portalThreadId: thread.source === 'console' ? null : thread.sourceId, patientId: thread.patientId, audience: thread.audience }
  if (command.kind === 'message.moved') return { ...conversation, ...refs }
  const [entry] = await db.select().from(e).where(eq(e.id, command.objectId))
  return entry ? { ...conversation, messageId: entry.id, subject: thread.subject, text: entry.text, from: entry.senderName, sentAt: isoOf(entry.at) } : null
}

/** Notes at a reply what became of it on its way. */
export async function settleReply(w: Writer, entryId: string, delivery: 'delivered' | 'parked'): Promise<void> {
  const { messageEntries: e } = w.t
  const [row] = await w.update(e).set({ delivery }).where(eq(e.id, entryId)).returning({ threadId: e.threadId })
  if (row) w.announce('messages', row.threadId)
}
