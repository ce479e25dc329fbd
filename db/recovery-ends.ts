import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'

/** What was made dead. */
export type RecoveryEnds = { proofs: number; links: number }

/** Makes every proof and reset link of a patient dead, on one portal or on all. The rows stay; what they stand for opens nothing. */
export function endRecoverySecrets(w: Writer, { patientId, portalId, at, cause }: { patientId: string; portalId?: string; at: Instant; cause: string }): Promise<RecoveryEnds> {
  const { recoveryProofs: p, passwordResets: r } = w.t
  return endThose(w, { at, cause }, {
    proofs: and(eq(p.patientId, patientId), portalId === undefined ? undefined : eq(p.portalId, portalId)),
    links: and(eq(r.patientId, patientId), portalId === undefined ? undefined : eq(r.portalId, portalId)),
  })
}

/** Makes every proof and reset link of the practice dead, as a restore must (OP-02). */
export function endAllRecoverySecrets(w: Writer, at: Instant): Promise<RecoveryEnds> {
  return endThose(w, { at, cause: 'restored' }, { proofs: undefined, links: undefined })
}

async function endThose(w: Writer, { at, cause }: { at: Instant; cause: string }, which: { proofs: SQL | undefined; links: SQL | undefined }): Promise<RecoveryEnds> {
  const { recoveryProofs: p, passwordResets: r } = w.t
  const proofs = await w.update(p).set({ state: 'ended', endedAt: at, endCause: cause })
    .where(and(which.proofs, inArray(p.state, ['sent', 'dialling', 'ringing', 'confirmed']))).returning({ id: p.id })
  const links = await w.update(r).set({ state: 'dead', deadAt: at, deadCause: cause }).where(and(which.links, eq(r.state, 'live'))).returning({ id: r.id })
  return { proofs: proofs.length, links: links.length }
}
