import { desc, eq, inArray, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { routingAnswer, routingBody, RoutingRule, triedRouting, tryRoutingBody } from '#domain/contracts/message-settings.ts'
import { routeOf } from '#domain/messages/routing.ts'
import { isoOrNull } from '#domain/time.ts'
import { routingOf } from '#db/messages/incoming.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'

type Routing = z.infer<typeof routingAnswer>

/** The ordered rules that send messages to queues, as they hold now. */
export async function readRouting(db: Reader): Promise<Outcome<Routing>> {
  const { messageRoutings: r, messageQueues: q, staff } = db.t
  const [row] = await db.select({ routing: r, by: staff.name }).from(r).leftJoin(staff, eq(staff.id, r.changedBy)).orderBy(desc(r.version)).limit(1)
  const queues = await db.select({ id: q.id, name: q.name }).from(q).where(isNull(q.retiredAt)).orderBy(q.position, q.name)
  const version = row?.routing.version ?? 0
  return done({
    version, rules: row ? JSON.parse(row.routing.rules) as RoutingRule[] : [], defaultQueueId: row?.routing.defaultQueueId ?? null,
    changedBy: row?.by ?? null, changedAt: isoOrNull(row?.routing.changedAt ?? null), queues,
  }, version)
}

/** New rules for messages to come; threads stay where they are. The default is a queue that is open, never nobody. */
export async function changeRouting(w: Writer, act: Act, body: z.infer<typeof routingBody>): Promise<Outcome<Routing>> {
  const now = await readRouting(w)
  if (!('done' in now)) return now
  if (now.done.version !== act.version) return refuse('VERSION_STALE', { current: now.done })
  const known = new Set(now.done.queues.map(({ id }) => id))
  const unknown = [...body.rules.map(({ queueId }) => queueId), body.defaultQueueId].some((id) => !known.has(id))
  if (unknown || await namesUnknown(w, body.rules)) return refuse('NOT_FOUND')
  const version = now.done.version + 1
  await w.insert(w.t.messageRoutings).values({ version, rules: JSON.stringify(body.rules), defaultQueueId: body.defaultQueueId, changedBy: act.actor.id, changedAt: act.at })
  await record(w, act, { event: 'routing.changed', detail: { version, rules: body.rules.length } })
  w.announce('message-routing', String(version))
  return readRouting(w)
}

async function namesUnknown(db: Reader, rules: readonly RoutingRule[]): Promise<boolean> {
  const { sites, portals } = db.t
  const siteIds = [...new Set(rules.flatMap((rule) => rule.siteId ?? []))]
  const portalIds = [...new Set(rules.flatMap((rule) => rule.portalId ?? []))]
  return (siteIds.length > 0 && await db.$count(sites, inArray(sites.id, siteIds)) < siteIds.length)
    || (portalIds.length > 0 && await db.$count(portals, inArray(portals.id, portalIds)) < portalIds.length)
}

/** Where such a message would go now, and by which rule. */
export async function tryRouting(db: Reader, body: z.infer<typeof tryRoutingBody>): Promise<Outcome<z.infer<typeof triedRouting>>> {
  const rules = await routingOf(db)
  if (!rules) return refuse('MESSAGE_NO_QUEUE')
  const route = routeOf(rules.routing, body)
  return done({ ...route, queueName: rules.queues.get(route.queueId)?.name ?? '' })
}
