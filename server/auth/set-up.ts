import { z } from 'zod'
import { confirmBody, joinedAnswer, setUpBody, totpAnswer } from '#domain/contracts/session.ts'
import { refusalOf } from '#domain/reasons.ts'
import { writePractice } from '#db/practice.ts'
import { writeShippedPortals } from '#db/portals.ts'
import { isUniqueViolation, type Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { clearCookie } from '#server/auth/cookies.ts'
import { enterSession } from '#server/auth/enter-session.ts'
import { readJoining, startJoining } from '#server/auth/joining.ts'
import { faultOfNewPassword } from '#server/auth/new-password.ts'
import { hashPassword } from '#server/auth/password.ts'
import { foldUserName } from '#server/auth/person.ts'
import { codesOf, makeRecoveryCodes } from '#server/auth/recovery-codes.ts'
import { openSession, type NewSession } from '#server/auth/session.ts'
import { needsSetUp } from '#server/auth/session-answer.ts'
import { forgetSetUpSecret, isSetUpSecret } from '#server/auth/set-up-secret.ts'
import { newTotpSecret, stepOfCode, totpUri } from '#server/auth/totp.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type AtDoor, type Door } from '#server/http/door.ts'
import { browserOf } from '#server/http/request.ts'

const planned = z.object({
  practiceName: z.string(), timeZone: z.string(), name: z.string(), userName: z.string(), email: z.string(),
  passwordHash: z.string(), totpSecret: z.string(),
})
type Planned = z.infer<typeof planned>

/** First run, first step: with the printed secret, names practice and administrator. Nothing is written before the code of step two. */
export const setUpDoor: Door = openDoor({
  path: 'POST /api/set-up', summary: 'First run: names the practice and its first administrator.', body: setUpBody, answer: totpAnswer,
  run: async (door) => {
    const { app, at, body, language } = door
    if (!(await needsSetUp(app.store.read, app))) return refuse('ALREADY_SET_UP')
    if (!isSetUpSecret(app, body.secret)) return refuse('SET_UP_SECRET_DIFFERS')
    const userName = foldUserName(body.userName)
    const fault = faultOfNewPassword(body.password, [userName, body.name, body.email, body.practiceName], language)
    if (fault) return refuse('FIELDS_NOT_ACCEPTED', { fields: { password: fault } })
    const totpSecret = newTotpSecret(app)
    const { practiceName, timeZone, name, email } = body
    const plan: Planned = { practiceName, timeZone, name, userName, email, passwordHash: await hashPassword(body.password), totpSecret }
    await startJoining(door, 'set-up', plan, at)
    return done({ totp: { secret: totpSecret, uri: totpUri(totpSecret, practiceName, userName) } })
  },
})

/** First run, second step: a code shows that the second factor works; then practice and administrator exist, all at once. */
export const setUpConfirmDoor: Door = openDoor({
  path: 'POST /api/set-up/confirm', summary: 'First run: confirms the second factor and signs the administrator in.',
  body: confirmBody, answer: joinedAnswer,
  run: async (door) => {
    const { app, at, body, language, res } = door
    const plan = await readJoining(door, 'set-up', planned)
    if (!plan) return refuse('SECOND_STEP_ENDED')
    const step = stepOfCode(plan.totpSecret, body.code, at)
    if (step === null) return refuse('CODE_NOT_ACCEPTED', { fields: { code: refusalOf('CODE_NOT_ACCEPTED', language).message } })
    const totpSealed = app.secrets.seal(plan.totpSecret)
    const made = await app.store.tx((w) => makePractice(w, door, plan, totpSealed, step), { over: 'set' }).catch((error: unknown) => {
      if (isUniqueViolation(error)) return null
      throw error
    })
    if (!made) return refuse('ALREADY_SET_UP')
    forgetSetUpSecret(app)
    clearCookie(res, app, 'joining')
    return done({ ...await enterSession(door, made.session), recoveryCodes: codesOf(app, made.codeIds) })
  },
})

async function makePractice(
  w: Writer, { app, at, req, scene, language }: AtDoor<unknown>, plan: Planned, totpSealed: string, step: number,
): Promise<{ session: NewSession; codeIds: string[] } | null> {
  if (!(await needsSetUp(w, app))) return null
  const id = app.random.id()
  const own = { ...scene, actor: { id, roles: ['administrator'] } }
  await writePractice(w, { name: plan.practiceName, timeZone: plan.timeZone, mode: 'real', seededAt: null, createdAt: at })
  await writeShippedPortals(w, at)
  await w.insert(w.t.staff).values({
    id, userName: plan.userName, name: plan.name, email: plan.email, status: 'active', passwordHash: plan.passwordHash, language,
    totpSealed, totpLastStep: step, createdAt: at,
  })
  await w.insert(w.t.staffRoles).values({ staffId: id, role: 'administrator' })
  const codeIds = await makeRecoveryCodes(w, app, id, at)
  const session = await openSession(w, app, id, { address: scene.sourceAddress, browser: browserOf(req) })
  await recordEvent(w, own, { event: 'practice.set-up', objectId: id, detail: {} })
  await recordEvent(w, own, { event: 'session.signed-in', objectId: id, detail: { method: 'set-up' } })
  return { session, codeIds }
}
