import { RANK } from '#domain/messages/thread-clock.ts'
import { NOT_READ_AFTER_MS } from '#db/messages/turn-clock.ts'
import { addThreads, entryRow, type Entry, type NewEntry, type Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

/**
 * A thread for the patient alone, beginning with this answer: nobody with proxy access finds it on the portal. It has no clock
 * until the patient writes in it.
 */
export async function beginOwnThread(w: Writer, act: Act, of: Thread, entry: NewEntry, text: string): Promise<Entry> {
  const id = act.app.random.id()
  const thread: Thread = {
    ...of, id, assigneeId: null, assignedAt: null, leaseEndsAt: null, state: 'resolved', audience: 'patient-only', flagged: false, flaggedAt: null,
    flagReasons: null, flagSettledAs: null, flagSettledBy: null, flagSettledAt: null, disposition: 'answered', dispositionBecause: null,
    resolvedBy: act.actor.id, resolvedAt: act.at, lastPatientMessageId: null, clockId: null, startedAt: null, answeredAt: null, pausedAt: null,
    halfAt: null, warnAt: null, targetAt: null, limitAt: null, rank: RANK.answered, orderAt: act.at, bucket: null,
    notReadAt: act.at + NOT_READ_AFTER_MS, lastMessageAt: act.at, line: text.replace(/\s+/g, ' ').slice(0, 120), writtenBy: null, entries: 1,
    source: 'console', sourceId: id, createdAt: act.at, version: 1,
  }
  const row = entryRow(id, 1, entry)
  await addThreads(w, [thread])
  await w.insert(w.t.messageEntries).values(row)
  return row
}
