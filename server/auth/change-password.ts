import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { changePasswordBody } from '#domain/contracts/session.ts'
import { refusalOf } from '#domain/reasons.ts'
import { SECOND } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { endSessionsOf } from '#server/auth/end-sessions.ts'
import { faultOfNewPassword } from '#server/auth/new-password.ts'
import { hashPassword, passwordMatches } from '#server/auth/password.ts'
import { findById } from '#server/auth/person.ts'
import { countFailure, forgetFailures, throttleKeys, waitFor, waitHeld } from '#server/auth/throttle.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { findPractice } from '#server/practice.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

type Body = z.infer<typeof changePasswordBody>
/** What was found out before the transaction, because hashing takes long. */
type Checked = { formerHash: string | null; matches: boolean; fault: string | null; newHash: string | null; wait: number }

/** Compares the present password and hashes the new one, off the event loop. While tries are slowed nothing is compared. */
export async function checkPasswords(act: Act, { currentPassword, newPassword }: Body): Promise<Checked> {
  const { app, actor, at, language } = act
  const person = await findById(app.store.read, actor.id)
  const practice = await findPractice(app.store.read)
  const wait = await waitFor(app.store.read, keysOf(act), true, at)
  const formerHash = person?.passwordHash ?? null
  const matches = wait === 0 && formerHash !== null && await passwordMatches(formerHash, currentPassword)
  const fault = faultOfNewPassword(newPassword, [actor.userName, actor.name, practice?.name ?? ''], language)
  return { formerHash, matches, fault, newHash: matches && !fault ? await hashPassword(newPassword) : null, wait }
}

/** The person's own password; every other session of theirs ends (AU-11), and a mail tells them. */
export async function changePassword(w: Writer, act: Act, checked: Checked): Promise<Outcome<{ sessionsEnded: number }>> {
  const { app, actor, at } = act
  const wait = Math.max(checked.wait, await waitHeld(w, keysOf(act), true, at))
  if (wait > 0) return refuse('SIGN_IN_SLOWED', { facts: { seconds: Math.ceil(wait / SECOND) } })
  if (!checked.matches) {
    await countFailure(w, keysOf(act), at)
    return refuse('FIELDS_NOT_ACCEPTED', { fields: { currentPassword: refusalOf('CURRENT_PASSWORD_DIFFERS', act.language).message } })
  }
  if (checked.fault || !checked.newHash) return refuse('FIELDS_NOT_ACCEPTED', { fields: { newPassword: checked.fault ?? '' } })
  const { staff } = w.t
  const changed = await w.update(staff).set({ passwordHash: checked.newHash })
    .where(and(eq(staff.id, actor.id), eq(staff.passwordHash, checked.formerHash ?? ''))).returning({ id: staff.id })
  if (changed.length === 0) return refuse('FIELDS_NOT_ACCEPTED', { fields: { currentPassword: refusalOf('CURRENT_PASSWORD_DIFFERS', act.language).message } })
  await forgetFailures(w, keysOf(act))
  const sessionsEnded = await endSessionsOf(w, act.scene, actor.id, 'password-changed', actor.sessionId)
  await record(w, act, { event: 'staff.password-changed', objectId: actor.id, detail: { sessionsEnded } })
  await queueMail(w, app, {
    template: 'staff-account-changed', refs: { change: 'password' }, person: { kind: 'staff', id: actor.id }, purpose: 'security-notice', scene: act.scene,
  })
  return done({ sessionsEnded })
}

function keysOf({ app, actor, scene }: Act) {
  return throttleKeys(app, 'password', actor.userName, scene.sourceAddress)
}
