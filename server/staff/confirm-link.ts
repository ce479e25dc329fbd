import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { confirmBody, joinedAnswer } from '#domain/contracts/session.ts'
import { refusalOf } from '#domain/reasons.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import {
  clearCookie, codesOf, endSessionsOf, enterSession, makeRecoveryCodes, openSession, readJoining, stepOfCode, type NewSession,
} from '#server/auth/auth.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type AtDoor, type Door } from '#server/http/door.ts'
import { browserOf } from '#server/http/request.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { findOpenLinkById } from '#server/staff/open-link.ts'

const planned = z.object({ invitationId: z.string(), passwordHash: z.string().nullable(), totpSecret: z.string() })
type Plan = z.infer<typeof planned>

/** Second step behind a mailed link: a code shows that the new factor works. Then the link is used up and the person is in. */
export const confirmLinkDoor: Door = openDoor({
  path: 'POST /api/staff-invitations/confirm', summary: 'Behind a mailed link: confirms the new second factor and signs in.',
  body: confirmBody, answer: joinedAnswer,
  run: async (door) => {
    const { app, at, body, language, res } = door
    const plan = await readJoining(door, 'invitation', planned)
    if (!plan) return refuse('SECOND_STEP_ENDED')
    const step = stepOfCode(plan.totpSecret, body.code, at)
    if (step === null) return refuse('CODE_NOT_ACCEPTED', { fields: { code: refusalOf('CODE_NOT_ACCEPTED', language).message } })
    const joined = await app.store.tx((w) => join(w, door, plan, step, app.secrets.seal(plan.totpSecret)))
    if (!joined) return refuse('LINK_CLOSED')
    clearCookie(res, app, 'joining')
    return done({ ...await enterSession(door, joined.session), recoveryCodes: codesOf(app, joined.codeIds) })
  },
})

async function join(
  w: Writer, { app, at, req, scene }: AtDoor<unknown>, plan: Plan, step: number, totpSealed: string,
): Promise<{ session: NewSession; codeIds: string[] } | null> {
  const link = await findOpenLinkById(w, plan.invitationId, at)
  if (!link) return null
  const { staffInvitations: t, staff } = w.t
  const used = await w.update(t).set({ redeemedAt: at }).where(and(eq(t.id, link.row.id), isNull(t.redeemedAt), isNull(t.endedAt))).returning({ id: t.id })
  if (used.length === 0) return null
  const { id, status, version } = link.person
  const own = { ...scene, actor: { id, roles: [] } }
  await w.update(staff).set({
    status: 'active', totpSealed, totpLastStep: step, version: version + 1, ...(plan.passwordHash ? { passwordHash: plan.passwordHash } : {}),
  }).where(eq(staff.id, id))
  const codeIds = await makeRecoveryCodes(w, app, id, at)
  await endSessionsOf(w, own, id, 'factor-changed')
  const session = await openSession(w, app, id, { address: scene.sourceAddress, browser: browserOf(req) })
  await recordEvent(w, own, status === 'invited'
    ? { event: 'staff.joined', objectId: id, detail: { invitationId: link.row.id } }
    : { event: 'staff.second-factor-set', objectId: id, detail: {} })
  await recordEvent(w, own, { event: 'session.signed-in', objectId: id, detail: { method: 'invitation' } })
  if (status !== 'invited') {
    await queueMail(w, app, {
      template: 'staff-account-changed', refs: { change: 'second-factor' }, person: { kind: 'staff', id }, purpose: 'security-notice', scene: own,
    })
  }
  w.announce('staff', id)
  return { session, codeIds }
}
