import { and, desc, eq, gte, inArray, like, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** Reasons that say that a limit was met (ID-08). */
export const LIMITS: readonly string[] = ['RECOVERY_LIMIT', 'RECOVERY_SENDS_LIMIT', 'RECOVERY_ENDS_LIMIT', 'RECOVERY_AGENT_LIMIT']

const watched = [
  'recovery.call-begun', 'recovery.facts-asked', 'recovery.proof-confirmed', 'recovery.proof-failed', 'recovery.acted', 'recovery.act-refused', 'recovery.stopped', 'recovery.not-me',
] as const

export type AuditRow = { at: Instant; actorId: string; event: string; patientId: string | null; objectId: string | null; reasonCode: string | null; detail: Record<string, unknown> }

const MOST = 5000
const detail = z.record(z.string(), z.unknown())

/** What the audit holds of recovery in a span, the newest first; an act's own refusal once, not the transport's beside it. */
export async function auditSince(db: Reader, { from, until }: { from: Instant; until: Instant }): Promise<AuditRow[]> {
  const { auditEvents: e } = db.t
  const rows = await db.select({ at: e.at, actorId: e.actorId, event: e.event, patientId: e.patientId, objectId: e.objectId, reasonCode: e.reasonCode, detail: e.detail }).from(e)
    .where(and(gte(e.at, from), lt(e.at, until), or(inArray(e.event, [...watched]), and(eq(e.event, 'act.refused'), like(e.reasonCode, 'RECOVERY%')))))
    .orderBy(desc(e.at), desc(e.seq)).limit(MOST)
  return rows.map((row) => ({ ...row, detail: detail.parse(JSON.parse(row.detail)) })).filter((row) => row.event !== 'act.refused' || isOfAWay(row.detail))
}

/** The acts write their refusals themselves, with the case; of the rest the transport's row is the only one. */
function isOfAWay({ action }: Record<string, unknown>): boolean {
  return action !== 'recovery.reset' && action !== 'recovery.restart-enrollment'
}
