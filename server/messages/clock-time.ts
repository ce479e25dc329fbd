import { Temporal } from 'temporal-polyfill'
import { localDateOf, type Instant, type TimeZone } from '#domain/time.ts'

/** An instant as a sentence names it: the time of day of the site, with the date in front when it is not today's. */
export function clockTime(at: Instant, now: Instant, zone: TimeZone): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' })
  const on = there.toPlainDate().toString()
  return on === localDateOf(now, zone) ? time : `${on} ${time}`
}
