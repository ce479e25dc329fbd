import { and, eq, isNull, sql } from 'drizzle-orm'
import { blocksOf } from '#db/access-blocks.ts'
import { destinationStanding } from '#domain/recovery/ladder.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/invitations.ts'
import type { PatientRecord } from '#server/patients/patients.ts'
import { accountOf } from '#server/recovery/account.ts'
import { changeCase, findCase, isUnderWay } from '#server/recovery/case.ts'
import { endPortalSessions } from '#server/recovery/carry-out.ts'
import { LINK_TRIES, type ProofRow } from '#server/recovery/proof.ts'
import { sceneOf, type Scene } from '#server/recovery/scene.ts'
import { tellPatient } from '#server/recovery/tell.ts'

type ResetRow = Reader['t']['passwordResets']['$inferSelect']
export type OpenProof = { proof: ProofRow; scene: Scene; birthDate: string }
export type OpenReset = { reset: ResetRow; scene: Scene; birthDate: string; userName: string }

/** The proof behind a mailed link while it is good: sent, in time, its case under way, its address still the patient's own. */
export async function openProof(db: Reader, id: string, at: Instant): Promise<OpenProof | null> {
  const { recoveryProofs: p } = db.t
  const [proof] = await db.select().from(p).where(eq(p.id, id))
  if (!proof || proof.kind !== 'email-link' || proof.state !== 'sent' || at >= proof.endsAt) return null
  const scene = await sceneBehind(db, proof.caseId, at)
  const contact = scene?.contacts.find((one) => one.id === proof.contactId)
  if (!scene || !isUnderWay(scene.row) || scene.chart.deceased || contact?.standing !== 'own') return null
  return { proof, scene, birthDate: scene.chart.birthDate }
}

/** The reset behind a mailed link while it is good. Everything that was looked at when it was sent is looked at again (ID-03). */
export async function openReset(db: Reader, id: string, at: Instant): Promise<OpenReset | null> {
  const { passwordResets: r } = db.t
  const [reset] = await db.select().from(r).where(eq(r.id, id))
  if (!reset || reset.state !== 'live' || at >= reset.endsAt) return null
  const scene = await sceneBehind(db, reset.caseId, at)
  const contact = scene?.contacts.find((one) => one.id === reset.contactId)
  if (!scene || !contact || scene.chart.deceased) return null
  const standing = destinationStanding(contact, at)
  if (standing === 'never' || (standing === 'second-person' && !reset.byTwo)) return null
  const account = await accountOf(db, reset.patientId, reset.portalId)
  if (account.id !== reset.accountId || account.signIn !== 'password' || !['active', 'legacy-only'].includes(account.state) || await wasBlockedSince(db, reset)) return null
  return { reset, scene, birthDate: scene.chart.birthDate, userName: account.userName ?? '' }
}

/** A block that was set after the link went out: nothing that was on its way opens any more. */
async function wasBlockedSince(db: Reader, { patientId, madeAt }: ResetRow): Promise<boolean> {
  return ((await blocksOf(db, [patientId])).get(patientId) ?? []).some((one) => one.fromAt >= madeAt && one.liftedAt === null)
}

async function sceneBehind(db: Reader, caseId: string, at: Instant): Promise<Scene | null> {
  const row = await findCase(db, caseId)
  const [chart]: (PatientRecord | undefined)[] = row ? await db.select().from(db.t.patients).where(eq(db.t.patients.id, row.patientId)) : []
  return row && chart ? sceneOf(db, row, chart, { at, agentId: row.claimedBy ?? '' }) : null
}

