import { Temporal } from 'temporal-polyfill'
import { federalHolidayOn } from '#domain/calendar/us-federal-holidays.ts'
import { addDays, localDateOf, startOfLocalDay, type Instant, type TimeZone } from '#domain/time.ts'

/**
 * The end of the Nth business day after the local date of an instant (R4: "1-2 business days after sign up"): Monday to
 * Friday without US federal holidays. Exclusive: the first instant of the day after it.
 */
export function endOfBusinessDay(from: Instant, days: number, zone: TimeZone): Instant {
  let date = localDateOf(from, zone)
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    if (Temporal.PlainDate.from(date).dayOfWeek <= 5 && federalHolidayOn(date) === null) left -= 1
  }
  return startOfLocalDay(addDays(date, 1), zone)
}
