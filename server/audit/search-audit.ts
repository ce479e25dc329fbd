import { aliasedTable, and, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { auditTeamSearchBody, AuditRow, AuditSearch, AuditTeamRow } from '#domain/contracts/audit.ts'
import { DAY, isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'

/** In a window up to so long the rows are counted off in the index of instants first; a longer one is walked from its end. */
const NARROW_MS = 92 * DAY

type Page<Row> = { rows: Row[]; more: boolean }
type Filters = z.infer<typeof auditTeamSearchBody>

/** Events by order of writing, newest first: of whom, by whom, what, when. */
export async function searchAudit(db: Reader, _act: Act, { body }: { body: AuditSearch }): Promise<Outcome<Page<AuditRow>>> {
  const { auditEvents } = db.t
  return done(await pageOf(db, body, body.patientId === undefined ? undefined : eq(auditEvents.patientId, body.patientId)))
}

/** What the people who share a site with the manager did, without the patients that it was about. */
export async function searchTeamAudit(db: Reader, act: Act, { body }: { body: Filters }): Promise<Outcome<Page<AuditTeamRow>>> {
  const { staffSites, auditEvents } = db.t
  const mine = db.select({ siteId: staffSites.siteId }).from(staffSites).where(eq(staffSites.staffId, act.actor.id))
  const team = await db.selectDistinct({ staffId: staffSites.staffId }).from(staffSites).where(inArray(staffSites.siteId, mine))
  const page = await pageOf(db, body, inArray(auditEvents.actorId, [act.actor.id, ...team.map((row) => row.staffId)]))
  return done({
    more: page.more,
    rows: page.rows.map(({ seq, at, actorId, actorName, event, outcome, reasonCode }) => ({ seq, at, actorId, actorName, event, outcome, reasonCode })),
  })
}

/** One event. */
export async function findAuditEvent(db: Reader, seq: number): Promise<Outcome<AuditRow>> {
  const [row] = await rowsOf(db, eq(db.t.auditEvents.seq, seq), 1)
  return row ? done(row) : refuse('NOT_FOUND')
}

async function pageOf(db: Reader, filters: Filters, scope: SQL | undefined): Promise<Page<AuditRow>> {
  const { auditEvents: events } = db.t
  const from = filters.from === undefined ? undefined : Date.parse(filters.from)
  const to = filters.to === undefined ? undefined : Date.parse(filters.to)
  const window = and(from === undefined ? undefined : gte(events.at, from), to === undefined ? undefined : lt(events.at, to))
  const bounds = from !== undefined && to !== undefined && to - from <= NARROW_MS ? await seqBounds(db, window) : null
  if (bounds && bounds.least === null) return { rows: [], more: false }
  const wanted = and(
    scope, window,
    bounds?.least ? and(gte(events.seq, bounds.least), lte(events.seq, bounds.greatest ?? bounds.least)) : undefined,
    filters.actorId === undefined ? undefined : eq(events.actorId, filters.actorId),
    filters.event === undefined ? undefined : eq(events.event, filters.event),
    filters.outcome === undefined ? undefined : eq(events.outcome, filters.outcome),
    filters.after === undefined ? undefined : lt(events.seq, filters.after),
  )
  const rows = await rowsOf(db, wanted, filters.limit + 1)
  return { rows: rows.slice(0, filters.limit), more: rows.length > filters.limit }
}

/** Where a window of instants begins and ends in the order of writing; the two differ when a clock went back. */
async function seqBounds(db: Reader, window: SQL | undefined): Promise<{ least: number | null; greatest: number | null }> {
  const { auditEvents: events } = db.t
  const [row] = await db.select({ least: sql<number | null>`min(${events.seq})`, greatest: sql<number | null>`max(${events.seq})` }).from(events).where(window)
  return row ?? { least: null, greatest: null }
}

async function rowsOf(db: Reader, wanted: SQL | undefined, limit: number): Promise<AuditRow[]> {
  const { auditEvents: events, auditSeals: seals, sites, staff } = db.t
  const colleague = aliasedTable(staff, 'colleague')
  const rows = await db.select({ event: events, actorName: staff.name, colleagueName: colleague.name, siteName: sites.name, sealedPosition: seals.position }).from(events)
    .leftJoin(staff, eq(staff.id, events.actorId)).leftJoin(colleague, eq(colleague.id, events.objectId)).leftJoin(sites, eq(sites.id, events.objectId)).leftJoin(seals, eq(seals.eventSeq, events.seq))
    .where(wanted).orderBy(desc(events.seq)).limit(limit)
  return rows.map(({ event, actorName, colleagueName, siteName, sealedPosition }): AuditRow => ({
    ...event, at: isoOf(event.at), actorName, objectName: colleagueName ?? siteName, sealedPosition,
    actorRoles: event.actorRoles.split(',').filter((role) => role !== ''),
    outcome: event.outcome as AuditRow['outcome'],
    detail: JSON.parse(event.detail) as AuditRow['detail'],
  }))
}
