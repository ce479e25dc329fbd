import type { Writer, Store } from '#db/store.ts'
import { answeredRow, clockColumns, kept, replyClockOf } from '#db/messages/clocks.ts'
import { DayLedger, type Clock } from '#db/messages/days.ts'
import { makePromises, type Promised } from '#db/messages/promise.ts'
import { tally, type Thread } from '#db/messages/tallies.ts'
import { entryRow, type Entry } from '#db/messages/threads.ts'
import { paused } from '#domain/messages/thread-clock.ts'
import { HOUR, localDateOf, localHourOf, type Instant } from '#domain/time.ts'
import { queueIdOf, writeQueues } from '#seed/queues.ts'

/** One message of a bench: a thread of its own, as it stands by now. */
export type BenchMessage = {
  number: number; patientId: string; queue: number; startedAt: Instant; answeredAt: Instant | null; state: 'open' | 'waiting' | 'resolved'
  by: string | null; subject: string; text: string
}
type Rows = { thread: Thread; clock: Clock; entry: Entry }

/** Queues of the bench, each worked in by everybody who is measured. */
export const BENCH_QUEUES = 8
export const benchQueueId = (queue: number): string => queueIdOf(`bench ${queue}`)
export const benchThreadId = (number: number): string => `bt-${String(number).padStart(8, '0')}`
const PORTAL = 'mychart-ny-nj'
/** Threads of one transaction, and rows of one statement: SQLite takes 32,766 values at once. */
const SLICE = 4_000
const ROWS = 400

/** Writes queues and threads with their clocks, counts and days, through the functions that the product keeps them with. */
export async function fillMessages(store: Store, people: readonly string[], siteId: string, messages: Iterable<BenchMessage> | AsyncIterable<BenchMessage>, at: Instant): Promise<number> {
  await store.tx((w) => writeQueues(w, Array.from({ length: BENCH_QUEUES }, (_, queue) => ({
    key: `bench ${queue}`, name: `Bench pool ${queue}`, kind: 'provider-pool' as const, siteId, portalId: PORTAL, people, emergencyKey: null,
  })), [], 'bench 0', at))
  let slice: BenchMessage[] = []
  let count = 0
  const write = async (): Promise<void> => {
    const now = slice
    slice = []
    await store.tx((w) => writeSlice(w, now, siteId, at))
    count += now.length
  }
  for await (const message of messages) if (slice.push(message) === SLICE) await write()
  if (slice.length > 0) await write()
  if (store.engine === 'sqlite') await store.raw('ANALYZE')
  return count
}

async function writeSlice(w: Writer, messages: readonly BenchMessage[], siteId: string, at: Instant): Promise<void> {
  const promises = await makePromises(w)
  const ledger = new DayLedger()
  const rows: Rows[] = []
  for (const message of messages) {
    const promised = await promises({ portalId: PORTAL, siteId }, message.startedAt)
    if (promised) rows.push(rowsOf(message, promised, { siteId, at }))
  }
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = rows.slice(from, from + ROWS)
    await w.insert(w.t.messageThreads).values(part.map(({ thread }) => thread))
    await w.insert(w.t.messageClocks).values(part.map(({ clock }) => clock))
    await w.insert(w.t.messageEntries).values(part.map(({ entry }) => entry))
  }
  for (const { clock, entry } of rows) {
    ledger.arrived(entry.arrivedQueueId ?? '', entry.arrivedOn ?? '', entry.arrivedHour ?? 0)
    ledger.answered(clock)
  }
  await ledger.write(w)
  await tally(w, rows.map(({ thread }) => ({ before: null, after: thread })))
}

function rowsOf(message: BenchMessage, promised: Promised, { siteId, at }: { siteId: string; at: Instant }): Rows {
  const { number, patientId, startedAt, answeredAt, state, by, subject, text } = message
  const [id, queueId] = [benchThreadId(number), benchQueueId(message.queue)]
  const bare: Clock = {
    id: `bc-${number}`, threadId: id, patientId, portalId: PORTAL, siteId, queueId, startedAt, pauses: '[]', answeredAt: null, answeredHow: null,
    answeredBy: null, targetAt: null, limitAt: null, onTime: null, withinLimit: null, minutes: null, answeredOn: null,
  }
  const stood = state === 'waiting' && answeredAt === null ? { ...bare, ...clockColumns(paused(replyClockOf(bare), startedAt + HOUR)) } : bare
  const clock = answeredAt === null ? stood : answeredRow(bare, promised, { at: answeredAt, kind: 'reply', by: by ?? '', queueId })
  const entry = entryRow(id, 1, {
    id: `bm-${number}`, kind: 'message', senderKind: 'patient', senderId: patientId, senderName: 'Bench', text, at: startedAt, receivedAt: startedAt,
    arrivedQueueId: queueId, arrivedOn: localDateOf(startedAt, promised.zone), arrivedHour: localHourOf(startedAt, promised.zone), source: 'bench', sourceId: `m${number}`,
  })
  const isClosed = state === 'resolved'
  const thread: Thread = {
    id, patientId, portalId: PORTAL, siteId, queueId, assigneeId: by, assignedAt: by ? startedAt : null, leaseEndsAt: null, state, subject, topic: 'other', recipient: 'provider',
    language: 'en', audience: 'all-who-may', flagged: false, flaggedAt: null, flagReasons: null, flagSettledAs: null, flagSettledBy: null, flagSettledAt: null,
    disposition: isClosed ? 'answered' : null, dispositionBecause: null, resolvedBy: isClosed ? by : null, resolvedAt: isClosed ? answeredAt ?? at : null, lastPatientMessageId: entry.id,
    clockId: clock.id, ...kept(replyClockOf(clock), promised, { queueId, flagged: false, lastMessageAt: startedAt }), notReadAt: null, lastMessageAt: startedAt,
    line: text.slice(0, 120), writtenBy: null, entries: 1, source: 'bench', sourceId: `t${number}`, createdAt: startedAt, version: 1,
  }
  return { thread, clock, entry }
}

/** Made-up messages: 19 of 20 closed within two years, the rest of the last three days; the same for everybody. */
export function* benchMessages(count: number, patientIds: readonly string[], staffIds: readonly string[], at: Instant): Generator<BenchMessage> {
  for (let number = 1; number <= count; number++) {
    const turn = (number * 7919) % 1_000_003
    const isOpen = number % 20 === 0
    const startedAt = isOpen ? at - ((turn * 131) % (70 * 60)) * 60_000 : at - 72 * HOUR - Math.floor((1 - number / count) * 700 * 24) * HOUR - (turn % 60) * 60_000
    const hours = Math.min(120, Math.exp(2.2 + ((turn % 200) - 100) / 70))
    const state = isOpen ? (turn % 10 === 0 ? 'waiting' : 'open') : 'resolved'
    yield {
      number, patientId: patientIds[turn % patientIds.length] ?? '', queue: Math.floor(((turn % 997) / 997) ** 1.5 * BENCH_QUEUES), startedAt,
      answeredAt: isOpen ? null : Math.floor(startedAt + hours * HOUR), state, by: isOpen && turn % 3 > 0 ? null : staffIds[turn % staffIds.length] ?? null,
      subject: `Question ${turn % 400}`, text: 'Please could you tell me about the dose since my last visit, and whether a call or a visit comes next?',
    }
  }
}
