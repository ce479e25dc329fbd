import { cellFor } from '#domain/actions.ts'
import { activityAnswer, endedAnswer, sessionAnswer, stepUpAnswer, stepUpBody } from '#domain/contracts/session.ts'
import { refusalOf } from '#domain/reasons.ts'
import { isoOf, MINUTE, SECOND } from '#domain/time.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { clearCookie } from '#server/auth/cookies.ts'
import { endSession } from '#server/auth/end-sessions.ts'
import { findById } from '#server/auth/person.ts'
import { findSession, noteActivity } from '#server/auth/session.ts'
import { sessionAnswerOf } from '#server/auth/session-answer.ts'
import { grantStepUp, STEP_UP_MINUTES } from '#server/auth/step-up.ts'
import { countFailure, forgetFailures, throttleKeys, waitHeld } from '#server/auth/throttle.ts'
import { stepOfCode, useTotpStep } from '#server/auth/totp.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, ownDoor, type Door } from '#server/http/door.ts'
import { carriesCsrf, sessionIdOfRequest } from '#server/http/request.ts'

/** Who sits here; 200 for everybody. Asking is not activity (AU-10). */
export const whoDoor: Door = openDoor({
  path: 'GET /api/session', summary: 'Who sits here, what they may, when the session locks.', answer: sessionAnswer,
  run: async ({ app, req, at }) => done(await sessionAnswerOf(app, await sessionIdOfRequest(app, req), at)),
})

/** "Stay signed in": a person pressed a key. Never extends the absolute end. */
export const activityDoor: Door = ownDoor({
  path: 'POST /api/session/activity', summary: 'A person is here: moves the idle lock.', answer: activityAnswer,
  run: async ({ app, at }, session) => {
    await app.store.tx((w) => noteActivity(w, session, at))
    return done({ idleLockAt: isoOf(at + app.config.idleMinutes * MINUTE), endsAt: isoOf(session.endsAt) })
  },
})

/** The desk is left: the session ends, the screen keeps its place for the same person. */
export const lockDoor: Door = ownDoor({
  path: 'POST /api/session/lock', summary: 'Locks the desk: ends this session.', answer: endedAnswer,
  run: async ({ app, scene, res }, { actor }) => {
    await app.store.tx((w) => endSession(w, scene, actor.id, actor.sessionId, 'locked'))
    clearCookie(res, app, 'session')
    return done({ ended: true })
  },
})

/** Ends this session and has the browser forget what it kept (PH-02). Also tidies up when the session is over already. */
export const signOutDoor: Door = openDoor({
  path: 'POST /api/session/sign-out', summary: 'Signs out.', answer: endedAnswer,
  run: async ({ app, req, res, at, scene }) => {
    const sessionId = await sessionIdOfRequest(app, req)
    const session = sessionId ? await findSession(app.store.read, app, sessionId, at) : null
    if (session && !carriesCsrf(app, req, session.actor.sessionId)) return refuse('ORIGIN_NOT_OURS')
    if (session) {
      const { actor } = session
      await app.store.tx((w) => endSession(w, { ...scene, actor }, actor.id, actor.sessionId, 'signed-out'))
    }
    clearCookie(res, app, 'session')
    clearCookie(res, app, 'half')
    res.setHeader('Clear-Site-Data', '"cache", "storage"')
    return done({ ended: true })
  },
})

/** A fresh code for one act on one object (AU-12). The demo practice takes the empty code, and its banner says so. */
export const stepUpDoor: Door = ownDoor({
  path: 'POST /api/session/step-up', summary: 'Shows the second factor for one act; gives the proof to send with it.',
  body: stepUpBody, answer: stepUpAnswer,
  run: async ({ app, at, body, scene, language }, session) => {
    const { actor } = session
    if (cellFor(body.action, actor.roles) === '-') return refuse('ROLE_MAY_NOT', { facts: { who: '–' } })
    return app.store.tx(async (w) => {
      await noteActivity(w, session, at)
      const person = await findById(w, actor.id)
      const keys = throttleKeys(app, 'code', actor.id, scene.sourceAddress)
      const wait = await waitHeld(w, keys, true, at)
      if (wait > 0) return refuse('SIGN_IN_SLOWED', { facts: { seconds: Math.ceil(wait / SECOND) } })
      const step = person?.totpSealed && body.code ? stepOfCode(app.secrets.open(person.totpSealed), body.code, at) : null
      const shown = app.config.mode === 'demo' && body.code === '' || step !== null && await useTotpStep(w, actor.id, step)
      if (!shown) {
        await countFailure(w, keys, at)
        await recordEvent(w, scene, {
          event: 'session.step-up', outcome: 'refused', reasonCode: 'CODE_NOT_ACCEPTED', objectId: body.objectId, detail: { action: body.action },
        })
        return refuse('CODE_NOT_ACCEPTED', { fields: { code: refusalOf('CODE_NOT_ACCEPTED', language).message } })
      }
      await forgetFailures(w, keys)
      await recordEvent(w, scene, { event: 'session.step-up', objectId: body.objectId, detail: { action: body.action } })
      const proof = await grantStepUp(w, { app, actor, at }, body.action, body.objectId)
      return done({ proof, endsAt: isoOf(at + STEP_UP_MINUTES * MINUTE) })
    })
  },
})
