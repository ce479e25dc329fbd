import { and, eq, gte } from 'drizzle-orm'
import { DAY, MINUTE } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { makeCode, newestCode } from '#server/invitations/invitations.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { answer, field, isFromOurPage, type AtPage } from '#server/patient-pages/at-page.ts'
import { showCheck, type From } from '#server/patient-pages/begin.ts'
import { invitationPage, overPage } from '#server/patient-pages/bodies.ts'
import { readForm, signForm } from '#server/patient-pages/form-token.ts'
import { refusalNote } from '#server/patient-pages/frame.ts'
import { findScene, type ActivationScene } from '#server/patient-pages/progress.ts'
import { words } from '#server/patient-pages/words.ts'

/** Between two codes by mail. */
const CODE_GUARD = 2 * MINUTE
/** ID-08: as many as resends. */
const MOST_CODES_A_DAY = 5

/** What an invitation's link opens. Asking for the page changes nothing, however often and by whomever (ID-05, T8). */
export async function showInvitation(page: AtPage, token: string, invitationId: string): Promise<void> {
  const scene = await findScene(page.app.store.read, invitationId, page.at)
  if (!scene) return answer(page, overPage(page.language, 'link'))
  const form = await signForm(page.app, { about: `invitation:${invitationId}`, step: 'open', tries: 0 }, page.at)
  const isAgain = (await newestCode(page.app.store.read, invitationId))?.kind === 'mail'
  await answer(page, invitationPage({ action: `/p/i/${token}`, form, language: page.language, portalName: scene.portal.name, isAgain }), { portal: scene.portal, path: `/p/i/${token}` })
}

/** The button: a fresh code to the address that got the invitation, the one before dead; then the page that asks for it. */
export async function sendMailCode(page: AtPage, token: string, invitationId: string): Promise<void> {
  const form = await readForm(page.app, page.body.form, page.at)
  if (!isFromOurPage(page.app, page.req) || form?.about !== `invitation:${invitationId}` || form.step !== 'open') return answer(page, overPage(page.language, 'form', `/p/i/${token}`))
  const scene = await findScene(page.app.store.read, invitationId, page.at)
  if (!scene) return answer(page, overPage(page.language, 'ended'))
  const from: From = { kind: 'mail', about: `mail:${invitationId}`, action: `/p/i/${token}/code`, invitationId }
  if (field(page.body, 'do') === 'have') return showCheck(page, from)
  const sent = await page.app.store.tx((w) => sendCode(w, page, scene))
  const say = words[page.language].invitation
  if (sent === 'many') return showCheck(page, from, { note: refusalNote(say.many, say.manyNext), status: 429 })
  if (sent === 'soon') return showCheck(page, from, { note: refusalNote(say.soon, say.soonNext) })
  return sent === 'ended' ? answer(page, overPage(page.language, 'ended')) : showCheck(page, from)
}

async function sendCode(w: Writer, { app, at, doing }: AtPage, { invitation, portal }: ActivationScene): Promise<'sent' | 'soon' | 'many' | 'ended'> {
  const { activationCodes: c, portalInvitations: i } = w.t
  const [now] = await w.select().from(i).where(eq(i.id, invitation.id))
  if (!now?.address || !['queued', 'handed', 'opened'].includes(now.state) || now.lastSendId !== invitation.lastSendId) return 'ended'
  const latest = await newestCode(w, now.id)
  if (latest?.kind === 'mail' && at - latest.madeAt < CODE_GUARD && latest.state !== 'dead') return 'soon'
  if (await w.$count(c, and(eq(c.invitationId, now.id), eq(c.kind, 'mail'), gte(c.madeAt, at - DAY))) >= MOST_CODES_A_DAY) return 'many'
  const { code } = await makeCode(w, doing, now, 'mail', portal)
  const mail = await queueMail(w, app, {
    scene: doing.scene, person: { kind: 'patient', id: now.patientId }, address: now.address, purpose: 'portal-code', portalId: portal.id,
    language: now.language === 'es' ? 'es' : 'en', template: 'portal-code',
    refs: { codeId: code.id, hours: portal.policy.invitations.emailCodeHours, portalName: portal.name },
  })
  if (!mail.queued) return 'ended'
  await recordEvent(w, doing.scene, { event: 'invitation.code-asked', patientId: now.patientId, objectId: now.id, detail: { invitationId: now.id, codeId: code.id } })
  if (now.state !== 'opened' || now.openedAt === null) {
    await w.update(i).set({ state: 'opened', stateAt: at, openedAt: now.openedAt ?? at }).where(eq(i.id, now.id))
    await recordEvent(w, doing.scene, { event: 'invitation.opened', patientId: now.patientId, objectId: now.id, detail: { invitationId: now.id } })
  }
  w.announce('invitations', now.id)
  return 'sent'
}
