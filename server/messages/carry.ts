import type { ThreadActed } from '#domain/contracts/messages.ts'
import type { NewEntry } from '#db/messages/threads.ts'
import type { NoteCause } from '#domain/messages/words.ts'
import { MINUTE } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { nextPlace } from '#server/messages/next-thread.ts'
import { rowOf } from '#server/messages/rows.ts'

/** How long a claim goes on without a sign of life. */
export const LEASE_MS = 10 * MINUTE

/** The refusal of an act on a thread that has changed since, with the thread as it is now (CC-01). */
export async function staleThread(db: Reader, act: Act, id: string): Promise<ReturnType<typeof refuse>> {
  return refuse('VERSION_STALE', { current: { row: await rowOf(db, act, id) } })
}

/** What a command on a thread answers: its row, the entry that it wrote, and where asked the thread that is due next. */
export async function acted(w: Writer, act: Act, id: string, more: { entryId?: string; nextIn?: { queueId?: string | undefined } | undefined } = {}): Promise<Outcome<ThreadActed>> {
  const row = await rowOf(w, act, id)
  const next = more.nextIn ? (await nextPlace(w, act, { queueId: more.nextIn.queueId, exceptId: id }))?.id ?? null : null
  return done({ row, entryId: more.entryId ?? null, next }, row.version)
}

/** A note of this act, to be written with a change of its thread. */
export function noteEntry(act: Act, text: string, cause: NoteCause): NewEntry {
  const id = act.app.random.id()
  return {
    id, kind: 'note', senderKind: 'staff', senderId: act.actor.id, senderName: act.actor.name, text, at: act.at, receivedAt: act.at, cause,
    source: 'console', sourceId: id,
  }
}
