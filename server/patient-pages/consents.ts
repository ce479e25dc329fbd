import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { answer, field, isFromOurPage, switchedTo, type AtPage } from '#server/patient-pages/at-page.ts'
import { overPage, stoppedPage } from '#server/patient-pages/bodies.ts'
import { TEXTS_VERSION } from '#server/patient-pages/consent-texts.ts'
import { readForm } from '#server/patient-pages/form-token.ts'
import { refusalNote } from '#server/patient-pages/frame.ts'
import { findScene, nextStep, openStep, type ActivationScene, type StepName } from '#server/patient-pages/progress.ts'
import { words } from '#server/patient-pages/words.ts'

export type Continued = { scene: ActivationScene; codeId: string }

/** The activation that a form goes on with: its code is tied to a device and not dead, its invitation is out, the step is next. */
export async function continued(page: AtPage, step: StepName): Promise<Continued | 'form' | 'ended' | 'code' | 'active'> {
  const form = await readForm(page.app, page.body.form, page.at)
  if (!isFromOurPage(page.app, page.req) || form?.step !== step) return 'form'
  const [invitationId = '', codeId = ''] = form.about.split(':')
  const db = page.app.store.read
  const scene = await findScene(db, invitationId, page.at)
  if (!scene) return 'ended'
  if (scene.invitation.state === 'accepted') return 'active'
  const [code] = await db.select().from(db.t.activationCodes).where(eq(db.t.activationCodes.id, codeId))
  const isOver = scene.invitation.state !== 'opened' || page.at >= scene.invitation.endsAt || scene.chart.deceased
  if (isOver) return 'ended'
  return code?.state === 'connected' ? { scene, codeId } : 'code'
}

/** Terms or agreement: a yes is written down with the version of the words; *Not now* keeps what was done and ends politely. */
export async function takeConsent(page: AtPage, step: 'terms' | 'agreement'): Promise<void> {
  const found = await continued(page, step)
  if (typeof found === 'string') return answer(page, overPage(page.language, found))
  const { scene, codeId } = found
  if (switchedTo(page.body)) return nextStep(page, scene, codeId)
  if (field(page.body, 'do') === 'not-now') return answer(page, stoppedPage(page.language), { portal: scene.portal })
  if (openStep(scene) !== step) return nextStep(page, scene, codeId)
  if (field(page.body, 'accept') !== 'yes') {
    const say = words[page.language].terms
    return nextStep(page, scene, codeId, { note: refusalNote(say.missing, say.missingNext), status: 422 })
  }
  await page.app.store.tx((w) => keepConsent(w, page, scene, step))
  const after = await findScene(page.app.store.read, scene.invitation.id, page.at)
  return after ? nextStep(page, after, codeId) : answer(page, overPage(page.language, 'ended'))
}

async function keepConsent(w: Writer, page: AtPage, { invitation }: ActivationScene, step: 'terms' | 'agreement'): Promise<void> {
  const { portalInvitations: i } = w.t
  const change = step === 'terms' ? { termsAt: page.at } : { agreementAt: page.at, wantsNotices: field(page.body, 'notices') === 'yes' }
  const kept = await w.update(i).set({ ...change, textsVersion: TEXTS_VERSION }).where(and(eq(i.id, invitation.id), eq(i.state, 'opened'))).returning({ id: i.id })
  if (kept.length === 0) return
  await recordEvent(w, page.doing.scene, {
    event: 'invitation.step-done', patientId: invitation.patientId, objectId: invitation.id, detail: { invitationId: invitation.id, step, textsVersion: TEXTS_VERSION },
  })
  w.announce('invitations', invitation.id)
  if (invitation.draftId) w.announce('enrollments', invitation.draftId)
}
