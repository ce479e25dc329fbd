import { and, asc, desc, eq, gt, inArray, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import type { recoverySearchAnswer, recoverySearchBody, RecoveryRow } from '#domain/contracts/recovery.ts'
import { displayName } from '#domain/names.ts'
import { statesUnderWay, type CallOutcome, type CaseSource, type CaseState } from '#domain/recovery/words.ts'
import { isoOf, isoOrNull, MINUTE } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { mayKnowOf, mrnTailsOf } from '#server/patients/patients.ts'
import type { CaseRow } from '#server/recovery/case.ts'

type Body = z.infer<typeof recoverySearchBody>
type Answer = z.infer<typeof recoverySearchAnswer>

/** Counted for the menu up to here. */
const COUNTED = 1000

/** The queue: what waits for somebody, the oldest first; one's own; what has ended, the newest first. Closed charts are on none of them (AZ-02). */
export async function searchCases(db: Reader, act: Act, { body }: { body: Body }): Promise<Outcome<Answer>> {
  const { recoveryCases: c, patients: p, portals: o, staff: s } = db.t
  const last = body.after === undefined ? undefined : (await db.select().from(c).where(eq(c.id, body.after)))[0]
  const isEnded = body.group === 'ended'
  const found = await db.select({ one: c, chart: p, portalName: o.name, by: s.name }).from(c).innerJoin(p, eq(p.id, c.patientId)).innerJoin(o, eq(o.id, c.portalId)).leftJoin(s, eq(s.id, c.claimedBy))
    .where(and(groupOf(db, body.group, act.actor.id), mayKnowOf(db, act.actor, act.at), body.portalId === undefined ? undefined : eq(c.portalId, body.portalId), last ? after(db, isEnded, last) : undefined))
    .orderBy(...(isEnded ? [desc(c.endedAt), desc(c.id)] : [asc(c.openedAt), asc(c.id)])).limit(body.limit + 1)
  const waiting = await db.select({ id: c.id }).from(c).innerJoin(p, eq(p.id, c.patientId)).where(and(groupOf(db, 'waiting', act.actor.id), mayKnowOf(db, act.actor, act.at))).limit(COUNTED)
  const tailOf = await mrnTailsOf(db, found.map(({ chart }) => chart.id))
  const rows = found.slice(0, body.limit).map(({ one, chart, portalName, by }): RecoveryRow => ({
    id: one.id, version: one.version, patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, mrnTail: tailOf(chart.id), portalId: one.portalId, portalName,
    state: one.state as CaseState, source: one.source as CaseSource, openedAt: isoOf(one.openedAt), ageMinutes: Math.max(0, Math.floor(((one.endedAt ?? act.at) - one.openedAt) / MINUTE)),
    attempts: one.attempts, lastAttemptAt: isoOf(one.lastAttemptAt), claimedBy: by, isMine: one.claimedBy === act.actor.id, outcome: one.outcome as CallOutcome | null, endedAt: isoOrNull(one.endedAt),
  }))
  return done({ rows, more: found.length > body.limit, waiting: waiting.length })
}

function groupOf(db: Reader, group: Body['group'], staffId: string): SQL | undefined {
  const { recoveryCases: c } = db.t
  if (group === 'ended') return notInArray(c.state, [...statesUnderWay])
  return and(inArray(c.state, [...statesUnderWay]), group === 'waiting' ? isNull(c.claimedBy) : eq(c.claimedBy, staffId))
}

function after(db: Reader, isEnded: boolean, last: CaseRow): SQL | undefined {
  const { recoveryCases: c } = db.t
  const endedAt = last.endedAt ?? 0
  return isEnded ? or(lt(c.endedAt, endedAt), and(eq(c.endedAt, endedAt), lt(c.id, last.id))) : or(gt(c.openedAt, last.openedAt), and(eq(c.openedAt, last.openedAt), gt(c.id, last.id)))
}

/** One list is one event, with the patients whom it showed (AD-01). */
export function auditOfCases({ rows }: Answer, { body }: { body: Body }): AuditFact {
  return { event: 'recovery.listed', detail: { group: body.group, hits: rows.length, ids: rows.map((row) => row.patientId) }, purpose: 'PATADMIN' }
}
