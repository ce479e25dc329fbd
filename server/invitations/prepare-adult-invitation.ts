import { and, eq } from 'drizzle-orm'
import { allow } from '#domain/decision.ts'
import { ADULT_FROM } from '#domain/enrollment/contact-check.ts'
import { mayBeInvited } from '#domain/enrollment/campaign-policy.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Writer } from '#db/store.ts'
import { ownContacts, portalNow } from '#server/contacts/contacts.ts'
import type { Doing } from '#server/invitations/doing.ts'
import { invitationOut, sendInvitation } from '#server/invitations/send-invitation.ts'
import { hasDeclined, startFacts } from '#server/invitations/start-facts.ts'

export type Prepared = { sent: true; invitationId: string } | { sent: false; code: ReasonCode }

/**
 * The own invitation of somebody who has come of age (R23). Nobody stands at a desk, so it goes by mail only to an address of
 * 30 days or more that nobody else is known to read: a parent's never does. Where it cannot go the answer is the reason, nothing
 * is changed, and a desk hands it over. Asked twice it goes out once.
 */
export async function prepareAdultInvitation(w: Writer, doing: Doing, { patientId, portalId }: { patientId: string; portalId: string }): Promise<Prepared> {
  const { patients: p, enrollmentDrafts: d } = w.t
  const { at } = doing
  const [patient] = await w.select().from(p).where(eq(p.id, patientId))
  const portal = await portalNow(w, portalId, at)
  if (!patient || !portal) return { sent: false, code: 'NOT_FOUND' }
  if (patient.restricted) return { sent: false, code: 'ENROLL_NEEDS_PRIVACY_OFFICER' }
  const start = await startFacts(w, doing, patient, portal)
  if (start.age < ADULT_FROM) return { sent: false, code: 'ACCOUNT_TOO_YOUNG' }
  const open = await w.select({ id: d.id }).from(d).where(and(eq(d.patientId, patientId), eq(d.portalId, portalId), eq(d.state, 'open')))
  const best = (await ownContacts(w, { patient, portal, at })).find(({ kind, checked }) => kind === 'email' && checked.decision.allowed && checked.with === null)
  const may = mayBeInvited({
    ...start, invitationOut: (await invitationOut(w, patientId, portalId)) !== null, enrollmentOpen: open.length > 0, declined: await hasDeclined(w, patientId),
    address: best ? { decision: allow, isYoung: best.checked.youngSinceAt !== null } : null, gate: allow,
  })
  if (!may.allowed) return { sent: false, code: may.code }
  const sent = await sendInvitation(w, doing, {
    patient, portal, channel: 'email', contact: best?.row ?? null, language: /^es\b/i.test(patient.language ?? '') ? 'es' : 'en', reason: 'came of age',
  })
  return 'allowed' in sent ? { sent: false, code: sent.code } : { sent: true, invitationId: sent.id }
}
