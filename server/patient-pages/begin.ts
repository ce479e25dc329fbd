import { eq } from 'drizzle-orm'
import { isPlainDate } from '#domain/time.ts'
import { sourceOf } from '#server/http/request.ts'
import { verifyToken } from '#server/outbox/derive.ts'
import { answer, field, isFromOurPage, type AtPage } from '#server/patient-pages/at-page.ts'
import { checkPage, overPage } from '#server/patient-pages/bodies.ts'
import { deviceHashOf, isConsoleBrowser, markDevice } from '#server/patient-pages/device.ts'
import { readForm, signForm } from '#server/patient-pages/form-token.ts'
import { refusalNote, type Page } from '#server/patient-pages/frame.ts'
import { redeem, type Given, type Refused } from '#server/patient-pages/redeem.ts'
import { findScene, nextStep, STEPS_USUALLY } from '#server/patient-pages/progress.ts'
import { triesKey } from '#server/patient-pages/tries.ts'
import { words } from '#server/patient-pages/words.ts'

/** Where somebody begins: at a desk's code, by the QR, or on the page of an invitation. */
export type From = { kind: 'desk'; about: 'desk'; action: '/p' } | { kind: 'qr'; about: string; action: string; codeId: string } | { kind: 'mail'; about: string; action: string; invitationId: string }

/** Wrong tries that a reader is shown; the same for a code that exists and one that does not. */
const SHOWN_TRIES = 5

/** The way in by the QR; null when we did not make it. */
export function fromQr(page: AtPage, token: string): From | null {
  const codeId = verifyToken(page.app.secrets, 'activation-qr', token)
  return codeId === null ? null : { kind: 'qr', about: `qr:${codeId}`, action: `/p/c/${token}`, codeId }
}

/** Shows the page that asks who it is. Looking at it uses nothing up. */
export async function showCheck(page: AtPage, from: From, more: { note?: Page['body']; tries?: number; status?: number } = {}): Promise<void> {
  const form = await signForm(page.app, { about: from.about, step: 'check', tries: more.tries ?? 0 }, page.at)
  const shown = checkPage({ action: from.action, form, language: page.language, note: more.note ?? null, step: { now: 1, of: STEPS_USUALLY }, from: from.kind })
  await answer(page, { ...shown, ...(more.status ? { status: more.status } : {}) }, { path: from.action })
}

/** Takes code and birth date. Right: on to the next step, on this device. Wrong: the same words whatever was wrong. */
export async function takeCheck(page: AtPage, from: From): Promise<void> {
  const { app, req, res, body, at } = page
  const form = await readForm(app, body.form, at)
  if (!isFromOurPage(app, req) || form?.about !== from.about || form.step !== 'check') return answer(page, overPage(page.language, 'form', from.kind === 'desk' ? null : from.action))
  const fresh = markDevice(app, res)
  const known = deviceHashOf(app, req)
  const given: Given = {
    by: from.kind === 'qr' ? { codeId: from.codeId } : { typed: field(body, 'code'), invitationId: from.kind === 'mail' ? from.invitationId : null },
    birthDate: birthDateOf(body), device: { known, fresh: fresh.hash }, isConsoleBrowser: isConsoleBrowser(app, req), triesKey: triesKey(app, sourceOf(req)),
  }
  const redeemed = await app.store.tx((w) => redeem(w, page.doing, given))
  if ('refused' in redeemed) return showRefused(page, from, redeemed.refused, form.tries + 1)
  if (known === null) fresh.set()
  const scene = await findScene(app.store.read, redeemed.invitation.id, at)
  if (!scene) return answer(page, overPage(page.language, 'ended'))
  return nextStep(page, scene, redeemed.code.id)
}

function showRefused(page: AtPage, from: From, refused: Refused, tries: number): Promise<void> {
  const say = words[page.language].check
  if (refused === 'slowed') return showCheck(page, from, { note: refusalNote(say.slowed, say.slowedNext), status: 429, tries: tries - 1 })
  if (refused === 'console-browser') return showCheck(page, from, { note: refusalNote(say.desk, say.deskNext), status: 403, tries: tries - 1 })
  const left = SHOWN_TRIES - tries
  const next = left > 0 ? say.tries(left) : from.kind === 'mail' ? say.spentMail : say.spent
  return showCheck(page, from, { note: refusalNote(say.wrong, next), status: 422, tries: Math.min(tries, SHOWN_TRIES) })
}

/** The birth date from its three fields; what is no date is one that nobody has. */
function birthDateOf(body: Record<string, unknown>): string {
  const digits = (name: string, length: number): string => field(body, name).trim().padStart(length, '0')
  const date = `${digits('year', 4)}-${digits('month', 2)}-${digits('day', 2)}`
  return isPlainDate(date) ? date : '0000-00-00'
}

/** The invitation behind a link that we made, if the send is its newest and it is out; else which end of the road it is. */
export async function invitationOfLink(page: AtPage, token: string): Promise<{ invitationId: string } | { over: 'link' | 'ended' | 'active' }> {
  const sendId = verifyToken(page.app.secrets, 'portal-invitation', token)
  if (sendId === null) return { over: 'link' }
  const db = page.app.store.read
  const { invitationSends: s, portalInvitations: i } = db.t
  const [row] = await db.select({ id: i.id, state: i.state, endsAt: i.endsAt, deadAt: s.deadAt, lastSendId: i.lastSendId }).from(s)
    .innerJoin(i, eq(i.id, s.invitationId)).where(eq(s.id, sendId))
  if (!row) return { over: 'link' }
  if (row.state === 'accepted') return { over: 'active' }
  if (row.lastSendId !== sendId) return { over: 'link' }
  if (row.deadAt !== null || page.at >= row.endsAt || row.state === 'expired' || row.state === 'declined' || row.state === 'cancelled') return { over: 'ended' }
  return { invitationId: row.id }
}
