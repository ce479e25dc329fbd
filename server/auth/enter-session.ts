import type { SessionAnswer } from '#domain/contracts/session.ts'
import type { Writer } from '#db/store.ts'
import { setCookie } from '#server/auth/cookies.ts'
import { endSession } from '#server/auth/end-sessions.ts'
import { findSession, sessionToken, type NewSession } from '#server/auth/session.ts'
import { sessionAnswerOf } from '#server/auth/session-answer.ts'
import type { AtDoor } from '#server/http/door.ts'

/** Hands the browser its cookie, once the session's row has committed, and says who sits here now. */
export async function enterSession({ app, res, at }: AtDoor<unknown>, session: NewSession): Promise<SessionAnswer> {
  setCookie(res, app, 'session', await sessionToken(app, session))
  return sessionAnswerOf(app, session.sessionId, at)
}

/** One browser, one session: the one that its cookie named before ends. */
export async function leaveFormerSession(w: Writer, { app, scene, at }: AtDoor<unknown>, sessionId: string | null): Promise<void> {
  const former = sessionId ? await findSession(w, app, sessionId, at) : null
  if (former) await endSession(w, { ...scene, actor: former.actor }, former.actor.id, former.actor.sessionId, 'left-for-another')
}
