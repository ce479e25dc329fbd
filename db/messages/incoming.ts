import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isCovering } from '#domain/relations.ts'
import type { MessageRecipient, MessageTopic, SenderKind } from '#domain/messages/words.ts'
import type { Routing, Rule } from '#domain/messages/routing.ts'
import { tailKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'
import { keysJson } from '#db/keys-json.ts'
import { tiesOf } from '#db/relations.ts'
import type { RowOf } from '#db/rows.ts'
import { hot, type Reader } from '#db/store.ts'

/** A message of the patient's side, as a portal or a feed tells it. */
export type IncomingFacts = {
  source: string
  sourceId: string
  /** The source's conversation; null: the message begins one. */
  threadSourceId: string | null
  portalId: string
  /** Whom it is about. */
  patient: { id: string } | { mrn: string }
  sender: { kind: Exclude<SenderKind, 'staff'>; id: string | null; name: string | null; relationship: string | null }
  subject: string
  text: string
  sentAt: Instant
  recipient: MessageRecipient
  topic: MessageTopic
  language: string | null
  attachments: readonly { ref: string; name: string; mediaType: string; bytes: number }[]
}

export type Queue = RowOf<'messageQueues'>
export type PatientOfMessage = Pick<RowOf<'patients'>, 'id' | 'siteId' | 'legalFamily' | 'legalGiven' | 'usedFamily' | 'usedGiven' | 'restricted'>

/** The rules that hold, and the queues that take messages; null: nobody has made them yet. */
export async function routingOf(db: Reader): Promise<{ routing: Routing; version: number; queues: Map<string, Queue> } | null> {
  const { messageRoutings: r, messageQueues: q } = db.t
  const [row] = await db.select().from(r).orderBy(sql`${r.version} desc`).limit(1)
  if (!row) return null
  const queues = new Map((await db.select().from(q).where(isNull(q.retiredAt))).map((queue) => [queue.id, queue]))
  const rules = (JSON.parse(row.rules) as Rule[]).filter((rule) => queues.has(rule.queueId))
  return queues.has(row.defaultQueueId) ? { routing: { rules, defaultQueueId: row.defaultQueueId }, version: row.version, queues } : null
}

const patientRows = hot<PatientOfMessage[]>('message_patients', (db, t) => {
  const { id, siteId, legalFamily, legalGiven, usedFamily, usedGiven, restricted } = t.patients
  return db.select({ id, siteId, legalFamily, legalGiven, usedFamily, usedGiven, restricted }).from(t.patients)
    .where(inArray(id, sql`(select key from json_each(${sql.placeholder('ids')}))`))
})

/** The patients whom messages name, by `id:` or `mrn:` and what stands there. A number that two systems give to two people names nobody. */
export async function patientsOf(db: Reader, messages: readonly IncomingFacts[]): Promise<(message: IncomingFacts) => PatientOfMessage | null> {
  const mrns = [...new Set(messages.flatMap(({ patient }) => ('mrn' in patient ? [patient.mrn] : [])))]
  const bearers = new Map<string, Set<string>>()
  if (mrns.length > 0) {
    const { patientIdentifiers: i } = db.t
    const keys = new Map(mrns.map((mrn) => [tailKey(mrn), mrn]))
    const rows = await db.select({ value: i.value, searchKey: i.searchKey, patientId: i.patientId }).from(i)
      .where(and(eq(i.kind, 'mrn'), inArray(i.searchKey, [...keys.keys()])))
    for (const row of rows) {
      const mrn = keys.get(row.searchKey) ?? ''
      bearers.set(mrn, (bearers.get(mrn) ?? new Set()).add(row.patientId))
    }
  }
  const idOf = ({ patient }: IncomingFacts): string | null => {
    if ('id' in patient) return patient.id
    const [only, ...others] = bearers.get(patient.mrn) ?? []
    return others.length === 0 ? only ?? null : null
  }
  const ids = [...new Set(messages.flatMap((one) => idOf(one) ?? []))]
  const rows = ids.length === 0 ? [] : await db.hot(patientRows, { ids: keysJson(ids) })
  const patients = new Map(rows.map((row) => [row.id, row]))
  return (message) => patients.get(idOf(message) ?? '') ?? null
}

/** Who of a patient's care team takes a message in this queue: there themselves, or whoever covers them. Null: the pool. */
export async function careTeamOf(db: Reader, patientId: string, queueId: string, at: Instant): Promise<string | null> {
  const ties = await tiesOf(db, patientId, at)
  const wanted = ties.careTeam.filter(({ fromAt }) => fromAt <= at).toSorted((a, b) => b.fromAt - a.fromAt)
  const able = await membersOf(db, queueId)
  for (const { staffId } of wanted) {
    const cover = ties.covers.find((one) => one.absentId === staffId && isCovering(one, at))
    const taker = cover ? cover.coveringId : staffId
    if (able.has(taker)) return taker
  }
  return null
}

/**
 * Who looks after what is written about a restricted chart: whoever is given the thread sees that it is there, and nobody else does.
 * The care team, else whoever leads the queue; null: neither is there.
 */
export async function keeperOf(db: Reader, patientId: string, queueId: string, at: Instant): Promise<string | null> {
  const { messageQueues: q } = db.t
  const own = await careTeamOf(db, patientId, queueId, at)
  if (own !== null) return own
  const [queue] = await db.select({ leadId: q.leadId }).from(q).where(eq(q.id, queueId))
  return queue && (await membersOf(db, queueId)).has(queue.leadId) ? queue.leadId : null
}

/** Active colleagues who work in a queue. */
export async function membersOf(db: Reader, queueId: string): Promise<Set<string>> {
  const { messageQueueMembers: m, staff } = db.t
  const rows = await db.select({ id: staff.id }).from(m).innerJoin(staff, eq(staff.id, m.staffId)).where(and(eq(m.queueId, queueId), eq(staff.status, 'active')))
  return new Set(rows.map((row) => row.id))
}

/** Entries and threads of a source that are here already; threads that we began ourselves are known to a portal by our own id. */
export async function knownOf(db: Reader, source: string, messages: readonly IncomingFacts[]) {
  const { messageEntries: e, messageThreads: t } = db.t
  const threadKeys = [...new Set(messages.flatMap((one) => threadKeysOf(one)))]
  const begunHere = [...new Set(messages.flatMap((one) => one.threadSourceId ?? []))]
  const [entries, threads, own] = [
    await db.select({ id: e.id, sourceId: e.sourceId, threadId: e.threadId }).from(e)
      .where(and(eq(e.source, source), inArray(e.sourceId, sql`(select key from json_each(${keysJson(messages.map((one) => one.sourceId))}))`))),
    await db.select().from(t).where(and(eq(t.source, source), inArray(t.sourceId, sql`(select key from json_each(${keysJson(threadKeys)}))`))),
    begunHere.length === 0 ? [] : await db.select().from(t).where(and(eq(t.source, 'console'), inArray(t.id, sql`(select key from json_each(${keysJson(begunHere)}))`))),
  ]
  return { entries: new Map(entries.map((row) => [row.sourceId, row])), threads: new Map([...own, ...threads].map((row) => [row.sourceId, row])) }
}

/** Whether a message goes on in a thread: about the same person, and in one that we began for the patient alone only by them, on its portal. */
export function goesOnIn({ portalId, sender }: IncomingFacts, patientId: string, thread: RowOf<'messageThreads'>): boolean {
  return thread.patientId === patientId && (thread.source !== 'console' || (thread.portalId === portalId && sender.kind === 'patient'))
}

/**
 * Names under which a message's thread may stand. The second: the portal's conversation was about somebody else by mistake and
 * was moved, so what follows for this patient stands apart.
 */
export function threadKeysOf(message: IncomingFacts): [string, string] {
  const key = message.threadSourceId ?? message.sourceId
  return [key, `${key}#${'id' in message.patient ? message.patient.id : message.patient.mrn}`]
}

