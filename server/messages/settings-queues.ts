import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { queueBody } from '#domain/contracts/message-settings.ts'
import { canAnswerIn } from '#domain/messages/thread-policy.ts'
import { isClinicalQueue } from '#domain/messages/words.ts'
import type { Role } from '#domain/roles.ts'
import { routingOf } from '#db/messages/incoming.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { reckonQueue } from '#server/messages/reckon.ts'

type Body = z.infer<typeof queueBody>
type Changed = { id: string; version: number }

/** A new queue with the people who work in it. */
export async function createQueue(w: Writer, act: Act, body: Body): Promise<Outcome<Changed>> {
  const no = await whyNot(w, body, null)
  if (no) return no
  const { messageQueues: q } = w.t
  const id = act.app.random.id()
  const { memberIds, ...columns } = body
  await w.insert(q).values({ id, ...columns, createdAt: act.at, position: await w.$count(q) })
  await setMembers(w, id, memberIds)
  return changed(w, act, { id, version: 1 }, 'created', memberIds.length)
}

/** Name, kind, lead and people of a queue. Whoever leaves it gives back what they hold there. */
export async function changeQueue(w: Writer, act: Act, id: string, body: Body): Promise<Outcome<Changed>> {
  const before = await inUse(w, act, id)
  if ('refused' in before) return before
  const no = await whyNot(w, body, id)
  if (no) return no
  const { memberIds, ...columns } = body
  const version = await update(w, before, columns)
  if (version === null) return refuse('VERSION_STALE')
  await setMembers(w, id, memberIds)
  await reckonQueue(w, id)
  return changed(w, act, { id, version }, 'changed', memberIds.length)
}

/** Closes a queue in which nothing waits and to which no rule sends anything. */
export async function retireQueue(w: Writer, act: Act, id: string): Promise<Outcome<Changed>> {
  const before = await inUse(w, act, id)
  if ('refused' in before) return before
  const { messageThreads: h, messageQueues: q } = w.t
  const routing = (await routingOf(w))?.routing
  const isAimedAt = routing?.defaultQueueId === id || routing?.rules.some((rule) => rule.queueId === id)
  const isEmergency = await w.$count(q, and(eq(q.emergencyQueueId, id), isNull(q.retiredAt))) > 0
  if (isAimedAt || isEmergency || await w.$count(h, and(eq(h.queueId, id), ne(h.state, 'resolved'))) > 0) return refuse('QUEUE_IN_USE')
  const version = await update(w, before, { retiredAt: act.at })
  return version === null ? refuse('VERSION_STALE') : changed(w, act, { id, version }, 'retired', 0)
}

async function whyNot(w: Writer, body: Body, id: string | null): Promise<ReturnType<typeof refuse> | null> {
  const { messageQueues: q, sites, portals } = w.t
  const isTaken = await w.$count(q, and(eq(q.name, body.name), isNull(q.retiredAt), id === null ? undefined : ne(q.id, id))) > 0
  if (isTaken) return refuse('QUEUE_NAME_TAKEN')
  if (body.siteId !== null && await w.$count(sites, eq(sites.id, body.siteId)) === 0) return refuse('NOT_FOUND')
  if (body.portalId !== null && await w.$count(portals, eq(portals.id, body.portalId)) === 0) return refuse('NOT_FOUND')
  if (!body.memberIds.includes(body.leadId) || !await canLead(w, body)) return refuse('QUEUE_LEAD_NOT_FIT')
  if (await unknownStaff(w, body.memberIds)) return refuse('NOT_FOUND')
  if (body.emergencyQueueId === null) return null
  const [target] = await w.select().from(q).where(and(eq(q.id, body.emergencyQueueId), isNull(q.retiredAt)))
  return target && isClinicalQueue(target.kind as Body['kind']) ? null : refuse('QUEUE_NOT_CLINICAL')
}

/** The lead is there and answers such threads, so that a queue never belongs to nobody. */
async function canLead(db: Reader, { leadId, kind }: Body): Promise<boolean> {
  const { staff, staffRoles } = db.t
  const [lead] = await db.select({ status: staff.status }).from(staff).where(eq(staff.id, leadId))
  const roles = await db.select({ role: staffRoles.role }).from(staffRoles).where(eq(staffRoles.staffId, leadId))
  return lead?.status === 'active' && canAnswerIn({ id: leadId, roles: roles.map(({ role }) => role as Role) }, { kind, isMember: true }).allowed
}

async function unknownStaff(db: Reader, ids: readonly string[]): Promise<boolean> {
  const { staff } = db.t
  return await db.$count(staff, inArray(staff.id, [...ids])) < new Set(ids).size
}

async function inUse(w: Writer, act: Act, id: string): Promise<RowOf<'messageQueues'> | ReturnType<typeof refuse>> {
  const { messageQueues: q } = w.t
  const [row] = await w.select().from(q).where(and(eq(q.id, id), isNull(q.retiredAt)))
  if (!row) return refuse('NOT_FOUND')
  return row.version === act.version ? row : refuse('VERSION_STALE', { current: { id, version: row.version } })
}

async function update(w: Writer, before: RowOf<'messageQueues'>, values: Partial<RowOf<'messageQueues'>>): Promise<number | null> {
  const { messageQueues: q } = w.t
  const rows = await w.update(q).set({ ...values, version: before.version + 1 }).where(and(eq(q.id, before.id), eq(q.version, before.version))).returning({ version: q.version })
  return rows[0]?.version ?? null
}

async function setMembers(w: Writer, queueId: string, staffIds: readonly string[]): Promise<void> {
  const { messageQueueMembers: m } = w.t
  await w.delete(m).where(eq(m.queueId, queueId))
  await w.insert(m).values([...new Set(staffIds)].map((staffId) => ({ queueId, staffId })))
}

async function changed(w: Writer, act: Act, now: Changed, change: 'created' | 'changed' | 'retired', members: number): Promise<Outcome<Changed>> {
  await record(w, act, { event: 'queue.changed', objectId: now.id, detail: { change, members } })
  w.announce('message-queues', now.id)
  return done(now, now.version)
}

