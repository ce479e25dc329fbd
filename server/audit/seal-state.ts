import { desc, eq } from 'drizzle-orm'
import type { AuditSealState, AuditVerified } from '#domain/contracts/audit.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { readAnchors } from '#server/audit/anchor.ts'
import { chainEnd } from '#server/audit/sealer.ts'
import { unsealedOf } from '#server/audit/unsealed.ts'
import { beginVerification, verificationOf } from '#server/audit/verification.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'

/** How far the seal reaches, what waits for it, whether a verification runs, and what the last one found. */
export async function showSealState(db: Reader, act: Act): Promise<Outcome<AuditSealState>> {
  const { app } = act
  const end = await chainEnd(db)
  const waiting = await unsealedOf({ engine: app.store.engine, read: db }, act.at)
  const running = verificationOf(app)
  return done({
    sealed: end.position, unsealed: waiting.unsealed, oldestUnsealedAt: isoOrNull(waiting.oldestUnsealedAt), late: waiting.late,
    lastAnchorAt: isoOrNull(readAnchors(app.config.anchorDir, app.secrets).lastAt),
    running: running && { startedAt: isoOf(running.startedAt), done: running.done, total: running.total },
    lastVerified: await lastVerified(db),
  })
}

/** Begins a verification; one at a time. */
export async function verifyAudit(_w: Writer, act: Act): Promise<Outcome<{ startedAt: string }>> {
  const running = beginVerification(act.app, act.scene)
  return running ? done({ startedAt: isoOf(running.startedAt) }) : refuse('VERIFY_RUNNING')
}

async function lastVerified(db: Reader): Promise<AuditVerified | null> {
  const { auditEvents } = db.t
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.event, 'audit.verified')).orderBy(desc(auditEvents.seq)).limit(1)
  if (!row) return null
  const found = JSON.parse(row.detail) as Omit<AuditVerified, 'at' | 'byId' | 'good'>
  return { at: isoOf(row.at), byId: row.actorId, good: row.outcome === 'success', ...found }
}
