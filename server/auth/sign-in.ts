import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { nextStepAnswer, signInBody } from '#domain/contracts/session.ts'
import { SECOND } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { setCookie } from '#server/auth/cookies.ts'
import { hashIsOld, hashPassword, passwordMatches } from '#server/auth/password.ts'
import { findByUserName, foldUserName, passwordMark, type SignInPerson } from '#server/auth/person.ts'
import { HALF_MINUTES, signShortToken } from '#server/auth/short-token.ts'
import type { SourceLanes } from '#server/auth/source-lane.ts'
import { countFailure, isKnownSource, sourceIsBusy, throttleKeys, waitFor, waitHeld, type ThrottleKeys } from '#server/auth/throttle.ts'
import { done, refuse, type Outcome } from '#server/http/act.ts'
import { openDoor, type AtDoor, type Door } from '#server/http/door.ts'

type Body = z.infer<typeof signInBody>
type Tried = { door: AtDoor<Body>; keys: ThrottleKeys; known: boolean; person: SignInPerson | null }

/**
 * The first step. Unknown name, wrong password, disabled, not yet joined: the same answer after the same work (AU-06).
 * The right password while the account is slowed gets the answer of the wrong one (AU-05).
 */
export function signInDoor(lanes: SourceLanes, emptyHash: Promise<string>): Door {
  return openDoor({
    path: 'POST /api/session', summary: 'First step of signing in: name and password.', body: signInBody, answer: nextStepAnswer,
    run: async (door) => {
      const { app, at, body, scene } = door
      const userName = foldUserName(body.userName)
      const keys = throttleKeys(app, 'password', userName, scene.sourceAddress)
      const db = app.store.read
      const person = await findByUserName(db, userName)
      const known = await isKnownSource(db, app, person?.id ?? '', scene.sourceAddress, at)
      const tried = { door, keys, known, person }
      const wait = await waitFor(db, keys, known, at)
      if (wait > 0) return app.store.tx((w) => slowed(w, tried, wait))
      const hash = person?.passwordHash ?? await emptyHash
      const check = () => passwordMatches(hash, body.password)
      const busy = !known && await sourceIsBusy(db, keys, at)
      const matches = busy ? await lanes.inTurn(keys.source, check) : await check()
      if (matches === null) return app.store.tx((w) => slowed(w, tried, SECOND))
      return decide(tried, matches)
    },
  })
}

async function decide(tried: Tried, matches: boolean): Promise<Outcome<z.infer<typeof nextStepAnswer>>> {
  const { door: { app, at, body, scene, res }, keys, known, person } = tried
  const right = matches && person !== null && person.passwordHash !== null && person.status === 'active'
  const renewed = right && hashIsOld(person.passwordHash ?? '') ? await hashPassword(body.password) : null
  const outcome = await app.store.tx(async (w) => {
    const wait = await waitHeld(w, keys, known, at)
    if (wait > 0) return slowed(w, tried, wait)
    if (!right) {
      await countFailure(w, keys, at)
      await note(w, tried, 'SIGN_IN_REFUSED')
      return refuse('SIGN_IN_REFUSED')
    }
    const passwordHash = renewed ?? person.passwordHash
    if (renewed) await renewHash(w, person, renewed)
    await recordEvent(w, { ...scene, actor: { id: person.id, roles: [] } }, { event: 'session.password-accepted', detail: {} })
    return done({ id: person.id, mark: passwordMark(app, { id: person.id, passwordHash }) })
  })
  if ('refused' in outcome) return outcome
  setCookie(res, app, 'half', await signShortToken(app, 'pd-half', JSON.stringify(outcome.done), at), HALF_MINUTES * 60)
  return done({ next: 'second-factor' })
}

/** A stored hash of an older, cheaper kind is replaced while the password is at hand (AU-04). */
async function renewHash(w: Writer, person: SignInPerson, renewed: string): Promise<void> {
  const { staff } = w.t
  await w.update(staff).set({ passwordHash: renewed }).where(and(eq(staff.id, person.id), eq(staff.passwordHash, person.passwordHash ?? '')))
}

async function slowed(w: Writer, tried: Tried, wait: number): Promise<ReturnType<typeof refuse>> {
  await note(w, tried, 'SIGN_IN_SLOWED')
  return refuse('SIGN_IN_SLOWED', { facts: { seconds: Math.ceil(wait / SECOND) } })
}

async function note(w: Writer, { door: { scene }, keys }: Tried, reasonCode: 'SIGN_IN_REFUSED' | 'SIGN_IN_SLOWED'): Promise<void> {
  await recordEvent(w, scene, {
    event: 'session.sign-in-refused', outcome: 'refused', reasonCode, detail: { step: 'password', accountHash: keys.account.slice(-64) },
  })
}
