import type { z } from 'zod'
import type { resendBody, resentAnswer } from '#domain/contracts/invitations.ts'
import { canResendInvitation } from '#domain/enrollment/invitation-policy.ts'
import { isoOf } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { expireIfOver } from '#server/invitations/expire.ts'
import { resendFacts } from '#server/invitations/may-resend.ts'
import { invitationScene } from '#server/invitations/scene-of.ts'
import { sendInvitation } from '#server/invitations/send-invitation.ts'
import { maskedContact } from '#server/patients/patients.ts'

type Asked = { params: { id: string }; body: z.infer<typeof resendBody> }

/**
 * Sends it again (R2): a new link, the old one and its code dead, a new run of days. To the address that was named, or the
 * newest that the rule takes. One that has expired is followed by a new invitation.
 */
export async function resendInvitation(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<z.infer<typeof resentAnswer>>> {
  const scene = await invitationScene(w, act, params.id, 'act')
  if ('refused' in scene) return scene
  const { invitation, chart, portal, facts } = scene
  if (invitation.version !== act.version) return refuse('VERSION_STALE', { current: { version: invitation.version } })
  const to = body.contactId === null ? undefined : facts.contacts.find((one) => one.kind === 'email' && one.row?.id === body.contactId) ?? null
  if (to === null) return refuse('CONTACT_GONE')
  if (invitation.channel === 'desk' && (to ?? facts.best) === null) return refuse('INVITATION_HAS_NO_MAIL')
  const may = canResendInvitation(await resendFacts(w, act, { invitation, portal, facts, deceased: chart.deceased, to }), act.at)
  if (!may.allowed) return refuseBy(may)
  if (!portal.takesAccounts) return refuse('PORTAL_TAKES_NO_ACCOUNTS')
  const contact = (to ?? facts.best)?.row
  if (!contact) return refuse('CONTACT_ADDRESS_MISSING')
  const doing = { app: act.app, scene: act.scene, at: act.at, by: act.actor.id }
  await expireIfOver(w, doing, invitation)
  const sent = await sendInvitation(w, doing, {
    patient: chart, portal, channel: 'email', contact, language: invitation.language === 'es' ? 'es' : 'en', reason: body.reason ?? '',
    ...(invitation.draftId === null ? {} : { draftId: invitation.draftId }), ...(invitation.campaignId === null ? {} : { campaignId: invitation.campaignId }),
  })
  if ('allowed' in sent) return refuseBy(sent)
  return done({
    invitationId: sent.id, version: sent.version, sends: sent.sends, sentAt: isoOf(sent.sentAt), endsAt: isoOf(sent.endsAt), addressMasked: maskedContact('email', contact.value),
  }, sent.version)
}
