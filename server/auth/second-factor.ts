import type { z } from 'zod'
import { secondFactorBody, sessionAnswer } from '#domain/contracts/session.ts'
import { SECOND } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { clearCookie, cookieNameOf, cookieOf } from '#server/auth/cookies.ts'
import { enterSession, leaveFormerSession } from '#server/auth/enter-session.ts'
import { findById, passwordMark, type SignInPerson } from '#server/auth/person.ts'
import { useRecoveryCode } from '#server/auth/recovery-codes.ts'
import { openSession, type NewSession } from '#server/auth/session.ts'
import { readShortToken } from '#server/auth/short-token.ts'
import { countFailure, forgetFailures, isKnownSource, throttleKeys, waitHeld } from '#server/auth/throttle.ts'
import { stepOfCode, useTotpStep } from '#server/auth/totp.ts'
import { done, refuse, type Outcome } from '#server/http/act.ts'
import { openDoor, type AtDoor, type Door } from '#server/http/door.ts'
import { browserOf, sessionIdOfRequest } from '#server/http/request.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

type Proof = z.infer<typeof secondFactorBody>
type Half = { id: string; mark: string }

/** The second step: a code of the authenticator app, or a recovery code; each works once (AU-02). Only then is there a session. */
export const secondFactorDoor: Door = openDoor({
  path: 'POST /api/session/second-factor', summary: 'Second step of signing in: a code or a recovery code.',
  body: secondFactorBody, answer: sessionAnswer,
  run: async (door) => {
    const { app, at, req, res } = door
    const text = await readShortToken(app, 'pd-half', cookieOf(req, cookieNameOf(app, 'half')), at)
    const former = await sessionIdOfRequest(app, req)
    const outcome = await app.store.tx((w) => decide(w, door, text ? JSON.parse(text) as Half : null, former))
    if ('refused' in outcome) {
      if (outcome.refused === 'SECOND_STEP_ENDED') clearCookie(res, app, 'half')
      return outcome
    }
    clearCookie(res, app, 'half')
    return done(await enterSession(door, outcome.done))
  },
})

async function decide(w: Writer, door: AtDoor<Proof>, half: Half | null, former: string | null): Promise<Outcome<NewSession>> {
  const { app, at, body, scene, req } = door
  const person = half ? await findById(w, half.id) : null
  if (!half || !person || person.status !== 'active' || passwordMark(app, person) !== half.mark) return refusal(w, door, half?.id ?? '', 'SECOND_STEP_ENDED')
  const keys = throttleKeys(app, 'code', person.id, scene.sourceAddress)
  const wait = await waitHeld(w, keys, await isKnownSource(w, app, person.id, scene.sourceAddress, at), at)
  if (wait > 0) return refusal(w, door, person.id, 'SIGN_IN_SLOWED', Math.ceil(wait / SECOND))
  if (!(await proofHolds(w, app, person, body, at))) {
    await countFailure(w, keys, at)
    return refusal(w, door, person.id, 'SIGN_IN_REFUSED')
  }
  await forgetFailures(w, keys)
  await forgetFailures(w, throttleKeys(app, 'password', person.userName, scene.sourceAddress))
  const own = { ...scene, actor: { id: person.id, roles: [] } }
  await leaveFormerSession(w, door, former)
  const session = await openSession(w, app, person.id, { address: scene.sourceAddress, browser: browserOf(req) })
  await recordEvent(w, own, { event: 'session.signed-in', objectId: person.id, detail: { method: 'code' in body ? 'totp' : 'recovery-code' } })
  if ('recoveryCode' in body) {
    await queueMail(w, app, {
      template: 'staff-account-changed', refs: { change: 'recovery-code-used' }, person: { kind: 'staff', id: person.id }, purpose: 'security-notice', scene: own,
    })
  }
  return done(session)
}

async function proofHolds(w: Writer, app: App, person: SignInPerson, proof: Proof, at: number): Promise<boolean> {
  if ('recoveryCode' in proof) return useRecoveryCode(w, app, person.id, proof.recoveryCode, at)
  const step = person.totpSealed ? stepOfCode(app.secrets.open(person.totpSealed), proof.code, at) : null
  return step !== null && useTotpStep(w, person.id, step)
}

async function refusal(
  w: Writer, { app, scene }: AtDoor<Proof>, staffId: string, reasonCode: 'SECOND_STEP_ENDED' | 'SIGN_IN_SLOWED' | 'SIGN_IN_REFUSED', seconds = 0,
): Promise<ReturnType<typeof refuse>> {
  await recordEvent(w, scene, {
    event: 'session.sign-in-refused', outcome: 'refused', reasonCode, objectId: staffId || null,
    detail: { step: 'second-factor', accountHash: staffId ? app.secrets.hmac('hash', 'account', staffId) : '' },
  })
  return refuse(reasonCode, seconds > 0 ? { facts: { seconds } } : {})
}
