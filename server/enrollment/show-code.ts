import { eq } from 'drizzle-orm'
import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import { canCarryOut, canStartEnrollment } from '#domain/enrollment/draft-policy.ts'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { isoOf } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { ownContacts } from '#server/contacts/contacts.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { doingOf, draftToActOn, factsOf, type DraftScene } from '#server/enrollment/draft-scene.ts'
import { done, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { codeOf, makeCode, sendInvitation, startFacts, type InvitationRow } from '#server/invitations/invitations.ts'
import { deriveToken } from '#server/outbox/derive.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

/** What is kept of a shown code for a repeat of the same press: no secret (ID-04). */
type Kept = { enrollment: EnrollmentAnswer; codeId: string; keyId: string; endsAt: string }

/** What the QR's link is derived for. */
export const QR_PURPOSE = 'activation-qr'

/**
 * Makes a code for the patient at the desk: after a photo document and with a fresh second factor (ID-04). The one before is
 * dead, the patient is told at every own address, and the code itself is only in the answer (`revealCode`).
 */
export async function showCode(w: Writer, act: Act, { params }: { params: { id: string } }): Promise<Outcome<Kept>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  const { draft, chart, portal } = scene
  const may = canCarryOut(factsOf(scene), 'desk-code')
  if (!may.allowed) return refuseBy(may)
  const still = canStartEnrollment(await startFacts(w, act, chart, portal))
  if (!still.allowed) return refuseBy(still)
  const doing = doingOf(act)
  const invitation = await deskInvitation(w, act, scene)
  if ('allowed' in invitation) return refuseBy(invitation)
  const { code, endedCodes } = await makeCode(w, doing, invitation, 'desk', portal)
  const told = await tellOwnAddresses(w, act, scene)
  const changed = await changeDraft(w, act, scene, { invitationId: invitation.id }, {
    event: 'enrollment.code-shown', evidence: draft.evidenceKind, detail: { codeId: code.id, endedCodes, told },
  })
  if ('refused' in changed) return changed
  return done({ enrollment: changed.done, codeId: code.id, keyId: code.keyId, endsAt: isoOf(code.endsAt) }, changed.version)
}

/** The answer with the code in it, made anew from what is kept: the same press gives the same code, and no row holds it. */
export function revealCode(app: App, { keyId, ...kept }: Kept): ShownCode {
  const code = codeOf(app, { id: kept.codeId, keyId })
  return { ...kept, code, url: `${app.origin()}/p/c/${deriveToken(app.secrets, QR_PURPOSE, kept.codeId, keyId)}`, shortUrl: shortUrlOf(app) }
}

/** What is typed by hand into a browser. */
export function shortUrlOf(app: App): string {
  return `${app.origin().replace(/^https?:\/\//, '')}/p`
}

/** The invitation that the code belongs to: the one of this desk while it is out, else a new one or one that is taken over. */
async function deskInvitation(w: Writer, act: Act, { draft, chart, portal, invitation }: DraftScene): Promise<InvitationRow | { allowed: false; code: 'CONTACT_ADDRESS_MISSING' }> {
  const { portalInvitations: i } = w.t
  const isOurs = invitation?.channel === 'desk' && stateNow({ state: invitation.state as InvitationState, endsAt: invitation.endsAt }, act.at) !== 'expired'
  if (invitation && isOurs && ['handed', 'opened'].includes(invitation.state)) {
    const [row] = await w.update(i).set({
      state: 'handed', stateAt: act.at, openedAt: null, connectedAt: null, termsAt: null, agreementAt: null, version: invitation.version + 1,
    }).where(eq(i.id, invitation.id)).returning()
    if (row) return row
  }
  const sent = await sendInvitation(w, doingOf(act), {
    patient: chart, portal, channel: 'desk', contact: null, language: draft.language === 'es' ? 'es' : 'en', reason: 'at the desk', draftId: draft.id,
  })
  return 'allowed' in sent ? { allowed: false, code: 'CONTACT_ADDRESS_MISSING' } : sent
}

/** Tells the patient at every own address on file that a code was handed out; one that somebody else reads hears nothing (R10). */
async function tellOwnAddresses(w: Writer, act: Act, { chart, portal, draft }: DraftScene): Promise<number> {
  let told = 0
  for (const contact of await ownContacts(w, { patient: chart, portal, at: act.at })) {
    if (contact.kind !== 'email' || !contact.checked.decision.allowed || contact.checked.with !== null) continue
    const mail = await queueMail(w, act.app, {
      scene: act.scene, person: { kind: 'patient', id: chart.id }, address: contact.value, purpose: 'security-notice',
      language: draft.language === 'es' ? 'es' : 'en', template: 'portal-code-shown', refs: { portalName: portal.name },
    })
    if (mail.queued) told += 1
  }
  return told
}
