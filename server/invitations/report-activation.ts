import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { acceptInvitation, activateAccount } from '#server/invitations/accept-invitation.ts'
import type { Doing } from '#server/invitations/doing.ts'
import { expireIfOver } from '#server/invitations/expire.ts'
import { invitationOut } from '#server/invitations/send-invitation.ts'


export type Activation = { portalId: string; patientId: string; source: string; step: 'opened' | 'terms' | 'agreement' | 'active' }

/**
 * What an external portal reports of somebody's way in: the same marks on the same record as our own pages make, so that a
 * desk sees the same steps (issue 4). `unknown`: nobody with that id; `known`: it was so already; `stopped`: it may not be.
 */
export async function reportActivation(w: Writer, doing: Doing, report: Activation): Promise<'noted' | 'known' | 'unknown' | 'stopped'> {
  const { patients: p, portalAccounts: a, portals: o } = w.t
  const [patient] = await w.select({ id: p.id, deceased: p.deceased }).from(p).where(eq(p.id, report.patientId))
  const [portal] = await w.select({ id: o.id }).from(o).where(eq(o.id, report.portalId))
  if (!patient || !portal) return 'unknown'
  if (patient.deceased) return 'stopped'
  const invitation = await invitationOut(w, patient.id, portal.id)
  const isOver = invitation !== null && await expireIfOver(w, doing, invitation)
  if (report.step !== 'active') return invitation === null || isOver ? 'stopped' : noteStep(w, doing, invitation.id, report.step)
  const [account] = await w.select().from(a).where(and(eq(a.patientId, patient.id), eq(a.portalId, portal.id)))
  if (account?.state === 'active') return 'known'
  if (account?.state === 'suspended') return 'stopped'
  if (invitation !== null && !isOver) {
    return await acceptInvitation(w, doing, invitation, report.source) === null ? 'stopped' : 'noted'
  }
  // R7: on a portal that takes sign-ups without an invitation an account may simply be there.
  const accountId = await activateAccount(w, doing, patient.id, portal.id)
  await recordEvent(w, doing.scene, { event: 'account.activated', patientId: patient.id, objectId: accountId, detail: { invitationId: null, portalId: portal.id, via: report.source } })
  w.announce('patients', patient.id)
  return 'noted'
}

async function noteStep(w: Writer, { at }: Doing, invitationId: string, step: 'opened' | 'terms' | 'agreement'): Promise<'noted' | 'known'> {
  const { portalInvitations: i } = w.t
  const column = { opened: i.connectedAt, terms: i.termsAt, agreement: i.agreementAt }[step]
  const change = { opened: { state: 'opened', stateAt: at, openedAt: at, connectedAt: at }, terms: { termsAt: at }, agreement: { agreementAt: at } }[step]
  const [noted] = await w.update(i).set(change).where(and(eq(i.id, invitationId), isNull(column))).returning({ id: i.id, draftId: i.draftId })
  if (!noted) return 'known'
  w.announce('invitations', noted.id)
  if (noted.draftId) w.announce('enrollments', noted.draftId)
  return 'noted'
}
