import { and, eq, sql } from 'drizzle-orm'
import { tally, type Thread } from '#db/messages/tallies.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader, Writer } from '#db/store.ts'

export type { Thread } from '#db/messages/tallies.ts'
export type Entry = RowOf<'messageEntries'>

export async function findThread(db: Reader, id: string): Promise<Thread | null> {
  const { messageThreads: t } = db.t
  const [row] = await db.select().from(t).where(eq(t.id, id))
  return row ?? null
}

/** Writes new threads with their counts. */
export async function addThreads(w: Writer, threads: readonly Thread[]): Promise<void> {
  if (threads.length === 0) return
  await w.insert(w.t.messageThreads).values([...threads])
  await tally(w, threads.map((after) => ({ before: null, after })))
  for (const { id } of threads) w.announce('messages', id)
}

/** Somebody was faster between reading and writing: the transaction is tried again and decides on what is there then. */
export class Raced extends Error {
  override name = 'Raced'
  /** As the engine says of two transactions that cannot both be (db/postgres.ts tries them again). */
  readonly code = '40001'
}

/**
 * Changes a thread that stands as `before` says, with its counts and its next version (CC-01).
 * `adds`: entries that follow in the same transaction; their places end at the `entries` of the answer.
 */
export async function changeThread(w: Writer, before: Thread, changes: Partial<Thread>, adds = 0): Promise<Thread> {
  const { messageThreads: t } = w.t
  const changed = Object.fromEntries(Object.entries(changes).filter(([field, value]) => before[field as keyof Thread] !== value))
  const version = before.version + 1
  const [row] = await w.update(t).set({ ...changed, version, entries: sql`${t.entries} + ${adds}` })
    .where(and(eq(t.id, before.id), eq(t.version, before.version))).returning({ entries: t.entries })
  if (!row) throw new Raced('a thread was changed meanwhile')
  const after = { ...before, ...changes, version, entries: row.entries }
  await tally(w, [{ before, after }])
  w.announce('messages', after.id)
  return after
}

/** An entry that is to be written; its place in the thread is given out by the thread. */
export type NewEntry = Omit<Entry, 'place' | 'threadId' | 'senderRelationship' | 'language' | 'cause' | 'callOutcome' | 'answered' | 'readers' | 'cannedReplyId'
  | 'delivery' | 'readAt' | 'arrivedQueueId' | 'arrivedOn' | 'arrivedHour'> & Partial<Entry>

const blank = {
  senderRelationship: null, language: null, cause: null, callOutcome: null, answered: false, readers: null, cannedReplyId: null, delivery: null, readAt: null,
  arrivedQueueId: null, arrivedOn: null, arrivedHour: null,
}

/** A whole row of an entry. */
export function entryRow(threadId: string, place: number, entry: NewEntry): Entry {
  return { ...blank, ...entry, threadId, place }
}

/** Writes the entry for which `changeThread` made room last. */
export async function addEntry(w: Writer, thread: Thread, entry: NewEntry, place = thread.entries): Promise<Entry> {
  const row = entryRow(thread.id, place, entry)
  await w.insert(w.t.messageEntries).values(row)
  return row
}

/** Adds an entry without touching the thread's version: a note changes nobody's answer. */
export async function addLooseEntry(w: Writer, threadId: string, entry: NewEntry): Promise<Entry> {
  const { messageThreads: t } = w.t
  const [given] = await w.update(t).set({ entries: sql`${t.entries} + 1` }).where(eq(t.id, threadId)).returning({ entries: t.entries })
  const row = entryRow(threadId, given?.entries ?? 1, entry)
  await w.insert(w.t.messageEntries).values(row)
  w.announce('messages', threadId)
  return row
}
