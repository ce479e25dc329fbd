import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { bandAt, hourOf, RANK } from '#domain/messages/thread-clock.ts'
import { ageBands, type AgeBand } from '#domain/messages/words.ts'
import type { Instant } from '#domain/time.ts'
import type { Thread } from '#db/messages/threads.ts'
import { hot, type Reader } from '#db/store.ts'

export type Bands = Record<AgeBand, number>
export type QueueOpen = { total: number; unclaimed: number; waiting: number; flagged: number; bands: Bands }
/** What is open in each queue, by band, and per person; exact at the instant. */
export type OpenNow = { queues: Map<string, QueueOpen>; people: Map<string, { open: number; late: number }> }

const noBands = (): Bands => Object.fromEntries(ageBands.map((band) => [band, 0])) as Bands

/** Buckets of one queue, less those of which one instant falls into the hour that is running. */
const bucketRows = hot<{ queueId: string; pastLimit: number; late: number; warned: number; overHalf: number; underHalf: number }[]>('dashboard_buckets', (db, t) => {
  const b = t.messageBuckets
  const hour = sql.placeholder('hour')
  const isPast = (column: typeof b.limitHour) => sql`(${column} >= 0 and ${column} < ${hour})`
  const sumIf = (condition: ReturnType<typeof sql>, name: string) => sql<number>`coalesce(sum(case when ${condition} then ${b.n} else 0 end), 0)`.mapWith(Number).as(name)
  const [limit, target, warn, half] = [isPast(b.limitHour), isPast(b.targetHour), isPast(b.warnHour), isPast(b.halfHour)]
  return db.select({
    queueId: b.queueId, pastLimit: sumIf(sql`${limit}`, 'past_limit'), late: sumIf(sql`${target} and not ${limit}`, 'late'),
    warned: sumIf(sql`${warn} and not ${target} and not ${limit}`, 'warned'), overHalf: sumIf(sql`${half} and not ${warn} and not ${target} and not ${limit}`, 'over_half'),
    underHalf: sumIf(sql`not ${half} and not ${warn} and not ${target} and not ${limit}`, 'under_half'),
  }).from(b).where(and(gt(b.n, 0), sql`${b.halfHour} <> ${hour} and ${b.warnHour} <> ${hour} and ${b.targetHour} <> ${hour} and ${b.limitHour} <> ${hour}`)).groupBy(b.queueId)
})

/** Threads of the buckets in which something changes within this hour: looked at one by one. */
const edgeRows = hot<Pick<Thread, 'id' | 'queueId' | 'assigneeId' | 'answeredAt' | 'pausedAt' | 'halfAt' | 'warnAt' | 'targetAt' | 'limitAt'>[]>('dashboard_edges', (db, t) => {
  const { messageBuckets: b, messageThreads: h } = t
  const hour = sql.placeholder('hour')
  return db.select({
    id: h.id, queueId: h.queueId, assigneeId: h.assigneeId, answeredAt: h.answeredAt, pausedAt: h.pausedAt, halfAt: h.halfAt, warnAt: h.warnAt, targetAt: h.targetAt, limitAt: h.limitAt,
  }).from(b).innerJoin(h, eq(h.bucket, b.bucket))
    .where(and(gt(b.n, 0), isNotNull(h.bucket), or(eq(b.halfHour, hour), eq(b.warnHour, hour), eq(b.targetHour, hour), eq(b.limitHour, hour))))
})

const personHours = hot<{ assigneeId: string; late: number }[]>('dashboard_person_hours', (db, t) => {
  const p = t.messagePersonHours
  return db.select({ assigneeId: p.assigneeId, late: sql<number>`coalesce(sum(${p.n}), 0)`.mapWith(Number).as('late') }).from(p)
    .where(and(sql`${p.targetHour} >= 0 and ${p.targetHour} < ${sql.placeholder('hour')}`, inArray(p.queueId, sql`(select key from json_each(${sql.placeholder('queues')}))`))).groupBy(p.assigneeId)
})

