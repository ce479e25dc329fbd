import { and, asc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { nextOpeningAfter, officeDay, type OfficeCalendar } from '#domain/business-time/office-day.ts'
import { forecastOf } from '#domain/messages/forecast.ts'
import { addDays, localDateOf, startOfLocalDay, type Instant } from '#domain/time.ts'
import { makePromises } from '#db/messages/promise.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { notHidden, type QueueHere } from '#server/messages/messages.ts'

/** Weeks back whose same weekday gives the pace. */
const WEEKS = 4
/** Threads ahead of and due before the next opening that are looked at in one queue; more are late at any pace that is known. */
const MOST = 20_000

/** An answer of one of those days, and when it would have been given today. */
export type PaceAnswer = { threadId: string; clockId: string; at: Instant; today: Instant; minutes: number | null; onTime: boolean | null }
export type QueueForecast = {
  queue: QueueHere; opensAt: Instant | null; closesAt: Instant | null; dueIds: string[]; lateIds: string[]; pace: PaceAnswer[]
}

const nothing = { dueIds: [], lateIds: [], pace: [] }

/** For each queue: what is open now and will be late before its office opens next (domain/messages/forecast.ts). */
export async function forecastsOf(db: Reader, act: Act, queues: readonly QueueHere[]): Promise<QueueForecast[]> {
  const promises = await makePromises(db)
  const { portals } = db.t
  const [first] = await db.select({ id: portals.id }).from(portals).orderBy(asc(portals.position)).limit(1)
  const forecasts = []
  for (const queue of queues) {
    const promised = await promises({ portalId: queue.portalId ?? first?.id ?? '', siteId: queue.siteId ?? '' }, act.at)
    forecasts.push(promised ? await forecastIn(db, act, queue, promised.calendar) : { queue, opensAt: null, closesAt: null, ...nothing })
  }
  return forecasts
}

async function forecastIn(db: Reader, act: Act, queue: QueueHere, calendar: OfficeCalendar): Promise<QueueForecast> {
  const { messageThreads: h } = db.t
  const { opensAt, closesAt } = officeAt(calendar, act.at)
  if (opensAt === null) return { queue, opensAt, closesAt, ...nothing }
  const open = await db.select({ id: h.id, targetAt: h.targetAt }).from(h)
    // The queue is only looked at in the index by target: led by the queue, everything that was ever resolved there would be read.
    .where(and(sql`(${h.queueId} || '') = ${queue.id}`, isNotNull(h.bucket), lt(h.targetAt, opensAt), notHidden(db, { actorId: act.actor.id, at: act.at }))).orderBy(asc(h.targetAt), asc(h.id)).limit(MOST)
  const pace = closesAt === null ? [] : await answersUntil(db, act, queue.id, { calendar, closesAt })
  const { lateIds, dueIds } = forecastOf(
    open.map(({ id, targetAt }) => ({ id, targetAt: targetAt ?? 0 })), { answersAt: pace.map(({ today: then }) => then), days: WEEKS }, act.at, opensAt,
  )
  return { queue, opensAt, closesAt, lateIds, dueIds, pace }
}

type Office = { from: Instant; before: Instant; opensAt: Instant | null; closesAt: Instant | null }
/** What was last reckoned of each calendar, and from when until when it holds: every queue of a dashboard asks. */
const offices = new WeakMap<OfficeCalendar, Office>()

/** When an office opens next, and when it closes today if it is still to close. */
function officeAt(calendar: OfficeCalendar, at: Instant): Office {
  const known = offices.get(calendar)
  if (known && at >= known.from && at < known.before) return known
  const opensAt = nextOpeningAfter(calendar, at)
  const today = localDateOf(at, calendar.zone)
  const day = officeDay(calendar, today)
  const closesAt = day.kind === 'open' && day.closesAt > at ? day.closesAt : null
  const before = Math.min(opensAt ?? Infinity, closesAt ?? Infinity, startOfLocalDay(addDays(today, 1), calendar.zone))
  const office = { from: at, before, opensAt, closesAt }
  offices.set(calendar, office)
  return office
}

/** Answers of the last four such weekdays between this time of day and closing, moved into today. */
async function answersUntil(db: Reader, act: Act, queueId: string, { calendar, closesAt }: { calendar: OfficeCalendar; closesAt: Instant }): Promise<PaceAnswer[]> {
  const { messageClocks: c, messageThreads: h } = db.t
  const { at } = act
  const today = localDateOf(at, calendar.zone)
  const midnight = startOfLocalDay(today, calendar.zone)
  const days = Array.from({ length: WEEKS }, (_, week) => addDays(today, -7 * (week + 1)))
  const shiftOf = new Map(days.map((on) => [on, midnight - startOfLocalDay(on, calendar.zone)]))
  const rows = await db.select({ threadId: c.threadId, clockId: c.id, on: c.answeredOn, at: c.answeredAt, minutes: c.minutes, onTime: c.onTime })
    .from(c).innerJoin(h, eq(h.id, c.threadId)).where(and(eq(c.queueId, queueId), inArray(c.answeredOn, days), notHidden(db, { actorId: act.actor.id, at })))
  return rows.map(({ on, ...row }) => ({ ...row, at: row.at ?? 0, today: (row.at ?? 0) + (shiftOf.get(on ?? '') ?? 0) })).filter((row) => row.today > at && row.today <= closesAt)
}
