import { and, eq, inArray } from 'drizzle-orm'
import type { Decision } from '#domain/decision.ts'
import { statesOut } from '#domain/enrollment/words.ts'
import { invitationEndsAt } from '#domain/portals/as-of.ts'
import type { Language } from '#domain/reasons/text.ts'
import { killSecrets } from '#db/enrollment-ends.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { PortalNow } from '#server/contacts/contacts.ts'
import type { Doing } from '#server/invitations/doing.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'

export type InvitationRow = Reader['t']['portalInvitations']['$inferSelect']

/** Whom, where to, by which way. `contact`: an address on file that the caller has checked (R10); null at a desk. */
export type ToInvite = {
  patient: { id: string; siteId: string }
  portal: PortalNow
  channel: 'email' | 'desk'
  contact: { id: string; value: string } | null
  language: Language
  reason: string
  purpose?: 'portal-invitation' | 'campaign'
  draftId?: string
  campaignId?: string
  registrationId?: string
}

/** The invitation that is out for somebody on a portal; null: none. */
export async function invitationOut(db: Reader, patientId: string, portalId: string): Promise<InvitationRow | null> {
  const { portalInvitations: i } = db.t
  const [row] = await db.select().from(i).where(and(eq(i.patientId, patientId), eq(i.portalId, portalId), inArray(i.state, [...statesOut])))
  return row ?? null
}

/**
 * Sends an invitation, or takes over the one that is out: one per patient and portal, a new send, every older link and code
 * dead, a new run of days (R2, R3). The mail goes through the one gate; its no is the answer, and nothing is changed.
 */
export async function sendInvitation(w: Writer, doing: Doing, plan: ToInvite): Promise<InvitationRow | Extract<Decision, { allowed: false }>> {
  const { app, at, by } = doing
  const { portalInvitations: i, invitationSends: s } = w.t
  if (plan.channel === 'email' && plan.contact === null) return { allowed: false, code: 'CONTACT_ADDRESS_MISSING' }
  const before = await invitationOut(w, plan.patient.id, plan.portal.id)
  const id = before?.id ?? app.random.id()
  const sendId = app.random.id()
  const mailId = plan.channel === 'desk' ? null : await mailOf(w, doing, plan, sendId)
  if (mailId !== null && typeof mailId !== 'string') return mailId
  if (before) await killSecrets(w, before.id, at, 'new-code')
  const columns = {
    channel: plan.channel, contactId: plan.contact?.id ?? null, address: plan.contact?.value ?? null, language: plan.language,
    state: plan.channel === 'desk' ? 'handed' : 'queued', stateAt: at, sentAt: at, endsAt: invitationEndsAt(at, plan.portal.policy),
    sends: (before?.sends ?? 0) + 1, lastSendId: sendId, lastMailId: mailId,
    openedAt: null, connectedAt: null, termsAt: null, agreementAt: null, textsVersion: null,
    draftId: plan.draftId ?? before?.draftId ?? null, campaignId: plan.campaignId ?? before?.campaignId ?? null,
    registrationId: plan.registrationId ?? before?.registrationId ?? null,
  }
  const [row] = before
    ? await w.update(i).set({ ...columns, version: before.version + 1 }).where(eq(i.id, id)).returning()
    : await w.insert(i).values({ id, patientId: plan.patient.id, portalId: plan.portal.id, siteId: plan.patient.siteId, createdBy: by, createdAt: at, ...columns }).returning()
  if (!row) throw new Error('the invitation was just written')
  await w.insert(s).values({
    id: sendId, invitationId: id, patientId: plan.patient.id, number: columns.sends, channel: plan.channel, mailId,
    address: columns.address, sentBy: by, sentAt: at, reason: plan.reason,
  })
  await markInvited(w, doing, plan)
  await recordEvent(w, doing.scene, {
    event: 'invitation.sent', patientId: plan.patient.id, objectId: id,
    detail: { invitationId: id, sendId, number: columns.sends, channel: plan.channel, reason: plan.reason },
  })
  w.announce('invitations', id)
  w.announce('patients', plan.patient.id)
  return row
}

async function mailOf(w: Writer, { app, scene }: Doing, plan: ToInvite, sendId: string): Promise<string | Extract<Decision, { allowed: false }>> {
  const { subject, sender } = plan.portal.policy.invitations
  const mail = await queueMail(w, app, {
    scene, person: { kind: 'patient', id: plan.patient.id }, purpose: plan.purpose ?? 'portal-invitation', portalId: plan.portal.id, address: plan.contact?.value,
    language: plan.language, template: 'portal-invitation', refs: { sendId, portalName: plan.portal.name, subject, sender },
  })
  return mail.queued ? mail.mailId : { allowed: false, code: mail.code }
}

/** The person's standing on the portal: asked for, not yet there. An account of their own is never touched. */
async function markInvited(w: Writer, { app, at }: Doing, { patient, portal }: ToInvite): Promise<void> {
  const { portalAccounts: a } = w.t
  const [account] = await w.select().from(a).where(and(eq(a.patientId, patient.id), eq(a.portalId, portal.id)))
  if (!account) await w.insert(a).values({ id: app.random.id(), patientId: patient.id, portalId: portal.id, state: 'invited', sinceAt: at })
  else if (account.state === 'ended' || account.state === 'legacy-only') {
    await w.update(a).set({ state: 'invited', sinceAt: at, version: account.version + 1 }).where(eq(a.id, account.id))
  }
}
