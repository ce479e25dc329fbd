import { eq } from 'drizzle-orm'
import { goingOn } from '#domain/messages/thread-clock.ts'
import { oneLineOf, plainText } from '#domain/messages/plain-text.ts'
import { routeOf } from '#domain/messages/routing.ts'
import { displayName } from '#domain/names.ts'
import { isOffered } from '#domain/portals/as-of.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { localDateOf, localHourOf, type Instant } from '#domain/time.ts'
import { urgencyOf } from '#domain/urgency/urgency.ts'
import { clockColumns, clockOf, kept, replyClockOf } from '#db/messages/clocks.ts'
import { DayLedger, type Clock } from '#db/messages/days.ts'
import { careTeamOf, goesOnIn, keeperOf, knownOf, patientsOf, routingOf, threadKeysOf, type IncomingFacts, type PatientOfMessage, type Queue } from '#db/messages/incoming.ts'
import { makePromises, type Promised } from '#db/messages/promise.ts'
import { addEntry, addThreads, changeThread, entryRow, type Entry, type NewEntry, type Thread } from '#db/messages/threads.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

/** What became of a message. `created`: a thread of its own; `added`: to one that is there; `known`: it was here already. */
export type Taken =
  | { outcome: 'created' | 'added' | 'known'; threadId: string; messageId: string; flagged: boolean; queueId: string; ruleNumber: number | null }
  | { outcome: 'refused'; code: ReasonCode }
export type IntakeHow = { at: Instant; newId: NewId }

/** Longest subject and beginning of a message that lists show. */
const LONGEST_SUBJECT = 160
const LONGEST_LINE = 120

/**
 * Takes messages of one source, each once: finds whom they are about, where they go (R55), what is urgent (R52), and starts or
 * keeps their clocks (R50). Every message either stands in a thread of a queue or is refused with a reason.
 */
export async function takeMessages(w: Writer, messages: readonly IncomingFacts[], how: IntakeHow): Promise<Taken[]> {
  const source = messages[0]?.source
  if (source === undefined) return []
  const rules = await routingOf(w)
  if (!rules) return messages.map(() => ({ outcome: 'refused', code: 'MESSAGE_NO_QUEUE' }))
  const known = await knownOf(w, source, messages)
  const patientOf = await patientsOf(w, messages)
  const promises = await makePromises(w)
  const ledger = new DayLedger()
  const taken: Taken[] = []
  for (const message of messages) {
    const before = known.entries.get(message.sourceId)
    if (before) {
      const thread = [...known.threads.values()].find(({ id }) => id === before.threadId)
      taken.push({ outcome: 'known', threadId: before.threadId, messageId: before.id, flagged: false, queueId: thread?.queueId ?? '', ruleNumber: null })
      continue
    }
    const patient = patientOf(message)
    if (!patient) {
      taken.push({ outcome: 'refused', code: 'MESSAGE_PATIENT_UNKNOWN' })
      continue
    }
    const sentAt = Math.min(message.sentAt, how.at)
    const promised = await promises({ portalId: message.portalId, siteId: patient.siteId }, sentAt)
    const code = whyNot(promised, sentAt)
    if (!promised || code) {
      taken.push({ outcome: 'refused', code: code ?? 'MESSAGE_PORTAL_UNKNOWN' })
      continue
    }
    const scene: Scene = { message, patient, promised, sentAt, at: how.at, newId: how.newId, queues: rules.queues }
    const thread = threadKeysOf(message).flatMap((key) => known.threads.get(key) ?? []).find((one) => goesOnIn(message, patient.id, one))
    const done = thread
      ? await addToThread(w, scene, thread)
      : await beginThread(w, scene, routeOf(rules.routing, { ...message, siteId: patient.siteId }), known.threads.has(threadKeysOf(message)[0]))
    known.threads.set(done.thread.sourceId, done.thread)
    known.entries.set(message.sourceId, { id: done.entry.id, sourceId: message.sourceId, threadId: done.thread.id })
    ledger.arrived(done.entry.arrivedQueueId ?? '', done.entry.arrivedOn ?? '', done.entry.arrivedHour ?? 0)
    taken.push({
      outcome: thread ? 'added' : 'created', threadId: done.thread.id, messageId: done.entry.id, flagged: done.flagged,
      queueId: done.thread.queueId, ruleNumber: done.ruleNumber,
    })
  }
  await ledger.write(w)
  return taken
}

