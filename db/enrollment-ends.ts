import { and, eq, inArray, isNull } from 'drizzle-orm'
import { statesOut } from '#domain/enrollment/words.ts'
import type { Instant } from '#domain/time.ts'
import { endAllRecoverySecrets } from '#db/recovery-ends.ts'
import type { Writer } from '#db/store.ts'

/** What was ended; each number is of rows that were open before. */
export type EnrollmentEnds = { invitationIds: string[]; codes: number; drafts: number; campaignItems: number }

type How = { at: Instant; by: string; reason: string; state: 'expired' | 'declined' | 'cancelled' }

/**
 * Ends one invitation that is out, its links and codes; its account, which was only asked for, ends with it. False when it
 * was not out any more. What calls it records it.
 */
export async function endInvitationRow(w: Writer, invitationId: string, how: How): Promise<boolean> {
  const { portalInvitations: i, portalAccounts: a } = w.t
  const [ended] = await w.update(i).set({ state: how.state, stateAt: how.at, endedBy: how.by, endReason: how.reason })
    .where(and(eq(i.id, invitationId), inArray(i.state, [...statesOut]))).returning({ patientId: i.patientId, portalId: i.portalId })
  if (!ended) return false
  await killSecrets(w, invitationId, how.at, 'ended')
  await w.update(a).set({ state: 'ended', sinceAt: how.at })
    .where(and(eq(a.patientId, ended.patientId), eq(a.portalId, ended.portalId), eq(a.state, 'invited')))
  w.announce('invitations', invitationId)
  return true
}

/** Makes every link and code of an invitation dead. Gives how many codes were alive. */
export async function killSecrets(w: Writer, invitationId: string, at: Instant, cause: 'new-code' | 'ended' | 'restored'): Promise<number> {
  const { invitationSends: s } = w.t
  await w.update(s).set({ deadAt: at }).where(and(eq(s.invitationId, invitationId), isNull(s.deadAt)))
  return killCodes(w, invitationId, at, cause)
}

/** Makes every link and code of every invitation and recovery dead, as a restore must: what a backup holds open may have been used since (OP-02). */
export async function killAllSecrets(w: Writer, at: Instant): Promise<{ links: number; codes: number }> {
  const { invitationSends: s, activationCodes: c } = w.t
  const links = await w.update(s).set({ deadAt: at }).where(isNull(s.deadAt)).returning({ id: s.id })
  const codes = await w.update(c).set({ state: 'dead', deadAt: at, deadCause: 'restored' }).where(inArray(c.state, ['live', 'connected'])).returning({ id: c.id })
  const recovery = await endAllRecoverySecrets(w, at)
  return { links: links.length + recovery.links, codes: codes.length + recovery.proofs }
}

/** Makes every code of an invitation dead; its link goes on. */
export async function killCodes(w: Writer, invitationId: string, at: Instant, cause: 'new-code' | 'ended' | 'restored'): Promise<number> {
  const { activationCodes: c } = w.t
  const dead = await w.update(c).set({ state: 'dead', deadAt: at, deadCause: cause })
    .where(and(eq(c.invitationId, invitationId), inArray(c.state, ['live', 'connected']))).returning({ id: c.id })
  return dead.length
}

/** Ends all that is under way for a person: open drafts, invitations with links and codes, places in campaigns (R13). */
export async function endEnrollmentsOf(w: Writer, patientId: string, how: { at: Instant; by: string; reason: string; portalId?: string }): Promise<EnrollmentEnds> {
  const { enrollmentDrafts: d, portalInvitations: i, campaignItems: m, activationCodes: c } = w.t
  const { at, by, reason, portalId } = how
  const out = await w.select({ id: i.id }).from(i)
    .where(and(eq(i.patientId, patientId), inArray(i.state, [...statesOut]), portalId === undefined ? undefined : eq(i.portalId, portalId)))
  const ids = out.map((one) => one.id)
  const live = ids.length === 0 ? [] : await w.select({ id: c.id }).from(c).where(and(inArray(c.invitationId, ids), inArray(c.state, ['live', 'connected'])))
  for (const id of ids) await endInvitationRow(w, id, { at, by, reason, state: 'cancelled' })
  const drafts = await w.update(d).set({ state: 'ended', endedAt: at, endedBy: by, outcomeReason: reason, heldBy: null })
    .where(and(eq(d.patientId, patientId), eq(d.state, 'open'), portalId === undefined ? undefined : eq(d.portalId, portalId))).returning({ id: d.id })
  for (const { id } of drafts) w.announce('enrollments', id)
  const items = portalId !== undefined ? [] : await w.update(m).set({ state: 'left-out', code: 'PATIENT_DECEASED', changedAt: at })
    .where(and(eq(m.patientId, patientId), eq(m.state, 'waiting'))).returning({ id: m.campaignId })
  return { invitationIds: ids, codes: live.length, drafts: drafts.length, campaignItems: items.length }
}
