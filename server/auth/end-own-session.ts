import type { Writer } from '#db/store.ts'
import { endSession } from '#server/auth/end-sessions.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'

/** Ends one of the person's own sessions, wherever it is. */
export async function endOwnSession(w: Writer, act: Act, sessionId: string): Promise<Outcome<{ ended: true }>> {
  const ended = await endSession(w, act.scene, act.actor.id, sessionId, 'ended-by-owner')
  return ended ? done({ ended: true }) : refuse('NOT_FOUND')
}