/** R80, R81: a portal in its silent days, read-only or retired takes no messages. */
function whyNot(promised: Promised | null, sentAt: Instant): ReasonCode | null {
  if (!promised) return 'MESSAGE_PORTAL_UNKNOWN'
  return isOffered(promised.policy, 'message', sentAt) ? null : 'MESSAGE_NOT_TAKEN'
}

type Scene = {
  message: IncomingFacts; patient: PatientOfMessage; promised: Promised; sentAt: Instant; at: Instant; newId: NewId; queues: ReadonlyMap<string, Queue>
}
type Done = { thread: Thread; entry: Entry; flagged: boolean; ruleNumber: number | null }

async function beginThread(w: Writer, scene: Scene, route: { queueId: string; ruleNumber: number | null; toCareTeam: boolean }, moved: boolean): Promise<Done> {
  const { message, patient, promised, sentAt, at, newId } = scene
  const urgency = urgencyOf(`${message.subject}\n${message.text}`)
  const queueId = urgency.flagged ? emergencyQueueOf(scene, route.queueId) : route.queueId
  const assigneeId = patient.restricted
    ? await keeperOf(w, patient.id, queueId, at)
    : route.toCareTeam && queueId === route.queueId ? await careTeamOf(w, patient.id, queueId, at) : null
  const id = newId('message thread', message.source, threadKeysOf(message)[moved ? 1 : 0])
  const clock: Clock = clockRow(scene, { id: newId('message clock', message.source, message.sourceId), threadId: id, queueId })
  const entry = entryRow(id, 1, entryOf(scene, queueId))
  const thread: Thread = {
    id, patientId: patient.id, portalId: message.portalId, siteId: patient.siteId, queueId, assigneeId, assignedAt: assigneeId ? at : null,
    leaseEndsAt: null, state: 'open', subject: subjectOf(message), topic: message.topic, recipient: message.recipient, language: message.language,
    audience: 'all-who-may', ...flagColumns(urgency, at), flagSettledAs: null, flagSettledBy: null, flagSettledAt: null,
    disposition: null, dispositionBecause: null, resolvedBy: null, resolvedAt: null, lastPatientMessageId: entry.id, clockId: clock.id,
    ...kept(replyClockOf(clock), promised, { queueId, flagged: urgency.flagged, lastMessageAt: sentAt }), notReadAt: null, lastMessageAt: sentAt,
    line: oneLineOf(message.text, LONGEST_LINE), writtenBy: writerOf(message), entries: 1, source: message.source,
    sourceId: threadKeysOf(message)[moved ? 1 : 0], createdAt: at, version: 1,
  }
  await addThreads(w, [thread])
  await w.insert(w.t.messageClocks).values(clock)
  await w.insert(w.t.messageEntries).values(entry)
  await addAttachments(w, scene, entry)
  if (assigneeId !== null) w.announce('assignments', assigneeId)
  return { thread, entry, flagged: urgency.flagged, ruleNumber: route.ruleNumber }
}

