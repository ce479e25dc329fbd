import { and, asc, gt, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { ServiceLevels, ServiceLevelsAsk } from '#domain/contracts/service-levels.ts'
import { replyFigures, type KeptAnswers } from '#domain/messages/reply-figures.ts'
import { addDays, HOUR, isoOf, isoOrNull, startOfLocalDay, type PlainDate } from '#domain/time.ts'
import { NOT_READ_AFTER_MS } from '#db/messages/turn-clock.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { daysOf, heatOf, mondayOf, personDaysOf, type DayRow } from '#server/dashboards/day-rows.ts'
import { forecastsOf, type QueueForecast } from '#server/dashboards/forecast.ts'
import { asLeftOut, leftOut, type LeftOutThreads } from '#server/dashboards/left-out.ts'
import { openNow, type OpenNow } from '#server/dashboards/open-bands.ts'
import { seesAll, spanOf, type Span } from '#server/dashboards/span.ts'
import { assumptionOf } from '#server/dashboards/words.ts'
import { notHidden, rowsOf } from '#server/messages/messages.ts'

const WEEKS = 12
/** Threads that the forecast names; the rest are behind its number. */
const NAMED = 25

/** Everything that the service-level screen shows of messages, in one answer, from kept counts, exact at its instant. */
export async function readServiceLevels(db: Reader, act: Act, { body }: { body: ServiceLevelsAsk }): Promise<Outcome<ServiceLevels>> {
  const span = await spanOf(db, act, body)
  if ('refused' in span) return span
  const without = await leftOut(db, act)
  const open = await openNow(db, span.queueIds, act.at, without.threads)
  const weeksFrom = addDays(mondayOf(span.to), -7 * (WEEKS - 1))
  const before = addDays(span.from, -span.days)
  const earliest = [weeksFrom, before].toSorted()[0] ?? before
  const all = await daysOf(db, span.queueIds, earliest, span.to)
  const days = all.filter(({ dayOn }) => dayOn >= span.from)
  const clocksIn = (from: PlainDate, to: PlainDate) => without.clocks.filter((clock) => span.queueIds.includes(clock.queueId) && (clock.answeredOn ?? '') >= from && (clock.answeredOn ?? '') <= to)
  const forecasts = await forecastsOf(db, act, span.queues)
  const rowsBefore = all.filter(({ dayOn }) => dayOn >= before && dayOn < span.from)
  return done({
    at: isoOf(act.at), from: span.from, to: span.to, timeZone: span.zone, sites: await sitesOf(db),
    open: openOf(open),
    replies: {
      ...replyFigures(days, asLeftOut(clocksIn(span.from, span.to))), before: replyFigures(rowsBefore, asLeftOut(clocksIn(before, addDays(span.from, -1)))),
      byKind: kindsOf(days, clocksIn(span.from, span.to)),
    },
    queues: await queuesOf(db, span, open, days, without),
    people: await peopleOf(db, act, span, open, without),
    heat: heatOf(days, without, span.from, span.to),
    weeks: weeksOf(all, without, weeksFrom, span),
    thisWeek: await thisWeekOf(db, act, span, all, without, open),
    forecast: await shownForecast(db, act, forecasts),
    notRead: { threads: await notReadOf(db, act, span), afterHours: NOT_READ_AFTER_MS / HOUR },
  })
}

async function sitesOf(db: Reader): Promise<{ id: string; name: string }[]> {
  const { sites } = db.t
  return db.select({ id: sites.id, name: sites.name }).from(sites).where(isNull(sites.retiredAt)).orderBy(asc(sites.name))
}

function openOf({ queues, people }: OpenNow): ServiceLevels['open'] {
  const sum = { total: 0, unclaimed: 0, late: 0, pastLimit: 0, waiting: 0, flagged: 0, nobodyAnswers: 0 }
  for (const queue of queues.values()) {
    sum.total += queue.total
    sum.unclaimed += queue.unclaimed
    sum.late += queue.bands.late + queue.bands['past-limit']
    sum.pastLimit += queue.bands['past-limit']
    sum.waiting += queue.waiting
    sum.flagged += queue.flagged
  }
  const held = [...people.values()].reduce((late, person) => late + person.late, 0)
  return { ...sum, nobodyAnswers: sum.late - held }
}

function kindsOf(days: readonly DayRow[], without: LeftOutThreads['clocks']): ServiceLevels['replies']['byKind'] {
  const kinds = { reply: 0, call: 0, resolve: 0 }
  for (const day of days) {
    kinds.reply += day.byReply
    kinds.call += day.byCall
    kinds.resolve += day.byResolve
  }
  for (const { answeredHow } of without) if (answeredHow === 'reply' || answeredHow === 'call' || answeredHow === 'resolve') kinds[answeredHow]--
  return kinds
}

async function queuesOf(db: Reader, span: Span, open: OpenNow, days: readonly DayRow[], without: LeftOutThreads): Promise<ServiceLevels['queues']> {
  const { sites, portals } = db.t
  const siteNames = new Map((await db.select({ id: sites.id, name: sites.name }).from(sites)).map((row) => [row.id, row.name]))
  const portalNames = new Map((await db.select({ id: portals.id, name: portals.name }).from(portals)).map((row) => [row.id, row.name]))
  const byQueue = Map.groupBy(days, ({ queueId }) => queueId)
  return span.queues.flatMap((queue) => {
    const now = open.queues.get(queue.id)
    if (!now) return []
    const left = without.clocks.filter((clock) => clock.queueId === queue.id && (clock.answeredOn ?? '') >= span.from && (clock.answeredOn ?? '') <= span.to)
    return [{
      id: queue.id, name: queue.name, kind: queue.kind, portalName: portalNames.get(queue.portalId ?? '') ?? null, siteName: siteNames.get(queue.siteId ?? '') ?? null,
      total: now.total, unclaimed: now.unclaimed, bands: now.bands, replies: replyFigures(byQueue.get(queue.id) ?? [], asLeftOut(left)),
    }]
  })
}

async function peopleOf(db: Reader, act: Act, span: Span, open: OpenNow, without: LeftOutThreads): Promise<ServiceLevels['people']> {
  const { staff, covers: c, messageQueueMembers: m } = db.t
  const members = span.queueIds.length === 0 ? [] : await db.selectDistinct({ id: m.staffId }).from(m).where(inArray(m.queueId, span.queueIds))
  const days = Map.groupBy<string, KeptAnswers & { staffId: string }>(await personDaysOf(db, span.siteId, span.from, span.to), ({ staffId }) => staffId)
  const everybody = [...new Set([...members.map(({ id }) => id), ...open.people.keys(), ...days.keys()])]
  // Who sees their own figures only sees nobody else's (security.md §1).
  const ids = seesAll(act) ? everybody : everybody.filter((id) => id === act.actor.id)
  const rows = ids.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name, status: staff.status }).from(staff).where(inArray(staff.id, ids)).orderBy(asc(staff.name))
  const away = new Map((await db.select().from(c).where(and(lte(c.fromAt, act.at), gt(c.untilAt, act.at), or(isNull(c.endedAt), gt(c.endedAt, act.at))))).map((cover) => [cover.absentId, cover.coveringId]))
  const names = new Map((await db.select({ id: staff.id, name: staff.name }).from(staff)).map((row) => [row.id, row.name]))
  return rows.flatMap((row) => {
    const now = open.people.get(row.id) ?? { open: 0, late: 0 }
    const left = without.clocks.filter((clock) => clock.answeredBy === row.id && (span.siteId === null || clock.siteId === span.siteId) && (clock.answeredOn ?? '') >= span.from && (clock.answeredOn ?? '') <= span.to)
    const replies = replyFigures(days.get(row.id) ?? [], asLeftOut(left))
    if (now.open === 0 && replies.answered === 0) return []
    return [{ id: row.id, name: row.name, away: away.has(row.id) || row.status !== 'active', coveredBy: names.get(away.get(row.id) ?? '') ?? null, ...now, replies }]
  })
}

