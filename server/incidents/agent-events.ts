import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { agentActKinds } from '#domain/contracts/recovery.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

export type AgentActKind = (typeof agentActKinds)[number]
export type AgentEvent = { at: Instant; event: string; kind: AgentActKind; patientId: string; detail: Record<string, unknown> }

/** What opens, gives or releases something, by the audit's own codes. */
const kinds: Record<string, AgentActKind> = {
  'recovery.acted': 'recovery', 'proxy.granted': 'grant', 'enrollment.code-shown': 'enrollment', 'invitation.sent': 'enrollment', 'contact.changed': 'contact', 'result.released': 'release',
}
const detail = z.record(z.string(), z.unknown())

/** Everything of that kind which a person did since a moment, or asked for and another approved, the oldest first (OP-09). */
export async function eventsOfAgent(db: Reader, staffId: string, since: Instant): Promise<AgentEvent[]> {
  const { auditEvents: e } = db.t
  const columns = { seq: e.seq, at: e.at, actorId: e.actorId, event: e.event, patientId: e.patientId, detail: e.detail }
  const own = await db.select(columns).from(e).where(and(eq(e.actorId, staffId), gte(e.at, since), eq(e.outcome, 'success'), inArray(e.event, Object.keys(kinds)))).orderBy(asc(e.seq))
  const byTwo = await db.select(columns).from(e).where(and(eq(e.event, 'recovery.acted'), gte(e.at, since), eq(e.outcome, 'success'))).orderBy(asc(e.seq))
  const asked = byTwo.filter((row) => row.actorId !== staffId && detail.parse(JSON.parse(row.detail)).askedBy === staffId)
  return [...own, ...asked].toSorted((a, b) => a.seq - b.seq).flatMap((row): AgentEvent[] => {
    const kind = kinds[row.event]
    return kind === undefined || row.patientId === null ? [] : [{ at: row.at, event: row.event, kind, patientId: row.patientId, detail: detail.parse(JSON.parse(row.detail)) }]
  })
}
