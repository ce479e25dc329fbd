import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { cellFor } from '#domain/actions.ts'
import type { AccessLogAnswer, accessLogQuery } from '#domain/contracts/patients.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { openChart } from '#server/patients/patients.ts'

type Asked = { params: { id: string }; query: z.infer<typeof accessLogQuery> }
type EventRow = Reader['t']['auditEvents']['$inferSelect']

/**
 * Who did or saw what of one patient, newest first: all of it for whoever reads the audit; for a manager the acts of
 * people at the manager's own sites, without the words given as reason.
 */
export async function readAccessLog(db: Reader, act: Act, { params, query }: Asked): Promise<Outcome<AccessLogAnswer>> {
  const opened = await openChart(db, act, params.id)
  if ('refused' in opened) return opened
  const { auditEvents, staff } = db.t
  const seesAll = cellFor('audit.read', act.actor.roles) === 'Y'
  const team = seesAll ? undefined : inArray(auditEvents.actorId, await teamOf(db, act.actor.id))
  const before = query.before === undefined ? undefined : lt(auditEvents.seq, query.before)
  const found = await db.select({ event: auditEvents, staffName: staff.name }).from(auditEvents)
    .leftJoin(staff, eq(staff.id, auditEvents.actorId))
    .where(and(eq(auditEvents.patientId, params.id), before, team)).orderBy(desc(auditEvents.seq)).limit(query.limit + 1)
  const rows = found.slice(0, query.limit).map(({ event, staffName }) => rowOf(event, staffName, seesAll))
  return done({ rows, more: found.length > query.limit, scope: seesAll ? 'all' : 'own-team' })
}

const shownDetail = z.object({ part: z.string().optional(), reason: z.string().optional() })

function rowOf(event: EventRow, staffName: string | null, withReason: boolean): AccessLogAnswer['rows'][number] {
  const detail = shownDetail.parse(JSON.parse(event.detail))
  return {
    seq: event.seq, at: isoOf(event.at), staffId: event.actorId, staffName: staffName ?? event.actorId,
    roles: event.actorRoles.split(',').filter((role) => role !== ''), event: event.event, outcome: event.outcome,
    reasonCode: event.reasonCode, purpose: event.purpose,
    part: detail.part ?? null, reason: withReason ? (detail.reason ?? null) : null,
  }
}

/** Everybody who works at one of the person's sites. */
async function teamOf(db: Reader, staffId: string): Promise<string[]> {
  const { staffSites } = db.t
  const own = db.select({ siteId: staffSites.siteId }).from(staffSites).where(eq(staffSites.staffId, staffId))
  const rows = await db.selectDistinct({ id: staffSites.staffId }).from(staffSites).where(inArray(staffSites.siteId, own))
  return [staffId, ...rows.map((row) => row.id)]
}
