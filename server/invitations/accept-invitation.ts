import { and, eq, inArray, isNull } from 'drizzle-orm'
import { statesOut } from '#domain/enrollment/words.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/doing.ts'
import type { InvitationRow } from '#server/invitations/send-invitation.ts'

/**
 * An account becomes active: by our pages (`via` = `our-pages`) or as a portal's connector reports. Both leave the same
 * record. Gives the account's id; null when the invitation was not out any more and there was nothing to activate.
 */
export async function acceptInvitation(w: Writer, doing: Doing, invitation: InvitationRow, via: string): Promise<string | null> {
  const { at } = doing
  const { portalInvitations: i, activationCodes: c, invitationSends: s } = w.t
  const [accepted] = await w.update(i).set({
    state: 'accepted', stateAt: at, acceptedAt: at, acceptedVia: via, openedAt: invitation.openedAt ?? at, connectedAt: invitation.connectedAt ?? at,
    version: invitation.version + 1,
  }).where(and(eq(i.id, invitation.id), inArray(i.state, [...statesOut]))).returning({ id: i.id })
  if (!accepted) return null
  await w.update(c).set({ state: 'used', deadAt: at }).where(and(eq(c.invitationId, invitation.id), inArray(c.state, ['live', 'connected'])))
  await w.update(s).set({ deadAt: at }).where(eq(s.invitationId, invitation.id))
  const accountId = await activateAccount(w, doing, invitation.patientId, invitation.portalId)
  await finishDraft(w, doing, invitation)
  await recordEvent(w, doing.scene, {
    event: 'account.activated', patientId: invitation.patientId, objectId: accountId, detail: { invitationId: invitation.id, portalId: invitation.portalId, via },
  })
  w.announce('invitations', invitation.id)
  w.announce('patients', invitation.patientId)
  return accountId
}

/** The account on the portal, active from now on. */
export async function activateAccount(w: Writer, { app, at }: Doing, patientId: string, portalId: string): Promise<string> {
  const { portalAccounts: a } = w.t
  const [account] = await w.select().from(a).where(and(eq(a.patientId, patientId), eq(a.portalId, portalId)))
  if (!account) {
    const id = app.random.id()
    await w.insert(a).values({ id, patientId, portalId, state: 'active', sinceAt: at })
    return id
  }
  await w.update(a).set({ state: 'active', sinceAt: at, version: account.version + 1 }).where(eq(a.id, account.id))
  return account.id
}

async function finishDraft(w: Writer, { at, by }: Doing, { patientId, portalId }: InvitationRow): Promise<void> {
  const { enrollmentDrafts: d, enrollmentDeclines: n } = w.t
  const [draft] = await w.select({ id: d.id, version: d.version }).from(d).where(and(eq(d.patientId, patientId), eq(d.portalId, portalId), eq(d.state, 'open')))
  await w.update(n).set({ endedAt: at }).where(and(eq(n.patientId, patientId), isNull(n.endedAt)))
  if (!draft) return
  await w.update(d).set({ state: 'active', endedAt: at, endedBy: by, version: draft.version + 1 }).where(eq(d.id, draft.id))
  w.announce('enrollments', draft.id)
}
