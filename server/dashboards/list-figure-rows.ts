import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import type { FigureRow, figureRows, figureRowsBody } from '#domain/contracts/enrollment-figures.ts'
import { stateNow } from '#domain/enrollment/invitation-policy.ts'
import type { InvitationState } from '#domain/enrollment/words.ts'
import { displayName } from '#domain/names.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { invitationsIn, notRestricted, partCondition, spanOf } from '#server/dashboards/funnel.ts'
import { hoursOf } from '#server/dashboards/read-figures.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { mrnTailsOf } from '#server/patients/patients.ts'

type Asked = z.infer<typeof figureRowsBody>
type Rows = z.infer<typeof figureRows>

/** The people behind one number of the figures: by the very condition that counted them. */
export async function listFigureRows(db: Reader, act: Act, { body }: { body: Asked }): Promise<Outcome<Rows>> {
  const { what } = body
  return done(what === 'declined-at-desk' || what === 'deferred' || what === 'open-now' ? await deskRows(db, act, body) : await invitationRows(db, act, body, what))
}

async function invitationRows(db: Reader, act: Act, body: Asked, part: Parameters<typeof partCondition>[1]): Promise<Rows> {
  const { portalInvitations: i, patients: p, portals, sites } = db.t
  const found = await db.select({ row: i, chart: p, portalName: portals.name, siteName: sites.name }).from(i)
    .innerJoin(p, eq(p.id, i.patientId)).innerJoin(portals, eq(portals.id, i.portalId)).innerJoin(sites, eq(sites.id, i.siteId))
    .where(and(
      invitationsIn(db, body, act), partCondition(db, part, act.at), body.channel === undefined ? undefined : eq(i.channel, body.channel),
      body.after === undefined ? undefined : gt(i.id, body.after),
    )).orderBy(asc(i.id)).limit(body.limit + 1)
  const tailOf = await mrnTailsOf(db, found.map(({ chart }) => chart.id))
  const rows = found.slice(0, body.limit).map(({ row, chart, portalName, siteName }): FigureRow => ({
    id: row.id, kind: 'invitation', patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, mrnTail: tailOf(chart.id), portalName, siteName,
    state: stateNow({ state: row.state as InvitationState, endsAt: row.endsAt }, act.at), at: isoOf(row.stateAt), reason: row.endReason,
    hours: row.acceptedAt === null ? null : hoursOf(row.acceptedAt - row.createdAt),
  }))
  return { rows, more: found.length > body.limit }
}

async function deskRows(db: Reader, act: Act, body: Asked): Promise<Rows> {
  const { enrollmentDrafts: d, patients: p, portals, sites } = db.t
  const span = spanOf(body, act)
  const state = body.what === 'open-now' ? 'open' : body.what === 'deferred' ? 'deferred' : 'declined'
  const found = await db.select({ row: d, chart: p, portalName: portals.name, siteName: sites.name }).from(d)
    .innerJoin(p, eq(p.id, d.patientId)).innerJoin(portals, eq(portals.id, d.portalId)).innerJoin(sites, eq(sites.id, d.siteId))
    .where(and(
      eq(d.state, state), state === 'open' ? undefined : and(gte(d.endedAt, span.from), lt(d.endedAt, span.until)), notRestricted(db, d.patientId),
      body.portalId === undefined ? undefined : eq(d.portalId, body.portalId), body.siteId === undefined ? undefined : eq(d.siteId, body.siteId),
      body.reason === undefined ? undefined : sql`coalesce(${d.outcomeReason}, 'not-said') = ${body.reason}`, body.after === undefined ? undefined : gt(d.id, body.after),
    )).orderBy(asc(d.id)).limit(body.limit + 1)
  const tailOf = await mrnTailsOf(db, found.map(({ chart }) => chart.id))
  const rows = found.slice(0, body.limit).map(({ row, chart, portalName, siteName }): FigureRow => ({
    id: row.id, kind: 'enrollment', patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, mrnTail: tailOf(chart.id), portalName, siteName,
    state: row.state, at: isoOf(row.endedAt ?? row.startedAt), reason: row.outcomeReason, hours: null,
  }))
  return { rows, more: found.length > body.limit }
}

export function auditOfRows(answer: Rows, { body }: { body: Asked }): AuditFact {
  return {
    event: 'enrollment.measured', purpose: 'HOPERAT',
    detail: { from: body.from, to: body.to, what: body.what, hits: answer.rows.length, ids: [...new Set(answer.rows.map((row) => row.patientId))] },
  }
}
