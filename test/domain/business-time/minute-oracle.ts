import type { OfficeCalendar } from '#domain/business-time/office-day.ts'
import type { ReplyClock } from '#domain/business-time/reply-clock.ts'
import type { ReplyPromise } from '#domain/portals/message-policy.ts'

/**
 * The promise counted by walking minute after minute with a wall clock read from Intl, written without a look at the engine:
 * no zone arithmetic, no jumps from day to day. Slow and plain.
 */
export const MINUTE_MS = 60_000
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Federal holidays as observed in 2026, and the one that a clock started late in it can meet. */
const federal = new Set([
  '2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25',
  '2027-01-01',
])

const offsetsOf = new Map<string, Map<number, number>>()

/** Minutes that the wall is ahead of UTC, looked up once for every quarter of an hour. */
function offsetAt(zone: string, minute: number): number {
  const table = offsetsOf.get(zone) ?? new Map<number, number>()
  offsetsOf.set(zone, table)
  const quarter = Math.floor(minute / 15)
  const known = table.get(quarter)
  if (known !== undefined) return known
  const parts = formatter(zone).formatToParts(quarter * 15 * MINUTE_MS)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const offset = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) / MINUTE_MS - quarter * 15
  table.set(quarter, offset)
  return offset
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(zone: string): Intl.DateTimeFormat {
  const made = formatters.get(zone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  })
  formatters.set(zone, made)
  return made
}

const paused = (clock: ReplyClock, minute: number) =>
  clock.pauses.some(({ fromAt, untilAt }) => fromAt / MINUTE_MS <= minute && (untilAt === null || minute < untilAt / MINUTE_MS))

/** Minutes counted before each minute up to `until`: late is more of them than promised. */
export function hoursAreLate(clock: ReplyClock, hours: number, until: number): boolean {
  let counted = 0
  for (let minute = clock.startedAt / MINUTE_MS; minute < until; minute++) if (!paused(clock, minute)) counted++
  return counted > hours * 60
}

/** Business days that have closed, unpaused, before or at each minute: late is a minute after the last promised closing. */
export function businessDaysAreLate(clock: ReplyClock, days: number, calendar: OfficeCalendar, until: number): boolean {
  let [closed, on, closing] = [0, '', Infinity]
  const start = clock.startedAt / MINUTE_MS
  for (let minute = start; minute < until; minute++) {
    const wall = minute + offsetAt(calendar.zone, minute)
    const day = Math.floor(wall / 1440)
    const date = dateOf(day)
    if (date !== on) {
      // Midnight: an office that is open to the end of the day closes as the next one begins.
      if (closing === 1440 && !paused(clock, minute)) closed++
      if (closed >= days) return true
      ;[on, closing] = [date, minute === start ? Infinity : closingOf(calendar, date, day)]
    }
    if (wall - day * 1440 >= closing && closing !== Infinity) {
      closing = Infinity
      if (!paused(clock, minute)) closed++
    }
    if (closed >= days) return true
  }
  return false
}

const dates = new Map<number, string>()
function dateOf(day: number): string {
  const known = dates.get(day) ?? new Date(day * 1440 * MINUTE_MS).toISOString().slice(0, 10)
  dates.set(day, known)
  return known
}

function closingOf({ hours, holidays }: OfficeCalendar, date: string, day: number): number {
  const open = holidays.openAnywayOn.includes(date)
  const shut = holidays.alsoClosedOn.includes(date) || (holidays.calendar === 'us-federal' && federal.has(date))
  const last = hours[names[(day + 4) % 7] ?? 'sun'].at(-1)
  if (!last || (shut && !open)) return Infinity
  const [hour = 0, minute = 0] = last.closes.split(':').map(Number)
  return hour * 60 + minute
}

/** Whether an answer at `until` (a minute) breaks a span of the promise. */
export function isLate(clock: ReplyClock, unit: ReplyPromise['unit'], span: number, calendar: OfficeCalendar, until: number): boolean {
  return unit === 'elapsed-hours' ? hoursAreLate(clock, span, until) : businessDaysAreLate(clock, span, calendar, until)
}