/** The mailbox has answered: proven, once, by a guarded update. */
export async function confirmProof(w: Writer, doing: Doing, { proof, scene }: OpenProof): Promise<boolean> {
  const { recoveryProofs: p } = w.t
  const [done] = await w.update(p).set({ state: 'confirmed', confirmedAt: doing.at }).where(and(eq(p.id, proof.id), eq(p.state, 'sent'))).returning({ id: p.id })
  if (!done) return false
  await recordEvent(w, doing.scene, { event: 'recovery.proof-confirmed', patientId: proof.patientId, objectId: proof.caseId, detail: { proofId: proof.id, kind: 'email-link' } })
  await changeCase(w, doing, scene.row, { state: 'proven' })
  return true
}

/** A wrong birth date at a proof's link; the fifth kills it, and the ladder remembers. Gives the tries left. */
export async function countProofTry(w: Writer, doing: Doing, { proof }: OpenProof): Promise<number> {
  const { recoveryProofs: p } = w.t
  const [after] = await w.update(p).set({ tries: sql`${p.tries} + 1` }).where(and(eq(p.id, proof.id), eq(p.state, 'sent'))).returning({ tries: p.tries })
  await recordEvent(w, doing.scene, { event: 'recovery.link-refused', outcome: 'refused', patientId: proof.patientId, objectId: proof.caseId, detail: { page: 'proof', cause: 'birth-date' } })
  const left = after ? LINK_TRIES - after.tries : 0
  if (left > 0 || !after) return Math.max(0, left)
  await w.update(p).set({ state: 'failed', endedAt: doing.at, endCause: 'tries' }).where(eq(p.id, proof.id))
  await recordEvent(w, doing.scene, { event: 'recovery.proof-failed', outcome: 'refused', patientId: proof.patientId, objectId: proof.caseId, detail: { proofId: proof.id, kind: 'email-link', cause: 'tries' } })
  w.announce('recovery', proof.caseId)
  return 0
}

/** A wrong birth date at a reset's link; the fifth kills it. Gives the tries left. */
export async function countResetTry(w: Writer, doing: Doing, { reset }: OpenReset): Promise<number> {
  const { passwordResets: r } = w.t
  const [after] = await w.update(r).set({ tries: sql`${r.tries} + 1` }).where(and(eq(r.id, reset.id), eq(r.state, 'live'))).returning({ tries: r.tries })
  await recordEvent(w, doing.scene, { event: 'recovery.link-refused', outcome: 'refused', patientId: reset.patientId, objectId: reset.caseId, detail: { page: 'reset', cause: 'birth-date' } })
  const left = after ? LINK_TRIES - after.tries : 0
  if (after && left <= 0) await w.update(r).set({ state: 'dead', deadAt: doing.at, deadCause: 'tries' }).where(eq(r.id, reset.id))
  return Math.max(0, left)
}

/** The new password counts: once, by a guarded update; sessions end, locks end, every own address is told. */
export async function choosePassword(w: Writer, doing: Doing, { reset, scene }: OpenReset, passwordHash: string): Promise<boolean> {
  const { passwordResets: r, patientCredentials: c, accountLocks: l } = w.t
  const [used] = await w.update(r).set({ state: 'used', usedAt: doing.at }).where(and(eq(r.id, reset.id), eq(r.state, 'live'))).returning({ id: r.id })
  if (!used) return false
  await w.update(c).set({ passwordHash }).where(and(eq(c.accountId, reset.accountId), isNull(c.endedAt)))
  await w.update(l).set({ endedAt: doing.at, endedBy: 'patient' }).where(and(eq(l.patientId, reset.patientId), eq(l.portalId, reset.portalId), isNull(l.endedAt)))
  const sessions = await endPortalSessions(w, doing, reset.patientId, reset.portalId)
  const told = await tellPatient(w, doing, { patient: scene.chart, portal: scene.portal, portalId: reset.portalId, caseId: reset.caseId, actId: null, what: 'password' })
  await recordEvent(w, doing.scene, { event: 'recovery.password-chosen', patientId: reset.patientId, objectId: reset.caseId, detail: { portalId: reset.portalId, sessions, told } })
  w.announce('patients', reset.patientId)
  w.announce('recovery', reset.caseId)
  return true
}
