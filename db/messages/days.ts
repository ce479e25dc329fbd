import { sql } from 'drizzle-orm'
import { hourLetter, minutesText } from '#domain/messages/minutes.ts'
import type { RowOf } from '#db/rows.ts'
import { hot, type Writer } from '#db/store.ts'

export type Clock = RowOf<'messageClocks'>

const addDay = hot<unknown>('message_add_day', (db, t) => db.insert(t.messageDays).values({
  queueId: sql.placeholder('queueId'), dayOn: sql.placeholder('dayOn'), arrivals: sql.placeholder('arrivals'), minutes: sql.placeholder('minutes'),
  taken: sql.placeholder('taken'), onTime: sql.placeholder('onTime'), withinLimit: sql.placeholder('withinLimit'),
  byReply: sql.placeholder('byReply'), byCall: sql.placeholder('byCall'), byResolve: sql.placeholder('byResolve'),
}).onConflictDoUpdate({
  target: [t.messageDays.queueId, t.messageDays.dayOn],
  set: {
    arrivals: sql`${t.messageDays.arrivals} || excluded.arrivals`, minutes: sql`${t.messageDays.minutes} || excluded.minutes`,
    taken: sql`${t.messageDays.taken} || excluded.taken`, onTime: sql`${t.messageDays.onTime} + excluded.on_time`,
    withinLimit: sql`${t.messageDays.withinLimit} + excluded.within_limit`, byReply: sql`${t.messageDays.byReply} + excluded.by_reply`,
    byCall: sql`${t.messageDays.byCall} + excluded.by_call`, byResolve: sql`${t.messageDays.byResolve} + excluded.by_resolve`,
  },
}))

const addPersonDay = hot<unknown>('message_add_person_day', (db, t) => db.insert(t.messagePersonDays).values({
  staffId: sql.placeholder('staffId'), siteId: sql.placeholder('siteId'), dayOn: sql.placeholder('dayOn'), minutes: sql.placeholder('minutes'),
  taken: sql.placeholder('taken'), onTime: sql.placeholder('onTime'), withinLimit: sql.placeholder('withinLimit'),
}).onConflictDoUpdate({
  target: [t.messagePersonDays.staffId, t.messagePersonDays.dayOn, t.messagePersonDays.siteId],
  set: {
    minutes: sql`${t.messagePersonDays.minutes} || excluded.minutes`, taken: sql`${t.messagePersonDays.taken} || excluded.taken`,
    onTime: sql`${t.messagePersonDays.onTime} + excluded.on_time`, withinLimit: sql`${t.messagePersonDays.withinLimit} + excluded.within_limit`,
  },
}))

const nothing = { arrivals: '', minutes: '', taken: '', onTime: 0, withinLimit: 0, byReply: 0, byCall: 0, byResolve: 0 }
type DayChange = typeof nothing & { queueId: string; dayOn: string }
type PersonChange = Pick<typeof nothing, 'minutes' | 'taken' | 'onTime' | 'withinLimit'> & { staffId: string; siteId: string; dayOn: string }

/** What arrived and was answered, gathered so that many of one day are one write each. */
export class DayLedger {
  private readonly days = new Map<string, DayChange>()
  private readonly people = new Map<string, PersonChange>()

  arrived(queueId: string, dayOn: string, hour: number): void {
    this.day(queueId, dayOn).arrivals += hourLetter(hour)
  }

  /** An answered clock; `by` -1: it is answered no longer. */
  answered(clock: Clock, by: 1 | -1 = 1): void {
    if (clock.answeredOn === null || clock.minutes === null) return
    const change = this.day(clock.queueId, clock.answeredOn)
    addAnswer(change, clock, by)
    if (clock.answeredHow === 'reply') change.byReply += by
    else if (clock.answeredHow === 'call') change.byCall += by
    else change.byResolve += by
    if (clock.answeredBy === null) return
    const key = [clock.answeredBy, clock.answeredOn, clock.siteId].join('\u001f')
    const person = this.people.get(key) ?? { ...nothing, staffId: clock.answeredBy, siteId: clock.siteId, dayOn: clock.answeredOn }
    this.people.set(key, person)
    addAnswer(person, clock, by)
  }

  /** Writes what was gathered, in the order of the keys. */
  async write(w: Writer): Promise<void> {
    for (const [, change] of inOrder(this.days)) await w.hot(addDay, change)
    for (const [, change] of inOrder(this.people)) {
      const { staffId, siteId, dayOn, minutes, taken, onTime, withinLimit } = change
      await w.hot(addPersonDay, { staffId, siteId, dayOn, minutes, taken, onTime, withinLimit })
    }
  }

  private day(queueId: string, dayOn: string): DayChange {
    const key = `${queueId}\u001f${dayOn}`
    const change = this.days.get(key) ?? { ...nothing, queueId, dayOn }
    this.days.set(key, change)
    return change
  }
}

function addAnswer(change: { minutes: string; taken: string; onTime: number; withinLimit: number }, clock: Clock, by: 1 | -1): void {
  const text = minutesText(clock.minutes ?? 0)
  if (by === 1) change.minutes += text
  else change.taken += text
  change.onTime += clock.onTime ? by : 0
  change.withinLimit += clock.withinLimit ? by : 0
}

function inOrder<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
