import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { AuditFact } from '#domain/audit-events.ts'
import type { ThreadSearch, ThreadSearchAnswer } from '#domain/contracts/messages.ts'
import { isoOf } from '#domain/time.ts'
import { hot, type Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { conditionsOf, countConditions, isCounted, type ThreadFilter } from '#server/messages/filter.ts'
import { hiddenThreads, notHidden } from '#server/messages/hidden.ts'
import { visibleQueues } from '#server/messages/queues.ts'
import { rowsOf } from '#server/messages/rows.ts'

/** A thread's place in the order of the list. */
export type Place = { id: string; rank: number; orderAt: number }

/** One page of the worklist in due order, with the exact number of all that fit. */
export async function searchThreads(db: Reader, act: Act, { body }: { body: ThreadSearch }): Promise<Outcome<ThreadSearchAnswer>> {
  const queues = await visibleQueues(db, act.actor)
  const wanted = body.queueId === undefined ? queues : queues.filter(({ id }) => id === body.queueId)
  if (body.queueId !== undefined && wanted.length === 0) return refuse('NOT_FOUND')
  const filter: ThreadFilter = { ...body, assigneeId: body.assignee === undefined ? null : body.assignee === 'me' ? act.actor.id : body.assignee }
  const after = body.after === undefined ? null : placeOf(body.after)
  if (body.after !== undefined && !after) return refuse('FIELDS_NOT_ACCEPTED', { fields: { after: 'the `next` of the page before' } })
  const queueIds = wanted.map(({ id }) => id)
  const places = await pageOf(db, act, filter, queueIds, { after, offset: body.offset ?? 0, limit: body.limit + 1 })
  const shown = places.slice(0, body.limit)
  const last = shown.at(-1)
  return done({
    at: isoOf(act.at), rows: await rowsOf(db, act, shown.map(({ id }) => id)), total: await totalOf(db, act, filter, queueIds),
    next: places.length > body.limit && last ? cursorOf(last) : null,
  })
}

/** One list is one event, with the threads that it showed (AD-01). */
export function auditOfSearch(answer: ThreadSearchAnswer, { body }: { body: ThreadSearch }): AuditFact {
  return { event: 'message.listed', objectId: body.queueId ?? null, detail: { hits: answer.rows.length, ids: answer.rows.map(({ id }) => id), queueId: body.queueId ?? null } }
}

type Window = { after: Place | null; offset: number; limit: number }

/** Places of a page. Several queues are read one by one, each by its index, and put in one order. */
export async function pageOf(db: Reader, act: Act, filter: ThreadFilter, queueIds: readonly string[], window: Window): Promise<Place[]> {
  const isNewestFirst = filter.state === 'resolved'
  if (queueIds.length === 1 && isPlain(filter)) return plainPage(db, act, queueIds[0] ?? '', window)
  const perQueue = { ...window, offset: queueIds.length === 1 ? window.offset : 0, limit: queueIds.length === 1 ? window.limit : window.offset + window.limit }
  const lists = []
  for (const queueId of queueIds) lists.push(await queuePage(db, act, filter, queueId, perQueue))
  if (lists.length === 1) return lists[0] ?? []
  const sign = isNewestFirst ? -1 : 1
  return lists.flat().toSorted((a, b) => sign * (a.rank - b.rank || a.orderAt - b.orderAt || (a.id < b.id ? -1 : 1))).slice(window.offset, window.offset + window.limit)
}

async function queuePage(db: Reader, act: Act, filter: ThreadFilter, queueId: string, { after, offset, limit }: Window): Promise<Place[]> {
  const { messageThreads: h } = db.t
  const isNewestFirst = filter.state === 'resolved'
  const direction = isNewestFirst ? desc : asc
  const beyond: SQL | undefined = after
    ? isNewestFirst
      ? sql`(${h.rank}, ${h.orderAt}, ${h.id}) < (${after.rank}, ${after.orderAt}, ${after.id})`
      : sql`(${h.rank}, ${h.orderAt}, ${h.id}) > (${after.rank}, ${after.orderAt}, ${after.id})`
    : undefined
  return db.select({ id: h.id, rank: h.rank, orderAt: h.orderAt }).from(h)
    .where(and(eq(h.queueId, queueId), ...conditionsOf(db, filter, act.at), notHidden(db, { actorId: act.actor.id, at: act.at }), beyond))
    .orderBy(direction(h.rank), direction(h.orderAt), direction(h.id)).limit(limit).offset(offset)
}

/** Whether it is the usual list: everything unresolved in one queue. */
function isPlain(filter: ThreadFilter): boolean {
  return filter.state === 'unresolved' && filter.assigneeId === null && isCounted(filter)
    && filter.portalId === undefined && filter.siteId === undefined && filter.flagged === undefined
}

const plainRows = hot<Place[]>('message_worklist_page', (db, t) => {
  const { messageThreads: h } = t
  const given = sql.placeholder
  return db.select({ id: h.id, rank: h.rank, orderAt: h.orderAt }).from(h).where(and(
    eq(h.queueId, given('queueId')), sql`${h.state} <> 'resolved'`,
    sql`(${h.rank}, ${h.orderAt}, ${h.id}) > (${given('rank')}, ${given('orderAt')}, ${given('id')})`,
    notHidden({ t, select: db.select.bind(db) }, { actorId: given('actorId'), at: given('at') }),
  )).orderBy(asc(h.rank), asc(h.orderAt), asc(h.id)).limit(given('limit')).offset(given('offset'))
})

function plainPage(db: Reader, act: Act, queueId: string, { after, offset, limit }: Window): Promise<Place[]> {
  const from = after ?? { rank: -1, orderAt: 0, id: '' }
  return db.hot(plainRows, { queueId, ...from, actorId: act.actor.id, at: act.at, limit, offset })
}

const countedRows = hot<{ n: number }[]>('message_counts_of_queue', (db, t) => {
  const c = t.messageCounts
  return db.select({ n: sql<number>`coalesce(sum(${c.n}), 0)`.mapWith(Number).as('n') }).from(c)
    .where(and(eq(c.queueId, sql.placeholder('queueId')), inArray(c.state, ['open', 'waiting'])))
})

const hiddenRows = hot<{ id: string }[]>('message_hidden_threads', (db, t) =>
  hiddenThreads({ t, select: db.select.bind(db) }, { actorId: sql.placeholder('actorId'), at: sql.placeholder('at') }))

/** How many threads fit, exactly: from the kept counts less what this person may not know of, or counted by an index. */
export async function totalOf(db: Reader, act: Act, filter: ThreadFilter, queueIds: readonly string[]): Promise<number> {
  const { messageThreads: h, messageCounts: c } = db.t
  if (queueIds.length === 0) return 0
  const inQueues = inArray(h.queueId, [...queueIds])
  if (!isCounted(filter)) {
    return db.$count(h, and(inQueues, ...conditionsOf(db, filter, act.at), notHidden(db, { actorId: act.actor.id, at: act.at })))
  }
  const counted = queueIds.length === 1 && isPlain(filter)
    ? await db.hot(countedRows, { queueId: queueIds[0] })
    : await db.select({ n: sql<number>`coalesce(sum(${c.n}), 0)`.mapWith(Number) }).from(c).where(countConditions(db, filter, queueIds))
  const hidden = (await db.hot(hiddenRows, { actorId: act.actor.id, at: act.at })).map(({ id }) => id)
  const less = hidden.length === 0 ? 0 : await db.$count(h, and(inQueues, inArray(h.id, hidden), ...conditionsOf(db, filter, act.at)))
  return (counted[0]?.n ?? 0) - less
}

/** Ids of what leaves no trace for this person. */
export async function hiddenIds(db: Reader, act: Act): Promise<string[]> {
  return (await db.hot(hiddenRows, { actorId: act.actor.id, at: act.at })).map(({ id }) => id)
}

function cursorOf({ rank, orderAt, id }: Place): string {
  return Buffer.from(JSON.stringify([rank, orderAt, id])).toString('base64url')
}

/** The place that a cursor stands for, or null for what is none of ours. */
function placeOf(cursor: string): Place | null {
  try {
    const [rank, orderAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    return typeof rank === 'number' && typeof orderAt === 'number' && typeof id === 'string' ? { rank, orderAt, id } : null
  } catch {
    return null
  }
}
