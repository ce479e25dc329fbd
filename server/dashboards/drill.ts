import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { drillBody, DrillAnswer, Figure } from '#domain/contracts/service-levels.ts'
import { weekdayOf } from '#server/dashboards/day-rows.ts'
import { forecastsOf } from '#server/dashboards/forecast.ts'
import { seesAll, spanOf, type Span } from '#server/dashboards/span.ts'
import { addDays, isoOf, startOfLocalDay } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { inBand, notHidden, rowsOf } from '#server/messages/messages.ts'

type Ask = z.infer<typeof drillBody>
type Hit = { threadId: string; minutes: number | null; at: number | null; onTime: boolean | null }
type Found = { total: number; hits: Hit[] }

/** The threads behind a number of the dashboard: the same filter, the same count. */
export async function drill(db: Reader, act: Act, { body }: { body: Ask }): Promise<Outcome<DrillAnswer>> {
  const span = await spanOf(db, act, { siteId: body.siteId, days: 30 })
  if ('refused' in span) return span
  const { figure } = body
  const queueIds = 'queueId' in figure && figure.queueId !== undefined ? span.queueIds.filter((id) => id === figure.queueId) : span.queueIds
  if ('queueId' in figure && figure.queueId !== undefined && queueIds.length === 0) return refuse('NOT_FOUND')
  const scene: Scene = { db, act, body, span, queueIds, known: notHidden(db, { actorId: act.actor.id, at: act.at }) }
  const { total, hits } = queueIds.length === 0 ? { total: 0, hits: [] } : await find(scene, figure)
  const rows = new Map((await rowsOf(db, act, [...new Set(hits.map(({ threadId }) => threadId))])).map((row) => [row.id, row]))
  return done({
    at: isoOf(act.at), total,
    rows: hits.flatMap(({ threadId, minutes, at, onTime }) => {
      const thread = rows.get(threadId)
      return thread ? [{ thread, minutes, at: at === null ? null : isoOf(at), onTime }] : []
    }),
  })
}

type Scene = { db: Reader; act: Act; body: Ask; span: Span; queueIds: readonly string[]; known: SQL }

function find(scene: Scene, figure: Figure): Promise<Found> {
  switch (figure.of) {
    case 'open': return findOpen(scene, figure)
    case 'answered': return findAnswered(scene, figure)
    case 'arrived': return findArrived(scene, figure)
    case 'forecast': return findForecast(scene, figure.part ?? 'late')
    case 'pace': return findPace(scene)
    case 'flagged': return findFlagged(scene, figure.from)
    case 'not-read': return findThreads(scene, [isNotNull(scene.db.t.messageThreads.notReadAt), lte(scene.db.t.messageThreads.notReadAt, scene.act.at)])
  }
}

function findOpen(scene: Scene, figure: Extract<Figure, { of: 'open' }>): Promise<Found> {
  const { messageThreads: h } = scene.db.t
  const { at } = scene.act
  return findThreads(scene, [
    figure.state === undefined ? ne(h.state, 'resolved') : eq(h.state, figure.state),
    ...(figure.band === undefined ? [] : [inBand(scene.db, figure.band, at)]),
    ...(figure.late === true ? [isNotNull(h.bucket), sql`${h.targetAt} < ${at}`] : []),
    ...(figure.flagged === undefined ? [] : [eq(h.flagged, figure.flagged)]),
    ...(figure.assignee === undefined ? [] : [figure.assignee === 'nobody' ? isNull(h.assigneeId) : eq(h.assigneeId, figure.assignee)]),
  ])
}

async function findThreads({ db, body, queueIds, known }: Scene, conditions: readonly SQL[]): Promise<Found> {
  const { messageThreads: h } = db.t
  const where = and(inArray(h.queueId, [...queueIds]), ...conditions, known)
  const rows = await db.select({ id: h.id, targetAt: h.targetAt }).from(h).where(where).orderBy(asc(h.rank), asc(h.orderAt), asc(h.id)).limit(body.limit).offset(body.offset)
  return { total: await db.$count(h, where), hits: rows.map((row) => ({ threadId: row.id, minutes: null, at: row.targetAt, onTime: null })) }
}

