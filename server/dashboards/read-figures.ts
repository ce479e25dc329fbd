import { and, count, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { FiguresAnswer } from '#domain/contracts/enrollment-figures.ts'
import { HOUR, localDateOf, type PlainDate } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { funnelColumns, invitationsIn, noFunnel, notRestricted, spanOf, type Asked, type Funnel } from '#server/dashboards/funnel.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'

const WEEK_MS = 7 * 24 * HOUR

/** How many were invited, opened and activated, by portal, site, channel and week; how long it took; why people said no. All counted in SQL. */
export async function readFigures(db: Reader, act: Act, { body }: { body: Asked }): Promise<Outcome<FiguresAnswer>> {
  const { portalInvitations: i, portals, sites } = db.t
  const where = invitationsIn(db, body, act)
  const columns = funnelColumns(db, act.at)
  const monday = firstMonday(spanOf(body, act).from)
  // Written out, not bound: PostgreSQL takes two bound numbers for two expressions and would not group by this one.
  const week = sql<number>`cast((${i.createdAt} - ${sql.raw(String(monday))}) / ${sql.raw(String(WEEK_MS))} as integer)`.mapWith(Number)
  const [[total], byPortal, bySite, byChannel, byWeek, times, people] = await Promise.all([
    db.select(columns).from(i).where(where),
    db.select({ portalId: i.portalId, name: portals.name, ...columns }).from(i).innerJoin(portals, eq(portals.id, i.portalId)).where(where).groupBy(i.portalId, portals.name),
    db.select({ siteId: i.siteId, name: sites.name, ...columns }).from(i).innerJoin(sites, eq(sites.id, i.siteId)).where(where).groupBy(i.siteId, sites.name),
    db.select({ channel: i.channel, ...columns }).from(i).where(where).groupBy(i.channel),
    db.select({ week, ...columns }).from(i).where(where).groupBy(week),
    db.select({ median: db.fn.percentile(tookMs(db), 0.5), p90: db.fn.percentile(tookMs(db), 0.9) }).from(i).where(and(where, eq(i.state, 'accepted'))),
    db.select({ people: count() }).from(i).where(and(where, eq(i.state, 'accepted'))),
  ])
  const reasons = await reasonsIn(db, act, body)
  const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name)
  return done({
    from: body.from, to: body.to, total: filled(total),
    byPortal: byPortal.map((row) => ({ ...row, ...filled(row) })).toSorted(byName), bySite: bySite.map((row) => ({ ...row, ...filled(row) })).toSorted(byName),
    byChannel: byChannel.map((row) => ({ ...filled(row), channel: row.channel === 'desk' ? 'desk' as const : 'email' as const })),
    byWeek: everyWeek(byWeek).map((row, nth) => ({ ...filled(row), weekOf: dayOf(monday + nth * WEEK_MS) })),
    hoursToActivate: { median: hoursOf(times[0]?.median), p90: hoursOf(times[0]?.p90), people: people[0]?.people ?? 0 },
    ...reasons,
  })
}

/** From the first sending to the active account, in milliseconds. */
export function tookMs(db: Reader) {
  const { portalInvitations: i } = db.t
  return sql<number>`(${i.acceptedAt} - ${i.createdAt})`
}

export function hoursOf(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : Math.round((Number(ms) / HOUR) * 100) / 100
}

/** Outcomes at the desk and of invitations by their closed reasons, and what is under way now. */
async function reasonsIn(db: Reader, act: Act, body: Asked): Promise<Pick<FiguresAnswer, 'declines' | 'deferrals' | 'openNow'>> {
  const { enrollmentDrafts: d } = db.t
  const span = spanOf(body, act)
  const here = and(body.portalId === undefined ? undefined : eq(d.portalId, body.portalId), body.siteId === undefined ? undefined : eq(d.siteId, body.siteId), notRestricted(db, d.patientId))
  const rows = await db.select({ state: d.state, reason: d.outcomeReason, count: count() }).from(d)
    .where(and(inArray(d.state, ['declined', 'deferred']), gte(d.endedAt, span.from), lt(d.endedAt, span.until), here)).groupBy(d.state, d.outcomeReason)
  const of = (state: string) => rows.filter((row) => row.state === state).map((row) => ({ reason: row.reason ?? 'not-said', count: row.count })).toSorted((a, b) => b.count - a.count)
  return { declines: of('declined'), deferrals: of('deferred'), openNow: await db.$count(d, and(eq(d.state, 'open'), here)) }
}

function filled(row: Partial<Funnel> | undefined): Funnel {
  const { invited = 0, opened = 0, activated = 0, declined = 0, expired = 0, failed = 0 } = row ?? noFunnel
  return { invited: invited || 0, opened: opened || 0, activated: activated || 0, declined: declined || 0, expired: expired || 0, failed: failed || 0 }
}

/** The weeks up to the last with an invitation; one without any is there with zeros, or the picture would leave it out. */
function everyWeek<Row extends { week: number }>(rows: readonly Row[]): (Row | undefined)[] {
  const last = Math.max(-1, ...rows.map((row) => row.week))
  return Array.from({ length: last + 1 }, (_, nth) => rows.find((row) => row.week === nth))
}

/** The first instant of the Monday of a week, as counted in UTC: the same weeks on both engines. */
function firstMonday(from: number): number {
  const day = 24 * HOUR
  const sinceMonday = (Math.floor(from / day) + 3) % 7
  return (Math.floor(from / day) - sinceMonday) * day
}

function dayOf(at: number): PlainDate {
  return localDateOf(at, 'UTC')
}