async function addToThread(w: Writer, scene: Scene, before: Thread): Promise<Done> {
  const { message, patient, promised, sentAt, at, newId } = scene
  const urgency = urgencyOf(`${message.subject}\n${message.text}`)
  const isNew = urgency.flagged && !before.flagged
  const queueId = isNew ? emergencyQueueOf(scene, before.queueId) : before.queueId
  const running = before.answeredAt === null ? await clockOf(w, before.id, before.clockId) : null
  const clock = running
    ? { ...running, ...clockColumns(goingOn({ ...replyClockOf(running), startedAt: Math.min(running.startedAt, sentAt) }, at)), queueId }
    : clockRow(scene, { id: newId('message clock', message.source, message.sourceId), threadId: before.id, queueId })
  const entry = entryOf(scene, queueId)
  const isFree = before.state === 'resolved' || queueId !== before.queueId || (patient.restricted && before.assigneeId === null)
  const keeper = isFree && patient.restricted ? await keeperOf(w, patient.id, queueId, at) : null
  const lastMessageAt = Math.max(before.lastMessageAt, sentAt)
  const flagged = before.flagged || urgency.flagged
  const thread = await changeThread(w, before, {
    state: 'open', queueId, disposition: null, dispositionBecause: null, resolvedBy: null, resolvedAt: null, lastPatientMessageId: entry.id,
    ...(isFree ? { assigneeId: keeper, assignedAt: keeper === null ? null : at, leaseEndsAt: null } : {}),
    ...(isNew ? { ...flagColumns(urgency, at), flagSettledAs: null, flagSettledBy: null, flagSettledAt: null } : {}),
    ...kept(replyClockOf(clock), promised, { queueId, flagged, lastMessageAt }), clockId: clock.id, lastMessageAt,
    line: oneLineOf(message.text, LONGEST_LINE), writtenBy: writerOf(message),
  }, 1)
  if (running) await saveClock(w, clock)
  else await w.insert(w.t.messageClocks).values(clock)
  const row = await addEntry(w, thread, entry)
  await addAttachments(w, scene, row)
  return { thread, entry: row, flagged: isNew, ruleNumber: null }
}

/** Writes what of a clock can change. */
export async function saveClock(w: Writer, { id, ...clock }: Clock): Promise<void> {
  const { messageClocks: c } = w.t
  await w.update(c).set(clock).where(eq(c.id, id))
}

/** R52: emergency wording goes where clinicians see it at once. */
function emergencyQueueOf({ queues }: Scene, queueId: string): string {
  const target = queues.get(queueId)?.emergencyQueueId ?? queueId
  return queues.has(target) ? target : queueId
}

function flagColumns(urgency: ReturnType<typeof urgencyOf>, at: Instant): Pick<Thread, 'flagged' | 'flaggedAt' | 'flagReasons'> {
  if (!urgency.flagged) return { flagged: false, flaggedAt: null, flagReasons: null }
  return { flagged: true, flaggedAt: at, flagReasons: JSON.stringify(urgency.reasons.map(({ sign, quote }) => ({ sign, quote }))) }
}

function clockRow({ patient, message, sentAt }: Scene, of: { id: string; threadId: string; queueId: string }): Clock {
  return {
    ...of, patientId: patient.id, portalId: message.portalId, siteId: patient.siteId, startedAt: sentAt, pauses: '[]', answeredAt: null, answeredHow: null,
    answeredBy: null, targetAt: null, limitAt: null, onTime: null, withinLimit: null, minutes: null, answeredOn: null,
  }
}

function entryOf({ message, patient, promised, sentAt, at, newId }: Scene, queueId: string): NewEntry {
  const { kind, id, name, relationship } = message.sender
  return {
    id: newId('message', message.source, message.sourceId), kind: 'message', senderKind: kind, senderId: kind === 'patient' ? patient.id : id,
    senderName: oneLineOf(name ?? displayName(patient), 120), senderRelationship: relationship && oneLineOf(relationship, 60),
    text: plainText(message.text), language: message.language, at: sentAt, receivedAt: at,
    arrivedQueueId: queueId, arrivedOn: localDateOf(sentAt, promised.zone), arrivedHour: localHourOf(sentAt, promised.zone),
    source: message.source, sourceId: message.sourceId,
  }
}

function subjectOf({ subject, text }: IncomingFacts): string {
  return oneLineOf(subject, LONGEST_SUBJECT) || oneLineOf(text, 60)
}

function writerOf({ sender }: IncomingFacts): string | null {
  return sender.kind === 'patient' ? null : oneLineOf(sender.name ?? '', 120)
}

async function addAttachments(w: Writer, { message, newId }: Scene, entry: Entry): Promise<void> {
  if (message.attachments.length === 0) return
  await w.insert(w.t.messageAttachments).values(message.attachments.map((one, place) => ({
    id: newId('message attachment', message.source, message.sourceId, String(place)), entryId: entry.id, threadId: entry.threadId,
    name: oneLineOf(one.name, 200), mediaType: one.mediaType.toLowerCase().slice(0, 100), bytes: one.bytes, ref: one.ref,
  })))
}
