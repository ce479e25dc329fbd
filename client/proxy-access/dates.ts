import { DAY, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'
import { dateText, timeText, zoneText } from '#client/ui/format.ts'

/** `7 Dec`, with the year only if it is not the year of `today`. */
export function shortDate(date: PlainDate, today: PlainDate, locale: string): string {
  const whole = dateText(date, locale)
  return date.slice(0, 4) === today.slice(0, 4) ? whole.slice(0, -5) : whole
}

/** `7 Dec 2026, 00:00 ET`: an instant as a portal's clock shows it. */
export function exactText(at: Instant, on: PlainDate, zone: TimeZone, locale: string): string {
  return `${dateText(on, locale)}, ${timeText(at, zone)} ${zoneText(at, zone)}`
}

/** The same day in another month, as far as that month has it: for review dates that are proposed. */
export function monthsLater(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const lastDay = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate()
  return [String(Math.floor(count / 12)).padStart(4, '0'), two((count % 12) + 1), two(Math.min(day, lastDay))].join('-')
}

const two = (value: number) => String(value).padStart(2, '0')

/** Calendar days from one date to another; negative where the other lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}
