import { eq } from 'drizzle-orm'
import type { ServiceLevelsAsk } from '#domain/contracts/service-levels.ts'
import { addDays, localDateOf, type PlainDate, type TimeZone } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { visibleQueues, type QueueHere } from '#server/messages/messages.ts'

/** What a dashboard looks at: queues that the reader may see, local days of the site (or practice), both ends included. */
export type Span = { queues: QueueHere[]; queueIds: string[]; siteId: string | null; zone: TimeZone; from: PlainDate; to: PlainDate; days: number }

/** The queues and days that were asked for. A site limits to its own queues and those of none. */
export async function spanOf(db: Reader, act: Act, ask: ServiceLevelsAsk): Promise<Span | ReturnType<typeof refuse>> {
  const { sites } = db.t
  const all = await visibleQueues(db, act.actor)
  const [site] = ask.siteId === undefined ? [] : await db.select().from(sites).where(eq(sites.id, ask.siteId))
  if (ask.siteId !== undefined && !site) return refuse('NOT_FOUND')
  const queues = site ? all.filter((queue) => queue.siteId === site.id) : all
  const zone = site?.timeZone ?? act.app.config.practiceTimeZone
  const to = localDateOf(act.at, zone)
  return { queues, queueIds: queues.map(({ id }) => id), siteId: site?.id ?? null, zone, from: addDays(to, 1 - ask.days), to, days: ask.days }
}

/** Whether the reader sees figures of other people, too. */
export function seesAll(act: Act): boolean {
  return act.actor.roles.includes('manager') || act.actor.roles.includes('privacy-officer')
}