/** Everything open in these queues at an instant, from the kept counts, without the threads that the reader may not know of. */
export async function openNow(db: Reader, queueIds: readonly string[], at: Instant, without: readonly Thread[]): Promise<OpenNow> {
  const { messageCounts: c } = db.t
  const queues = new Map(queueIds.map((id): [string, QueueOpen] => [id, { total: 0, unclaimed: 0, waiting: 0, flagged: 0, bands: noBands() }]))
  const people = new Map<string, { open: number; late: number }>()
  const person = (id: string): { open: number; late: number } => {
    const known = people.get(id) ?? { open: 0, late: 0 }
    people.set(id, known)
    return known
  }
  const hour = hourOf(at)
  const counts = queueIds.length === 0 ? [] : await db.select().from(c).where(and(inArray(c.queueId, [...queueIds]), inArray(c.state, ['open', 'waiting']), sql`${c.n} <> 0`))
  for (const row of counts) {
    const queue = queues.get(row.queueId)
    if (!queue) continue
    queue.total += row.n
    if (row.assigneeId === '') queue.unclaimed += row.n
    else person(row.assigneeId).open += row.n
    if (row.state === 'waiting') queue.waiting += row.n
    if (row.flagged === 1) queue.flagged += row.n
  }
  for (const row of await db.hot(bucketRows, { hour })) {
    const bands = queues.get(row.queueId)?.bands
    if (!bands) continue
    bands['past-limit'] += row.pastLimit
    bands.late += row.late
    bands.warned += row.warned
    bands['over-half'] += row.overHalf
    bands['under-half'] += row.underHalf
  }
  const edges = await db.hot(edgeRows, { hour })
  for (const thread of edges) {
    const bands = queues.get(thread.queueId)?.bands
    if (bands) bands[bandAt(thread, at)]++
  }
  await addLate(db, queues, { queueIds, hour, at, edges, person })
  await addStanding(db, queues, { queueIds, counts })
  for (const thread of without) takeOut(queues, thread, at, person)
  return { queues, people }
}

type Late = {
  queueIds: readonly string[]; hour: number; at: Instant; edges: readonly Pick<Thread, 'queueId' | 'assigneeId' | 'targetAt'>[]; person: (id: string) => { late: number }
}

async function addLate(db: Reader, queues: Map<string, QueueOpen>, { queueIds, hour, at, edges, person }: Late): Promise<void> {
  const names = `{${queueIds.map((id) => `${JSON.stringify(id)}:0`).join(',')}}`
  for (const row of await db.hot(personHours, { hour, queues: names })) person(row.assigneeId).late += row.late
  for (const { queueId, assigneeId, targetAt } of edges) {
    if (assigneeId !== null && queues.has(queueId) && targetAt !== null && hourOf(targetAt) === hour && targetAt < at) person(assigneeId).late++
  }
}

/** What is open and does not run: answered and not closed, by its rank or flagged; the rest stands still. */
async function addStanding(db: Reader, queues: Map<string, QueueOpen>, { queueIds, counts }: { queueIds: readonly string[]; counts: readonly { queueId: string; rank: number; n: number }[] }): Promise<void> {
  const { messageThreads: h } = db.t
  if (queueIds.length === 0) return
  for (const { queueId, rank, n } of counts) {
    const bands = queues.get(queueId)?.bands
    if (bands && rank === RANK.answered) bands.answered += n
  }
  const flagged = await db.select({ queueId: h.queueId, answeredAt: h.answeredAt }).from(h)
    .where(and(inArray(h.queueId, [...queueIds]), sql`${h.state} <> 'resolved'`, eq(h.rank, RANK.flagged)))
  for (const { queueId, answeredAt } of flagged) {
    const bands = queues.get(queueId)?.bands
    if (bands && answeredAt !== null) bands.answered++
  }
  for (const queue of queues.values()) queue.bands.paused = queue.total - Object.values(queue.bands).reduce((sum, n) => sum + n, 0)
}

function takeOut(queues: Map<string, QueueOpen>, thread: Thread, at: Instant, person: (id: string) => { open: number; late: number }): void {
  const queue = queues.get(thread.queueId)
  if (!queue || thread.state === 'resolved') return
  queue.total--
  queue.bands[bandAt(thread, at)]--
  if (thread.assigneeId === null) queue.unclaimed--
  else {
    const one = person(thread.assigneeId)
    one.open--
    if (thread.bucket !== null && thread.targetAt !== null && thread.targetAt < at) one.late--
  }
  if (thread.state === 'waiting') queue.waiting--
  if (thread.flagged) queue.flagged--
}
