import { Temporal } from 'temporal-polyfill'
import { federalHolidayOn } from '#domain/calendar/us-federal-holidays.ts'
import type { Holidays, OfficeHours } from '#domain/portals/hours.ts'
import { addDays, localDateOf, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'

/** Hours of an office on its own wall clock, and the days on which they do not hold. */
export type OfficeCalendar = { zone: TimeZone; hours: OfficeHours; holidays: Holidays }

/** Open from `opensAt` (inclusive) to `closesAt` (exclusive). */
export type OpenInterval = { opensAt: Instant; closesAt: Instant }

/** What a local day is to an office: open, without hours, a federal holiday (its name), or closed by the site's own choice. */
export type OfficeDay =
  | { kind: 'open'; on: PlainDate; intervals: readonly [OpenInterval, ...OpenInterval[]]; closesAt: Instant }
  | { kind: 'no-hours'; on: PlainDate }
  | { kind: 'holiday'; on: PlainDate; name: string }
  | { kind: 'site-closed'; on: PlainDate }

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * The office's day `on`. A day that the site opens anyway has its weekday's hours even on a holiday; a site's own closing
 * wins over its hours (R50). Hours that a clock change swallows whole are left out.
 */
export function officeDay(calendar: OfficeCalendar, on: PlainDate): OfficeDay {
  const days = known.get(calendar) ?? new Map<PlainDate, OfficeDay>()
  known.set(calendar, days)
  const day = days.get(on) ?? reckonDay(calendar, on)
  days.set(on, day)
  return day
}

/** Days already reckoned, for as long as somebody holds the calendar: a worklist asks for the same few weeks again and again. */
const known = new WeakMap<OfficeCalendar, Map<PlainDate, OfficeDay>>()

function reckonDay({ zone, hours, holidays }: OfficeCalendar, on: PlainDate): OfficeDay {
  const openAnyway = holidays.openAnywayOn.includes(on)
  if (holidays.alsoClosedOn.includes(on) && !openAnyway) return { kind: 'site-closed', on }
  const holiday = holidays.calendar === 'us-federal' && !openAnyway ? federalHolidayOn(on) : null
  const date = Temporal.PlainDate.from(on)
  const weekday = weekdays[date.dayOfWeek - 1] ?? 'mon'
  const intervals = hours[weekday]
    .map(({ opens, closes }) => ({ opensAt: instantOf(date, opens, zone), closesAt: instantOf(date, closes, zone) }))
    .filter(({ opensAt, closesAt }) => opensAt < closesAt)
  const [first, ...rest] = intervals
  if (!first) return { kind: 'no-hours', on }
  if (holiday) return { kind: 'holiday', on, name: holiday }
  return { kind: 'open', on, intervals: [first, ...rest], closesAt: (rest.at(-1) ?? first).closesAt }
}

/**
 * The first moment at which the wall clock of a date shows `wallTime` or later. Where a clock change skips it that is the change;
 * where it comes twice, the first.
 */
function instantOf(date: Temporal.PlainDate, wallTime: string, timeZone: TimeZone): Instant {
  if (wallTime === '24:00') return date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds
  const there = date.toZonedDateTime({ timeZone, plainTime: wallTime })
  const skipped = !there.toPlainTime().equals(wallTime)
  return (skipped ? there.add({ seconds: 1 }).getTimeZoneTransition('previous') ?? there : there).epochMilliseconds
}

/** Longest row of closed days that is looked through. An office closed for longer keeps no promise in business days. */
const LONGEST_CLOSURE_DAYS = 400

/** Open days with a local date after `on`, in order; ends after a closure of 400 days. */
export function* openDaysAfter(calendar: OfficeCalendar, on: PlainDate): Generator<OfficeDay & { kind: 'open' }> {
  for (let next = addDays(on, 1), closed = 0; closed < LONGEST_CLOSURE_DAYS; next = addDays(next, 1)) {
    const day = officeDay(calendar, next)
    closed = day.kind === 'open' ? 0 : closed + 1
    if (day.kind === 'open') yield day
  }
}

/** Whether the office is open at `at`. */
export function isOpenAt(calendar: OfficeCalendar, at: Instant): boolean {
  const day = officeDay(calendar, localDateOf(at, calendar.zone))
  return day.kind === 'open' && day.intervals.some(({ opensAt, closesAt }) => opensAt <= at && at < closesAt)
}

/** The first opening strictly after `at`, or null for an office that stays closed. */
export function nextOpeningAfter(calendar: OfficeCalendar, at: Instant): Instant | null {
  for (const day of openDaysAfter(calendar, addDays(localDateOf(at, calendar.zone), -1))) {
    const next = day.intervals.find(({ opensAt }) => opensAt > at)
    if (next) return next.opensAt
  }
  return null
}