function weeksOf(all: readonly DayRow[], without: LeftOutThreads, weeksFrom: PlainDate, span: Span): ServiceLevels['weeks'] {
  return Array.from({ length: WEEKS }, (_, week) => weekOf(all, without, addDays(weeksFrom, 7 * week), span))
}

function weekOf(all: readonly DayRow[], without: LeftOutThreads, from: PlainDate, span: Span): ServiceLevels['weeks'][number] {
  const to = addDays(from, 6)
  const isIn = (on: PlainDate | null) => on !== null && on >= from && on <= to
  const days = all.filter(({ dayOn }) => isIn(dayOn))
  const figures = replyFigures(days, asLeftOut(without.clocks.filter((one) => span.queueIds.includes(one.queueId) && isIn(one.answeredOn))))
  const hidden = without.arrivals.filter((one) => span.queueIds.includes(one.arrivedQueueId ?? '') && isIn(one.arrivedOn)).length
  return { from, to, arrived: days.reduce((sum, day) => sum + day.arrivals.length, 0) - hidden, answered: figures.answered, onTime: figures.onTime }
}

async function thisWeekOf(db: Reader, act: Act, span: Span, all: readonly DayRow[], without: LeftOutThreads, open: OpenNow): Promise<ServiceLevels['thisWeek']> {
  const { messageThreads: h } = db.t
  const from = mondayOf(span.to)
  const week = weekOf(all, without, from, span)
  const flagged = span.queueIds.length === 0 ? 0 : await db.$count(h, and(
    inArray(h.queueId, span.queueIds), isNotNull(h.flaggedAt), gte(h.flaggedAt, startOfLocalDay(from, span.zone)), notHidden(db, { actorId: act.actor.id, at: act.at }),
  ))
  const now = openOf(open)
  return { from, arrived: week.arrived, answered: week.answered, waiting: now.waiting, flagged, flaggedOpen: now.flagged }
}

