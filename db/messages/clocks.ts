import { and, eq } from 'drizzle-orm'
import { dueInstants } from '#domain/business-time/due-state.ts'
import { countedUntil, type Pause, type ReplyClock } from '#domain/business-time/reply-clock.ts'
import { answered, keptClock, type ClockScene, type KeptClock } from '#domain/messages/thread-clock.ts'
import type { AnswerKind } from '#domain/messages/words.ts'
import { localDateOf, MINUTE, type Instant } from '#domain/time.ts'
import type { Clock } from '#db/messages/days.ts'
import { makePromises, type Promised } from '#db/messages/promise.ts'
import type { Reader } from '#db/store.ts'

/** A clock's row as the engine takes it. */
export function replyClockOf(row: Pick<Clock, 'startedAt' | 'pauses' | 'answeredAt'>): ReplyClock {
  const pauses = (JSON.parse(row.pauses) as [number, number | null][]).map(([fromAt, untilAt]): Pause => ({ fromAt, untilAt }))
  return { startedAt: row.startedAt, pauses, answeredAt: row.answeredAt }
}

/** The columns of a row that the engine's clock fills. */
export function clockColumns(clock: ReplyClock): Pick<Clock, 'startedAt' | 'pauses' | 'answeredAt'> {
  return { startedAt: clock.startedAt, answeredAt: clock.answeredAt, pauses: JSON.stringify(clock.pauses.map(({ fromAt, untilAt }) => [fromAt, untilAt])) }
}

/** A thread's clock by its id. */
export async function clockOf(db: Reader, threadId: string, clockId: string | null): Promise<Clock | null> {
  const { messageClocks: c } = db.t
  if (clockId === null) return null
  const [row] = await db.select().from(c).where(and(eq(c.threadId, threadId), eq(c.id, clockId)))
  return row ?? null
}

/** Where threads of a portal at a site have their promise from; throws where there is no such portal. */
export async function promisedFor(db: Reader, of: { portalId: string; siteId: string }, startedAt: Instant): Promise<Promised> {
  const promised = await (await makePromises(db))(of, startedAt)
  if (!promised) throw new Error(`${of.portalId} has no rules`)
  return promised
}

/** What a thread keeps of its clock now. */
export function kept(clock: ReplyClock, { policy, calendar }: Promised, scene: ClockScene): KeptClock {
  return keptClock(clock, policy.messages.promise, calendar, scene)
}

/** A clock's row once it is answered: on time or not, and how many minutes were counted. */
export function answeredRow(row: Clock, promised: Promised, how: { at: Instant; kind: AnswerKind; by: string; queueId: string }): Clock {
  const clock = answered(replyClockOf(row), how.at)
  const { targetAt, limitAt } = dueInstants(clock, promised.policy.messages.promise, promised.calendar)
  const at = clock.answeredAt ?? how.at
  return {
    ...row, ...clockColumns(clock), queueId: how.queueId, answeredHow: how.kind, answeredBy: how.by, targetAt, limitAt,
    onTime: targetAt === null || at <= targetAt, withinLimit: limitAt === null || at <= limitAt,
    minutes: Math.floor(countedUntil(clock, at) / MINUTE), answeredOn: localDateOf(at, promised.zone),
  }
}
