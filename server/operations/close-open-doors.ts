import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { killAllSecrets } from '#db/enrollment-ends.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import type { Revocation } from '#server/operations/revocations.ts'
import { recordWishesAgain } from '#server/preferences/preferences.ts'
import { closeAccessAgain } from '#server/proxy-access/proxy-access.ts'

/** What a restore closed, and what a person has to look at because it cannot be brought back. */
export type Closed = {
  sessionsEnded: number
  invitationsEnded: number
  requestsEnded: number
  /** Links of patients' invitations and codes that were alive; the invitations stay, to be sent again. */
  linksEnded: number
  codesEnded: number
  /** Mails that were waiting in the backup: most have been sent since, so nobody gets them twice. */
  mailsParked: number
  /** Staff ids that were disabled, or lost roles, after the backup and now again. */
  disabled: string[]
  rolesTaken: string[]
  /** Staff ids whose password or second factor changed after the backup: the old one counts again until somebody acts. */
  review: string[]
  /** Accesses of proxies that were closed after the backup and are closed again, or wait for a review because of what was lost. */
  accessClosed: number
  /** Wishes not to be contacted that were recorded after the backup and stand again. */
  wishesAgain: number
}

/** Closes everything that the backup holds open, and takes away again what was taken away in the gap (OP-02, OP-03). */
export async function closeOpenDoors(w: Writer, scene: AuditScene, gap: readonly Revocation[]): Promise<Closed> {
  const { at } = scene
  const { staffSessions, staffInvitations, stepUps, twoPersonRequests, outboxMails } = w.t
  const sessions = await w.update(staffSessions).set({ endedAt: at, endReason: 'restored' }).where(isNull(staffSessions.endedAt)).returning({ id: staffSessions.id })
  const invitations = await w.update(staffInvitations).set({ endedAt: at })
    .where(and(isNull(staffInvitations.endedAt), isNull(staffInvitations.redeemedAt))).returning({ id: staffInvitations.id })
  await w.update(stepUps).set({ usedAt: at }).where(isNull(stepUps.usedAt))
  const requests = await w.update(twoPersonRequests).set({ state: 'dead', decidedAt: at }).where(eq(twoPersonRequests.state, 'open')).returning({ id: twoPersonRequests.id })
  const mails = await w.update(outboxMails).set({ state: 'parked', lastStatus: 'restored', leasedUntil: null })
    .where(eq(outboxMails.state, 'queued')).returning({ id: outboxMails.id })
  const { links, codes } = await killAllSecrets(w, at)
  return {
    linksEnded: links, codesEnded: codes,
    sessionsEnded: sessions.length, invitationsEnded: invitations.length, requestsEnded: requests.length, mailsParked: mails.length,
    ...await takeAwayAgain(w, scene, gap), accessClosed: await closeAccessAgain(w, scene, gap),
    wishesAgain: await recordWishesAgain(w, at, gap),
  }
}

type Fate = { disabled: boolean; roles: Set<string>; review: boolean }

async function takeAwayAgain(w: Writer, scene: AuditScene, gap: readonly Revocation[]): Promise<Pick<Closed, 'disabled' | 'rolesTaken' | 'review'>> {
  const fates = fatesOf(gap)
  const taken = { disabled: [] as string[], rolesTaken: [] as string[], review: [] as string[] }
  for (const [staffId, fate] of fates) {
    if (fate.review) taken.review.push(staffId)
    if (fate.disabled && await disable(w, scene, staffId)) taken.disabled.push(staffId)
    if (await takeRoles(w, scene, staffId, [...fate.roles])) taken.rolesTaken.push(staffId)
  }
  return taken
}

/** What the gap did to each person, in its order. What was given back in the gap is not given again. */
function fatesOf(gap: readonly Revocation[]): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const { event, objectId, detail } of gap) {
    if (!event.startsWith('staff.')) continue
    const fate = fates.get(objectId) ?? { disabled: false, roles: new Set<string>(), review: false }
    fates.set(objectId, fate)
    if (event === 'staff.disabled') fate.disabled = true
    else if (event === 'staff.enabled') fate.disabled = false
    else if (event === 'staff.roles-changed') {
      const [from, to] = [detail.from, detail.to].map((text) => (typeof text === 'string' ? text : '').split(',').filter(Boolean))
      for (const role of from ?? []) if (!to?.includes(role)) fate.roles.add(role)
      for (const role of to ?? []) fate.roles.delete(role)
    } else fate.review = true
  }
  return fates
}

async function disable(w: Writer, scene: AuditScene, staffId: string): Promise<boolean> {
  const { staff } = w.t
  const changed = await w.update(staff).set({ status: 'disabled' }).where(and(eq(staff.id, staffId), ne(staff.status, 'disabled'))).returning({ id: staff.id })
  if (changed.length === 0) return false
  await recordEvent(w, scene, { event: 'staff.disabled', objectId: staffId, detail: { reason: 'restored: disabled after the backup was made', sessionsEnded: 0 } })
  return true
}

async function takeRoles(w: Writer, scene: AuditScene, staffId: string, gone: readonly string[]): Promise<boolean> {
  if (gone.length === 0) return false
  const { staffRoles } = w.t
  const before = await w.select({ role: staffRoles.role }).from(staffRoles).where(eq(staffRoles.staffId, staffId))
  const removed = await w.delete(staffRoles).where(and(eq(staffRoles.staffId, staffId), inArray(staffRoles.role, [...gone]))).returning({ role: staffRoles.role })
  if (removed.length === 0) return false
  const from = before.map(({ role }) => role)
  await recordEvent(w, scene, {
    event: 'staff.roles-changed', objectId: staffId,
    detail: { from: from.join(','), to: from.filter((role) => !gone.includes(role)).join(','), sessionsEnded: 0 },
  })
  return true
}