async function shownForecast(db: Reader, act: Act, forecasts: readonly QueueForecast[]): Promise<ServiceLevels['forecast']> {
  const { messageThreads: h } = db.t
  const ids = forecasts.flatMap(({ lateIds }) => lateIds)
  const due = ids.length === 0 ? [] : await db.select({ id: h.id, targetAt: h.targetAt, assigneeId: h.assigneeId }).from(h).where(inArray(h.id, ids.slice(0, 5_000)))
  const first = due.toSorted((a, b) => (a.targetAt ?? 0) - (b.targetAt ?? 0) || (a.id < b.id ? -1 : 1)).slice(0, NAMED)
  return {
    late: ids.length,
    queues: forecasts.map(({ queue, opensAt, closesAt, dueIds, lateIds, pace }) => ({
      queueId: queue.id, queueName: queue.name, opensAt: isoOrNull(opensAt), closesAt: isoOrNull(closesAt),
      due: dueIds.length, reached: dueIds.length - lateIds.length, late: lateIds.length, answersLastFour: pace.length, pace: pace.length / 4,
    })),
    assumption: assumptionOf(act.language), threads: await rowsOf(db, act, first.map(({ id }) => id)), nobody: due.filter(({ assigneeId }) => assigneeId === null).length,
  }
}

function notReadOf(db: Reader, act: Act, span: Span): Promise<number> {
  const { messageThreads: h } = db.t
  if (span.queueIds.length === 0) return Promise.resolve(0)
  return db.$count(h, and(isNotNull(h.notReadAt), lte(h.notReadAt, act.at), inArray(h.queueId, span.queueIds), notHidden(db, { actorId: act.actor.id, at: act.at })))
}

