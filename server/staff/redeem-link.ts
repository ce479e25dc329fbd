import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { totpAnswer } from '#domain/contracts/session.ts'
import { redeemBody, redeemedAnswer } from '#domain/contracts/staff.ts'
import { refusalOf } from '#domain/reasons.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import {
  endSessionsOf, faultOfNewPassword, hashPassword, newTotpSecret, passwordMatches, startJoining, stepOfCode, totpUri, useTotpStep,
} from '#server/auth/auth.ts'
import { done, refuse, type Outcome } from '#server/http/act.ts'
import { openDoor, type AtDoor, type Door } from '#server/http/door.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { findPractice } from '#server/practice.ts'
import { findOpenLink, findOpenLinkById, type OpenLink } from '#server/staff/open-link.ts'

type Body = z.infer<typeof redeemBody>
type Answer = z.infer<typeof totpAnswer> | z.infer<typeof redeemedAnswer>

/** First step behind a mailed link. Where a new second factor is to be made, nothing is written before its code confirms it. */
export const redeemLinkDoor: Door = openDoor({
  path: 'POST /api/staff-invitations/redeem', summary: 'Behind a mailed link: the password; gives a new second factor to set up.',
  body: redeemBody, answer: z.union([totpAnswer, redeemedAnswer]),
  run: async (door) => {
    const { app, at, body } = door
    const link = await findOpenLink(app.store.read, app, body.token, at)
    if (!link) return refuse('LINK_CLOSED')
    return { join: startJoin, 'second-factor': startNewFactor, password: takeNewPassword }[link.purpose](door, link)
  },
})

async function startJoin(door: AtDoor<Body>, link: OpenLink): Promise<Outcome<Answer>> {
  const fault = await passwordFault(door, link)
  return fault ? refuse('FIELDS_NOT_ACCEPTED', { fields: { password: fault } }) : offerFactor(door, link, await hashPassword(door.body.password))
}

async function startNewFactor(door: AtDoor<Body>, link: OpenLink): Promise<Outcome<Answer>> {
  const { passwordHash } = link.person
  if (passwordHash !== null && await passwordMatches(passwordHash, door.body.password)) return offerFactor(door, link, null)
  return countTry(door, link, { password: refusalOf('CURRENT_PASSWORD_DIFFERS', door.language).message })
}

/** A forgotten password: the new one counts when a code of the second factor that the person still has comes with it. */
async function takeNewPassword(door: AtDoor<Body>, link: OpenLink): Promise<Outcome<Answer>> {
  const { app, at, body, language, scene } = door
  const fault = await passwordFault(door, link)
  if (fault) return refuse('FIELDS_NOT_ACCEPTED', { fields: { password: fault } })
  const { person, row } = link
  const step = person.totpSealed && body.code ? stepOfCode(app.secrets.open(person.totpSealed), body.code, at) : null
  const passwordHash = step === null ? null : await hashPassword(body.password)
  const taken = passwordHash !== null && step !== null && await app.store.tx(async (w) => {
    if (!(await findOpenLinkById(w, row.id, at)) || !(await useTotpStep(w, person.id, step))) return false
    const { staffInvitations: t, staff } = w.t
    const used = await w.update(t).set({ redeemedAt: at }).where(and(eq(t.id, row.id), isNull(t.redeemedAt), isNull(t.endedAt))).returning({ id: t.id })
    if (used.length === 0) return false
    const own = { ...scene, actor: { id: person.id, roles: [] } }
    await w.update(staff).set({ passwordHash }).where(eq(staff.id, person.id))
    const sessionsEnded = await endSessionsOf(w, own, person.id, 'password-changed')
    await recordEvent(w, own, { event: 'staff.password-changed', objectId: person.id, detail: { sessionsEnded } })
    await queueMail(w, app, {
      template: 'staff-account-changed', refs: { change: 'password' }, person: { kind: 'staff', id: person.id }, purpose: 'security-notice', scene: own,
    })
    return true
  })
  return taken ? done({ next: 'sign-in' }) : countTry(door, link, { code: refusalOf('CODE_NOT_ACCEPTED', language).message })
}

async function offerFactor(door: AtDoor<Body>, { row, person }: OpenLink, passwordHash: string | null): Promise<Outcome<Answer>> {
  const { app, at } = door
  const totpSecret = newTotpSecret(app)
  await startJoining(door, 'invitation', { invitationId: row.id, passwordHash, totpSecret }, at)
  const practice = await findPractice(app.store.read)
  return done({ totp: { secret: totpSecret, uri: totpUri(totpSecret, practice?.name ?? 'Portal Desk', person.userName) } })
}

async function passwordFault({ app, body, language }: AtDoor<Body>, { person }: OpenLink): Promise<string | null> {
  const practice = await findPractice(app.store.read)
  return faultOfNewPassword(body.password, [person.userName, person.name, person.email ?? '', practice?.name ?? ''], language)
}

/** A wrong try counts against the link; five end it (ID-05). */
async function countTry({ app, scene }: AtDoor<Body>, { row, person }: OpenLink, fields: Record<string, string>): Promise<Outcome<Answer>> {
  await app.store.tx(async (w) => {
    const { staffInvitations: t } = w.t
    await w.update(t).set({ tries: sql`${t.tries} + 1` }).where(eq(t.id, row.id))
    await recordEvent(w, scene, {
      event: 'session.sign-in-refused', outcome: 'refused', reasonCode: 'FIELDS_NOT_ACCEPTED', objectId: person.id,
      detail: { step: 'link', accountHash: app.secrets.hmac('hash', 'account', person.id) },
    })
  })
  return refuse('FIELDS_NOT_ACCEPTED', { fields })
}
