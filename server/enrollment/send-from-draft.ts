import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { canCarryOut, canStartEnrollment } from '#domain/enrollment/draft-policy.ts'
import { MOST_SENDS_A_DAY, RESEND_GUARD } from '#domain/enrollment/invitation-policy.ts'
import { timeSaid } from '#domain/said.ts'
import type { Writer } from '#db/store.ts'
import { ownContacts } from '#server/contacts/contacts.ts'
import { changeDraft } from '#server/enrollment/change-draft.ts'
import { doingOf, draftToActOn, factsOf } from '#server/enrollment/draft-scene.ts'
import { refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { sendInvitation, sendsToday, startFacts } from '#server/invitations/invitations.ts'

/** The e-mail hand-over: sends the invitation to the contact that was settled, if the rule still takes it. */
export async function sendFromDraft(w: Writer, act: Act, { params }: { params: { id: string } }): Promise<Outcome<EnrollmentAnswer>> {
  const scene = await draftToActOn(w, act, params.id)
  if ('refused' in scene) return scene
  const { draft, chart, portal, invitation } = scene
  const may = canCarryOut(factsOf(scene), 'email')
  if (!may.allowed) return refuseBy(may)
  const still = canStartEnrollment(await startFacts(w, act, chart, portal))
  if (!still.allowed) return refuseBy(still)
  const contact = (await ownContacts(w, { patient: chart, portal, at: act.at })).find((one) => one.row?.id === draft.contactId)
  if (!contact?.row) return refuse('CONTACT_GONE')
  if (!contact.checked.decision.allowed) return refuseBy(contact.checked.decision)
  if (invitation?.channel === 'email' && invitation.address === contact.value && act.at - invitation.sentAt < RESEND_GUARD) {
    return refuse('INVITATION_SENT_RECENTLY', { facts: { at: timeSaid(invitation.sentAt + RESEND_GUARD, portal.policy.timeZone) } })
  }
  if (await sendsToday(w, chart.id, act.at, portal.policy.timeZone) >= MOST_SENDS_A_DAY) return refuse('INVITATION_LIMIT')
  const sent = await sendInvitation(w, doingOf(act), {
    patient: chart, portal, channel: 'email', contact: contact.row, language: draft.language === 'es' ? 'es' : 'en', reason: 'at the desk', draftId: draft.id,
  })
  if ('allowed' in sent) return refuseBy(sent)
  return changeDraft(w, act, scene, { invitationId: sent.id }, { event: 'enrollment.hand-over-chosen', detail: { handOver: 'email' } })
}