async function findAnswered({ db, act, body, span, queueIds, known }: Scene, figure: Extract<Figure, { of: 'answered' }>): Promise<Found> {
  const { messageClocks: c, messageThreads: h } = db.t
  if (figure.staffId !== undefined && !seesAll(act) && figure.staffId !== act.actor.id) return { total: 0, hits: [] }
  const where = and(
    inArray(c.queueId, [...queueIds]), gte(c.answeredOn, figure.from), lte(c.answeredOn, figure.to),
    figure.staffId === undefined ? undefined : eq(c.answeredBy, figure.staffId), figure.onTime === undefined ? undefined : eq(c.onTime, figure.onTime),
    figure.kind === undefined ? undefined : eq(c.answeredHow, figure.kind), figure.staffId !== undefined && span.siteId !== null ? eq(c.siteId, span.siteId) : undefined, known,
  )
  const rows = await db.select({ threadId: c.threadId, minutes: c.minutes, at: c.answeredAt, onTime: c.onTime }).from(c).innerJoin(h, eq(h.id, c.threadId)).where(where)
    .orderBy(desc(c.answeredAt), asc(c.id)).limit(body.limit).offset(body.offset)
  const [count] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(c).innerJoin(h, eq(h.id, c.threadId)).where(where)
  return { total: count?.n ?? 0, hits: rows }
}

async function findArrived({ db, body, queueIds, known }: Scene, figure: Extract<Figure, { of: 'arrived' }>): Promise<Found> {
  const { messageEntries: e, messageThreads: h } = db.t
  const days = []
  for (let on = figure.from; on <= figure.to && days.length < 400; on = addDays(on, 1)) if (figure.weekday === undefined || weekdayOf(on) === figure.weekday) days.push(on)
  if (days.length === 0) return { total: 0, hits: [] }
  const where = and(
    inArray(e.arrivedQueueId, [...queueIds]), isNotNull(e.arrivedOn), inArray(e.arrivedOn, days), figure.hour === undefined ? undefined : eq(e.arrivedHour, figure.hour), known,
  )
  const rows = await db.select({ threadId: e.threadId, at: e.at }).from(e).innerJoin(h, eq(h.id, e.threadId)).where(where)
    .orderBy(desc(e.at), asc(e.id)).limit(body.limit).offset(body.offset)
  const [count] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(e).innerJoin(h, eq(h.id, e.threadId)).where(where)
  return { total: count?.n ?? 0, hits: rows.map((row) => ({ ...row, minutes: null, onTime: null })) }
}

async function findForecast(scene: Scene, part: 'late' | 'due' | 'reached' | 'nobody'): Promise<Found> {
  const { db, body } = scene
  const { messageThreads: h } = db.t
  const ids = (await forecastsHere(scene)).flatMap(({ lateIds, dueIds }) => {
    const late = new Set(lateIds)
    return part === 'due' ? dueIds : part === 'reached' ? dueIds.filter((id) => !late.has(id)) : lateIds
  })
  const rows = ids.length === 0 ? [] : await db.select({ id: h.id, targetAt: h.targetAt, assigneeId: h.assigneeId }).from(h).where(inArray(h.id, ids.slice(0, 5_000)))
  const wanted = part === 'nobody' ? rows.filter(({ assigneeId }) => assigneeId === null) : rows
  const shown = wanted.toSorted((a, b) => (a.targetAt ?? 0) - (b.targetAt ?? 0) || (a.id < b.id ? -1 : 1)).slice(body.offset, body.offset + body.limit)
  return { total: part === 'nobody' ? wanted.length : ids.length, hits: shown.map((row) => ({ threadId: row.id, minutes: null, at: row.targetAt, onTime: null })) }
}

async function findPace(scene: Scene): Promise<Found> {
  const { body } = scene
  const answers = (await forecastsHere(scene)).flatMap(({ pace }) => pace)
  const shown = answers.toSorted((a, b) => b.at - a.at || (a.clockId < b.clockId ? -1 : 1)).slice(body.offset, body.offset + body.limit)
  return { total: answers.length, hits: shown.map(({ threadId, minutes, at, onTime }) => ({ threadId, minutes, at, onTime })) }
}

function forecastsHere({ db, act, span, queueIds }: Scene) {
  return forecastsOf(db, act, span.queues.filter(({ id }) => queueIds.includes(id)))
}

function findFlagged(scene: Scene, from: string): Promise<Found> {
  const { messageThreads: h } = scene.db.t
  return findThreads(scene, [isNotNull(h.flaggedAt), gte(h.flaggedAt, startOfLocalDay(from, scene.span.zone))])
}
