import { goingOn, paused, reopened, type KeptClock } from '#domain/messages/thread-clock.ts'
import type { AnswerKind } from '#domain/messages/words.ts'
import { HOUR, type Instant } from '#domain/time.ts'
import { answeredRow, clockColumns, clockOf, kept, promisedFor, replyClockOf } from '#db/messages/clocks.ts'
import { DayLedger, type Clock } from '#db/messages/days.ts'
import { saveClock } from '#db/messages/intake.ts'
import type { Promised } from '#db/messages/promise.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Assumption: a reply that the patient has not read after three days is shown as not read. */
export const NOT_READ_AFTER_MS = 72 * HOUR

/** A thread's running or last clock with the rules that it is reckoned by. */
export type ClockHere = { clock: Clock; promised: Promised }

/** The clock of a thread; null where it has none. */
export async function clockHere(db: Reader, thread: Thread): Promise<ClockHere | null> {
  const clock = await clockOf(db, thread.id, thread.clockId)
  return clock && { clock, promised: await promisedFor(db, thread, clock.startedAt) }
}

/** The columns of a thread that follow from its clock and from what is changed beside it. */
export function reckoned({ clock, promised }: ClockHere, thread: Pick<Thread, 'queueId' | 'flagged' | 'lastMessageAt'>): KeptClock {
  return kept(replyClockOf(clock), promised, thread)
}

const beside = (thread: Thread, flagged = thread.flagged) => ({ queueId: thread.queueId, flagged, lastMessageAt: thread.lastMessageAt })

/** The clock is answered; its day gets the answer. Gives the thread's new columns. */
export async function answerClock(
  w: Writer, thread: Thread, { clock, promised }: ClockHere, how: { at: Instant; kind: AnswerKind; by: string }, flagged = thread.flagged,
): Promise<KeptClock> {
  if (clock.answeredAt !== null) return reckoned({ clock, promised }, beside(thread, flagged))
  const row = answeredRow(clock, promised, { ...how, queueId: thread.queueId })
  await saveClock(w, row)
  const ledger = new DayLedger()
  ledger.answered(row)
  await ledger.write(w)
  return reckoned({ clock: row, promised }, beside(thread, flagged))
}

/** The clock stands from an instant on. */
export async function pauseClock(w: Writer, thread: Thread, { clock, promised }: ClockHere, at: Instant): Promise<KeptClock> {
  const row = { ...clock, ...clockColumns(paused(replyClockOf(clock), at)) }
  await saveClock(w, row)
  return reckoned({ clock: row, promised }, beside(thread))
}

/** The clock runs again from an instant on. */
export async function resumeClock(w: Writer, thread: Thread, { clock, promised }: ClockHere, at: Instant): Promise<KeptClock> {
  const row = { ...clock, ...clockColumns(goingOn(replyClockOf(clock), at)) }
  await saveClock(w, row)
  return reckoned({ clock: row, promised }, beside(thread))
}

/** Reopened by staff: what closing had answered is answered no longer, and the clock goes on where it stopped (R50). */
export async function unanswerClock(w: Writer, thread: Thread, { clock, promised }: ClockHere, at: Instant): Promise<KeptClock> {
  if (clock.answeredHow !== 'resolve') return reckoned({ clock, promised }, beside(thread))
  const ledger = new DayLedger()
  ledger.answered(clock, -1)
  await ledger.write(w)
  const row: Clock = {
    ...clock, ...clockColumns(reopened(replyClockOf(clock), at)), queueId: thread.queueId, answeredHow: null, answeredBy: null, targetAt: null, limitAt: null,
    onTime: null, withinLimit: null, minutes: null, answeredOn: null,
  }
  await saveClock(w, row)
  return reckoned({ clock: row, promised }, beside(thread))
}

/** A clock of its own for what the patient wrote after an answer that is told only now (R50). Gives the thread's new columns. */
export async function beginClock(w: Writer, thread: Thread, { id, startedAt }: { id: string; startedAt: Instant }): Promise<Partial<Thread>> {
  const { queueId, patientId, portalId, siteId } = thread
  const clock: Clock = {
    id, threadId: thread.id, queueId, patientId, portalId, siteId, startedAt, pauses: '[]', answeredAt: null, answeredHow: null, answeredBy: null,
    targetAt: null, limitAt: null, onTime: null, withinLimit: null, minutes: null, answeredOn: null,
  }
  await w.insert(w.t.messageClocks).values(clock)
  return { clockId: id, ...reckoned({ clock, promised: await promisedFor(w, thread, startedAt) }, beside(thread)) }
}
