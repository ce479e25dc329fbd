import { and, gte, lte, sql } from 'drizzle-orm'
import { hoursOf } from '#domain/messages/minutes.ts'
import { addDays, DAY, type PlainDate } from '#domain/time.ts'
import type { RowOf } from '#db/rows.ts'
import { hot, type Reader } from '#db/store.ts'
import type { LeftOutThreads } from '#server/dashboards/left-out.ts'

export type DayRow = RowOf<'messageDays'>
export type PersonDayRow = RowOf<'messagePersonDays'>

const dayRows = hot<DayRow[]>('dashboard_days', (db, t) =>
  db.select().from(t.messageDays).where(and(gte(t.messageDays.dayOn, sql.placeholder('from')), lte(t.messageDays.dayOn, sql.placeholder('to')))))
const personDayRows = hot<PersonDayRow[]>('dashboard_person_days', (db, t) =>
  db.select().from(t.messagePersonDays).where(and(gte(t.messagePersonDays.dayOn, sql.placeholder('from')), lte(t.messagePersonDays.dayOn, sql.placeholder('to')))))

/** The days of these queues, both ends included. */
export async function daysOf(db: Reader, queueIds: readonly string[], from: PlainDate, to: PlainDate): Promise<DayRow[]> {
  const wanted = new Set(queueIds)
  return (await db.hot(dayRows, { from, to })).filter(({ queueId }) => wanted.has(queueId))
}

/** The days of people, at one site or anywhere. */
export async function personDaysOf(db: Reader, siteId: string | null, from: PlainDate, to: PlainDate): Promise<PersonDayRow[]> {
  return (await db.hot(personDayRows, { from, to })).filter((row) => siteId === null || row.siteId === siteId)
}

/** Monday is 0. */
export function weekdayOf(on: PlainDate): number {
  return (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The Monday of a day's week. */
export function mondayOf(on: PlainDate): PlainDate {
  return addDays(on, -weekdayOf(on))
}

/** Messages by weekday and hour, and how many of each weekday the days hold. */
export function heatOf(days: readonly DayRow[], { arrivals }: LeftOutThreads, from: PlainDate, to: PlainDate) {
  const messages = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  const weekdays = Array.from({ length: 7 }, () => 0)
  const length = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1
  for (let day = 0; day < length; day++) {
    const weekday = (weekdayOf(from) + day) % 7
    weekdays[weekday] = (weekdays[weekday] ?? 0) + 1
  }
  const add = (weekday: number, hour: number, by: number): void => {
    const row = messages[weekday]
    if (row) row[hour] = (row[hour] ?? 0) + by
  }
  for (const day of days) {
    const weekday = weekdayOf(day.dayOn)
    for (const [hour, n] of hoursOf(day.arrivals).entries()) if (n > 0) add(weekday, hour, n)
  }
  const known = new Set(days.map((day) => `${day.queueId}|${day.dayOn}`))
  for (const one of arrivals) if (known.has(`${one.arrivedQueueId}|${one.arrivedOn}`)) add(weekdayOf(one.arrivedOn ?? ''), one.arrivedHour ?? 0, -1)
  const cells = messages.flatMap((hours, weekday) => hours.map((n, hour) => ({ weekday, hour, messages: n, mean: weekdays[weekday] ? n / (weekdays[weekday] ?? 1) : 0 })))
  const total = cells.reduce((sum, cell) => sum + cell.messages, 0)
  const busiest = cells.toSorted((a, b) => b.messages - a.messages)[0]
  return { cells, busiest: busiest && busiest.messages > 0 ? { weekday: busiest.weekday, hour: busiest.hour, share: busiest.messages / total } : null }
}
