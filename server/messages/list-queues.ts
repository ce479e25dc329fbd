import { and, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { nextOpeningAfter } from '#domain/business-time/office-day.ts'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { isClinicalQueue } from '#domain/messages/words.ts'
import { isoOrNull, type Instant } from '#domain/time.ts'
import { makePromises, type Promises } from '#db/messages/promise.ts'
import { routingOf } from '#db/messages/incoming.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { notHidden } from '#server/messages/hidden.ts'
import { queuesFor, visibleQueues, type QueueHere } from '#server/messages/queues.ts'
import { hiddenIds } from '#server/messages/search-threads.ts'

/** Queues with what waits in each: for those who may see its threads; names and people for everybody else. */
export async function listQueues(db: Reader, act: Act): Promise<Outcome<QueueLine[]>> {
  const all = await queuesFor(db, act.actor.id)
  const seen = new Set((await visibleQueues(db, act.actor)).map(({ id }) => id))
  const counts = await countsOf(db, act, [...seen])
  const members = await membersOf(db, all.map(({ id }) => id))
  const { sites, portals, staff } = db.t
  const siteNames = new Map((await db.select({ id: sites.id, name: sites.name }).from(sites)).map((row) => [row.id, row.name]))
  const portalNames = new Map((await db.select({ id: portals.id, name: portals.name }).from(portals)).map((row) => [row.id, row.name]))
  const leads = new Map((await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, all.map(({ leadId }) => leadId)))).map((row) => [row.id, row.name]))
  const defaultId = (await routingOf(db))?.routing.defaultQueueId ?? null
  const promises = await makePromises(db)
  const lines = []
  for (const queue of all) {
    const opensAt = await openingOf(db, promises, queue, act.at)
    lines.push({
      id: queue.id, version: queue.version, name: queue.name, kind: queue.kind, clinical: isClinicalQueue(queue.kind), siteId: queue.siteId,
      siteName: siteNames.get(queue.siteId ?? '') ?? null, portalId: queue.portalId, portalName: portalNames.get(queue.portalId ?? '') ?? null,
      lead: { id: queue.leadId, name: leads.get(queue.leadId) ?? queue.leadId }, emergencyQueueId: queue.emergencyQueueId, isMember: queue.isMember,
      isDefault: queue.id === defaultId, retired: false, counts: counts.get(queue.id) ?? nothing, opensAt: isoOrNull(opensAt),
      dueBeforeOpening: seen.has(queue.id) && opensAt !== null ? await dueBefore(db, act, queue.id, opensAt) : 0, members: members.get(queue.id) ?? [],
    })
  }
  return done(lines)
}

const nothing: QueueLine['counts'] = { unresolved: 0, mine: 0, unclaimed: 0, waiting: 0, flagged: 0, late: 0 }

async function countsOf(db: Reader, act: Act, queueIds: readonly string[]): Promise<Map<string, QueueLine['counts']>> {
  if (queueIds.length === 0) return new Map()
  const { messageCounts: c, messageThreads: h } = db.t
  const rows = await db.select({ queueId: c.queueId, state: c.state, assigneeId: c.assigneeId, flagged: c.flagged, n: c.n }).from(c)
    .where(and(inArray(c.queueId, [...queueIds]), inArray(c.state, ['open', 'waiting'])))
  const hidden = await hiddenIds(db, act)
  const less = hidden.length === 0 ? [] : await db.select().from(h).where(inArray(h.id, hidden))
  const counts = new Map(queueIds.map((id) => [id, { ...nothing }]))
  const add = (row: { queueId: string; state: string; assigneeId: string; flagged: number; n: number }): void => {
    const count = counts.get(row.queueId)
    if (!count || row.state === 'resolved') return
    count.unresolved += row.n
    if (row.assigneeId === act.actor.id) count.mine += row.n
    if (row.assigneeId === '') count.unclaimed += row.n
    if (row.state === 'waiting') count.waiting += row.n
    if (row.flagged === 1) count.flagged += row.n
  }
  for (const row of rows) add(row)
  for (const row of less) add({ ...row, assigneeId: row.assigneeId ?? '', flagged: row.flagged ? 1 : 0, n: -1 })
  const late = await db.select({ queueId: h.queueId, n: sql<number>`count(*)`.mapWith(Number) }).from(h)
    .where(and(isNotNull(h.bucket), lt(h.targetAt, act.at), inArray(h.queueId, [...queueIds]))).groupBy(h.queueId)
  for (const { queueId, n } of late) {
    const count = counts.get(queueId)
    if (count) count.late = n - less.filter((one) => one.queueId === queueId && one.bucket !== null && one.targetAt !== null && one.targetAt < act.at).length
  }
  return counts
}

async function membersOf(db: Reader, queueIds: readonly string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const { messageQueueMembers: m, staff } = db.t
  const rows = queueIds.length === 0 ? [] : await db.select({ queueId: m.queueId, id: staff.id, name: staff.name }).from(m).innerJoin(staff, eq(staff.id, m.staffId))
    .where(and(inArray(m.queueId, [...queueIds]), eq(staff.status, 'active'))).orderBy(staff.name)
  return new Map([...Map.groupBy(rows, ({ queueId }) => queueId)].map(([id, people]) => [id, people.map((one) => ({ id: one.id, name: one.name }))]))
}

/** When the office of a queue opens next: its site's, or its portal's; null for a queue of neither. */
export async function openingOf(db: Reader, promises: Promises, queue: Pick<QueueHere, 'siteId' | 'portalId'>, at: Instant): Promise<Instant | null> {
  const promised = await promises({ portalId: queue.portalId ?? await anyPortal(db), siteId: queue.siteId ?? '' }, at)
  return promised ? nextOpeningAfter(promised.calendar, at) : null
}

/** The portal whose hours stand for a queue that serves several. */
export async function anyPortal(db: Reader): Promise<string> {
  const { portals } = db.t
  const [row] = await db.select({ id: portals.id }).from(portals).orderBy(portals.position).limit(1)
  return row?.id ?? ''
}

async function dueBefore(db: Reader, { actor, at }: Act, queueId: string, opensAt: Instant): Promise<number> {
  const { messageThreads: h } = db.t
  return db.$count(h, and(eq(h.queueId, queueId), isNotNull(h.bucket), gte(h.targetAt, at), lt(h.targetAt, opensAt), notHidden(db, { actorId: actor.id, at })))
}
