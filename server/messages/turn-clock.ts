import { goingOn, paused, reopened } from '#domain/messages/thread-clock.ts'
import type { AnswerKind } from '#domain/messages/words.ts'
import { HOUR, type Instant } from '#domain/time.ts'
import { answeredRow, clockColumns, replyClockOf } from '#db/messages/clocks.ts'
import { DayLedger, type Clock } from '#db/messages/days.ts'
import { saveClock } from '#db/messages/intake.ts'
import type { Promised } from '#db/messages/promise.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { clockHere, reckoned } from '#server/messages/carry.ts'
import type { ThreadScene } from '#server/messages/thread-scene.ts'

/** Assumption: a reply that the patient has not read after three days is shown as not read. */
export const NOT_READ_AFTER_MS = 72 * HOUR

type Running = { clock: Clock; promised: Promised }
const bare = (thread: Thread, flagged = thread.flagged) => ({ queueId: thread.queueId, flagged, lastMessageAt: thread.lastMessageAt })

/**
 * What a reply does to the clock (R50): it answers it; one that asks the patient something back only stops it where the portal's
 * policy lets waiting stop the clock. Gives the thread's new columns.
 */
export async function afterReply(w: Writer, act: Act, { thread }: ThreadScene, leaves: 'resolved' | 'waiting' | 'open'): Promise<Partial<Thread>> {
  const running = await clockHere(w, thread)
  const state = leaves === 'resolved' ? 'resolved' : leaves
  if (!running || running.clock.answeredAt !== null) return { state }
  const settled = leaves === 'resolved' ? false : thread.flagged
  if (leaves === 'waiting' && running.promised.policy.messages.waitingPauses) return { state, ...await pauseClock(w, act, thread, running) }
  return { state, ...await answerClock(w, thread, running, { at: act.at, kind: 'reply', by: act.actor.id }, settled) }
}

/** The clock is answered; its day gets the answer. Gives the thread's new columns. */
export async function answerClock(
  w: Writer, thread: Thread, { clock, promised }: Running, how: { at: Instant; kind: AnswerKind; by: string }, flagged = thread.flagged,
): Promise<Partial<Thread>> {
  if (clock.answeredAt !== null) return reckoned({ clock, promised }, bare(thread, flagged))
  const row = answeredRow(clock, promised, { ...how, queueId: thread.queueId })
  await saveClock(w, row)
  const ledger = new DayLedger()
  ledger.answered(row)
  await ledger.write(w)
  return reckoned({ clock: row, promised }, bare(thread, flagged))
}

/** The clock stands from now on. */
export async function pauseClock(w: Writer, act: Act, thread: Thread, { clock, promised }: Running): Promise<Partial<Thread>> {
  const row = { ...clock, ...clockColumns(paused(replyClockOf(clock), act.at)) }
  await saveClock(w, row)
  return reckoned({ clock: row, promised }, bare(thread))
}

/** The clock runs again. */
export async function resumeClock(w: Writer, act: Act, thread: Thread, { clock, promised }: Running): Promise<Partial<Thread>> {
  const row = { ...clock, ...clockColumns(goingOn(replyClockOf(clock), act.at)) }
  await saveClock(w, row)
  return reckoned({ clock: row, promised }, bare(thread))
}

/** Reopened by staff: what closing had answered is answered no longer, and the clock goes on where it stopped (R50). */
export async function unanswerClock(w: Writer, act: Act, thread: Thread, { clock, promised }: Running): Promise<Partial<Thread>> {
  if (clock.answeredHow !== 'resolve') return reckoned({ clock, promised }, bare(thread))
  const ledger = new DayLedger()
  ledger.answered(clock, -1)
  await ledger.write(w)
  const row: Clock = {
    ...clock, ...clockColumns(reopened(replyClockOf(clock), act.at)), queueId: thread.queueId, answeredHow: null, answeredBy: null, targetAt: null, limitAt: null,
    onTime: null, withinLimit: null, minutes: null, answeredOn: null,
  }
  await saveClock(w, row)
  return reckoned({ clock: row, promised }, bare(thread))
}
