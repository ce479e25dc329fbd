import { and, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { hourLetter, minutesText } from '#domain/messages/minutes.ts'
import type { PlainDate } from '#domain/time.ts'
import { partsOf } from '#db/messages/tallies.ts'
import type { Reader, Writer } from '#db/store.ts'

const count = () => sql<number>`count(*)`.mapWith(Number)

/** Puts the counts of one queue's threads right where they are not the sum of its threads; how many were not. */
export async function recountThreads(w: Writer, queueId: string): Promise<number> {
  const { messageThreads: h, messageCounts: c, messageBuckets: b, messagePersonHours: p } = w.t
  const assignee = sql<string>`coalesce(${h.assigneeId}, '')`
  const flagged = sql<number>`case when ${h.flagged} then 1 else 0 end`.mapWith(Number)
  const sums = await w.select({ portalId: h.portalId, siteId: h.siteId, state: h.state, assigneeId: assignee, flagged, rank: h.rank, n: count() }).from(h)
    .where(eq(h.queueId, queueId)).groupBy(h.portalId, h.siteId, h.state, assignee, flagged, h.rank)
  const kept = await w.select().from(c).where(eq(c.queueId, queueId))
  const keyOf = (row: Omit<(typeof sums)[number], 'n'>) => JSON.stringify([row.portalId, row.siteId, row.state, row.assigneeId, row.flagged, row.rank])
  let wrong = await settled<(typeof sums)[number]>(kept, sums, keyOf, async (row, n) => {
    const same = and(eq(c.queueId, queueId), eq(c.portalId, row.portalId), eq(c.siteId, row.siteId), eq(c.state, row.state), eq(c.assigneeId, row.assigneeId), eq(c.flagged, row.flagged), eq(c.rank, row.rank))
    await w.delete(c).where(same)
    if (n !== 0) await w.insert(c).values({ queueId, portalId: row.portalId, siteId: row.siteId, state: row.state, assigneeId: row.assigneeId, flagged: row.flagged, rank: row.rank, n })
  })
  const buckets = await w.select({ bucket: h.bucket, n: count() }).from(h).where(and(eq(h.queueId, queueId), isNotNull(h.bucket))).groupBy(h.bucket)
  wrong += await settled<(typeof buckets)[number]>(await w.select().from(b).where(eq(b.queueId, queueId)), buckets, ({ bucket }) => bucket ?? '', async ({ bucket }, n) => {
    await w.delete(b).where(eq(b.bucket, bucket ?? ''))
    if (n !== 0) await w.insert(b).values({ ...partsOf(bucket ?? ''), bucket: bucket ?? '', n })
  })
  const hour = sql<number>`floor(${h.targetAt} / 3600000)`.mapWith(Number)
  const hours = await w.select({ assigneeId: assignee, targetHour: sql<number>`coalesce(${hour}, -1)`.mapWith(Number), n: count() }).from(h)
    .where(and(eq(h.queueId, queueId), isNotNull(h.bucket), isNotNull(h.assigneeId))).groupBy(assignee, sql`coalesce(${hour}, -1)`)
  wrong += await settled<(typeof hours)[number]>(await w.select().from(p).where(eq(p.queueId, queueId)), hours, (row) => `${row.assigneeId} ${row.targetHour}`, async ({ assigneeId, targetHour }, n) => {
    await w.delete(p).where(and(eq(p.queueId, queueId), eq(p.assigneeId, assigneeId), eq(p.targetHour, targetHour)))
    if (n !== 0) await w.insert(p).values({ queueId, assigneeId, targetHour, n })
  })
  return wrong
}

/** What is kept beside what is so: `put` is told of each that differs and what it is to be; how many did. */
type Counted = { n: number }
async function settled<Row extends Counted>(kept: readonly Row[], sums: readonly Row[], keyOf: (row: Row) => string, put: (row: Row, n: number) => Promise<void>): Promise<number> {
  const should = new Map(sums.map((row): [string, Row] => [keyOf(row), row]))
  const all = new Map(kept.map((row) => [keyOf(row), row]))
  let wrong = 0
  for (const [key, row] of all) {
    const n = should.get(key)?.n ?? 0
    if (row.n === n) continue
    wrong++
    await put(row, n)
  }
  for (const [key, row] of should) {
    if (all.has(key)) continue
    wrong++
    await put(row, row.n)
  }
  return wrong
}

/** Puts the days of one queue right, both ends included, where they are not those of its messages and answers; how many were not. */
export async function recountDays(w: Writer, queueId: string, from: PlainDate, to: PlainDate): Promise<number> {
  const { messageDays: d } = w.t
  const kept = new Map((await w.select().from(d).where(and(eq(d.queueId, queueId), gte(d.dayOn, from), lte(d.dayOn, to)))).map((row) => [row.dayOn, row]))
  const so = await daysAsTheyAre(w, queueId, from, to)
  let wrong = 0
  for (const dayOn of new Set([...kept.keys(), ...so.keys()])) {
    const [now, then] = [kept.get(dayOn) ?? nothing, so.get(dayOn) ?? nothing]
    const minutes = inOrder(then.minutes)
    if (inOrder(now.arrivals, 1) === inOrder(then.arrivals, 1) && leftOf(now) === minutes && numbers.every((field) => now[field] === then[field])) continue
    wrong++
    await w.delete(d).where(and(eq(d.queueId, queueId), eq(d.dayOn, dayOn)))
    if (then !== nothing) await w.insert(d).values({ ...then, queueId, dayOn, minutes })
  }
  return wrong
}

/** The same of the days of people. */
export async function recountPersonDays(w: Writer, from: PlainDate, to: PlainDate): Promise<number> {
  const { messagePersonDays: d, messageClocks: c } = w.t
  const keyOf = (row: { staffId: string; siteId: string; dayOn: string }) => JSON.stringify([row.staffId, row.siteId, row.dayOn])
  const kept = new Map((await w.select().from(d).where(and(gte(d.dayOn, from), lte(d.dayOn, to)))).map((row) => [keyOf(row), row]))
  const answered = await w.select({ staffId: c.answeredBy, siteId: c.siteId, dayOn: c.answeredOn, minutes: c.minutes, onTime: c.onTime, withinLimit: c.withinLimit }).from(c)
    .where(and(gte(c.answeredOn, from), lte(c.answeredOn, to), isNotNull(c.answeredBy)))
  const so = new Map<string, { staffId: string; siteId: string; dayOn: string; minutes: string; taken: string; onTime: number; withinLimit: number }>()
  for (const { staffId, siteId, dayOn, minutes, onTime, withinLimit } of answered) {
    const of = { staffId: staffId ?? '', siteId, dayOn: dayOn ?? '' }
    const one = so.get(keyOf(of)) ?? { ...of, minutes: '', taken: '', onTime: 0, withinLimit: 0 }
    so.set(keyOf(of), { ...one, minutes: one.minutes + minutesText(minutes ?? 0), onTime: one.onTime + (onTime ? 1 : 0), withinLimit: one.withinLimit + (withinLimit ? 1 : 0) })
  }
  let wrong = 0
  for (const key of new Set([...kept.keys(), ...so.keys()])) {
    const [now, then] = [kept.get(key), so.get(key)]
    const minutes = inOrder(then?.minutes ?? '')
    if ((now ? leftOf(now) : '') === minutes && (now?.onTime ?? 0) === (then?.onTime ?? 0) && (now?.withinLimit ?? 0) === (then?.withinLimit ?? 0)) continue
    wrong++
    const [staffId, siteId, dayOn] = JSON.parse(key) as [string, string, string]
    await w.delete(d).where(and(eq(d.staffId, staffId), eq(d.siteId, siteId), eq(d.dayOn, dayOn)))
    if (then) await w.insert(d).values({ ...then, minutes })
  }
  return wrong
}

const nothing = { arrivals: '', minutes: '', taken: '', onTime: 0, withinLimit: 0, byReply: 0, byCall: 0, byResolve: 0 }
const numbers = ['onTime', 'withinLimit', 'byReply', 'byCall', 'byResolve'] as const
type Day = typeof nothing

async function daysAsTheyAre(db: Reader, queueId: string, from: PlainDate, to: PlainDate): Promise<Map<PlainDate, Day>> {
  const { messageEntries: e, messageClocks: c } = db.t
  const days = new Map<PlainDate, Day>()
  const day = (on: PlainDate): Day => {
    const known = days.get(on) ?? { ...nothing }
    days.set(on, known)
    return known
  }
  const arrived = await db.select({ on: e.arrivedOn, hour: e.arrivedHour, n: count() }).from(e)
    .where(and(eq(e.arrivedQueueId, queueId), isNotNull(e.arrivedOn), gte(e.arrivedOn, from), lte(e.arrivedOn, to))).groupBy(e.arrivedOn, e.arrivedHour)
  for (const { on, hour, n } of arrived) day(on ?? '').arrivals += hourLetter(hour ?? 0).repeat(n)
  const answered = await db.select({ on: c.answeredOn, minutes: c.minutes, onTime: c.onTime, withinLimit: c.withinLimit, how: c.answeredHow }).from(c)
    .where(and(eq(c.queueId, queueId), gte(c.answeredOn, from), lte(c.answeredOn, to), inArray(c.answeredHow, ['reply', 'call', 'resolve'])))
  for (const row of answered) {
    const one = day(row.on ?? '')
    one.minutes += minutesText(row.minutes ?? 0)
    one.onTime += row.onTime ? 1 : 0
    one.withinLimit += row.withinLimit ? 1 : 0
    if (row.how === 'reply') one.byReply++
    else if (row.how === 'call') one.byCall++
    else one.byResolve++
  }
  return days
}

/** The durations that are left of a day once the taken ones are out, in order. */
function leftOf({ minutes, taken }: Pick<Day, 'minutes' | 'taken'>): string {
  const left = partsIn(minutes)
  for (const part of partsIn(taken)) {
    const at = left.indexOf(part)
    if (at < 0) return '?'
    left.splice(at, 1)
  }
  return left.toSorted().join('')
}

function inOrder(text: string, size = 4): string {
  return partsIn(text, size).toSorted().join('')
}

function partsIn(text: string, size = 4): string[] {
  return Array.from({ length: text.length / size }, (_, at) => text.slice(at * size, (at + 1) * size))
}
