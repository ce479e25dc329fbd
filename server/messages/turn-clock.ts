import { answerClock, clockHere, pauseClock } from '#db/messages/turn-clock.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import type { ThreadScene } from '#server/messages/thread-scene.ts'

/**
 * What a reply does to the clock (R50): it answers it; one that asks the patient something back only stops it where the portal's
 * policy lets waiting stop the clock. Gives the thread's new columns.
 */
export async function afterReply(w: Writer, act: Act, { thread }: ThreadScene, leaves: 'resolved' | 'waiting' | 'open'): Promise<Partial<Thread>> {
  const running = await clockHere(w, thread)
  if (!running || running.clock.answeredAt !== null) return { state: leaves }
  if (leaves === 'waiting' && running.promised.policy.messages.waitingPauses) return { state: leaves, ...await pauseClock(w, thread, running, act.at) }
  const flagged = leaves === 'resolved' ? false : thread.flagged
  return { state: leaves, ...await answerClock(w, thread, running, { at: act.at, kind: 'reply', by: act.actor.id }, flagged) }
}
