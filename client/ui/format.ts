import { HOUR, MINUTE, SECOND, localDateOf, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

/** Parts by name, so that the order is ours: day before month, no commas from the locale. */
function partsOf(at: Instant, locale: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const named: Record<string, string> = {}
  for (const part of formatOf(locale, options).formatToParts(at)) named[part.type] = part.value.replace('.', '')
  return named
}

/** `Tue 24 Nov`, with the year only if it is not the year of `now`; in the practice's zone. */
export function dayText(at: Instant, now: Instant, zone: TimeZone, locale: string): string {
  const options = { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const { weekday, day, month, year } = partsOf(at, locale, options)
  const thisYear = localDateOf(at, zone).slice(0, 4) === localDateOf(now, zone).slice(0, 4)
  return `${weekday} ${day} ${month}${thisYear ? '' : ` ${year}`}`
}

/** `10:42`, 24 hours, in the practice's zone. */
export function timeText(at: Instant, zone: TimeZone, seconds = false): string {
  const { hour, minute, second } = partsOf(at, 'en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`
}

/** `ET`, `PT`: the zone as people at the desk say it. */
export function zoneText(at: Instant, zone: TimeZone): string {
  const { timeZoneName = zone } = partsOf(at, 'en-US', { timeZone: zone, timeZoneName: 'shortGeneric' })
  return timeZoneName
}

/** `10:42` today, `Mon 23 Nov 10:42` else. */
export function momentText(at: Instant, now: Instant, zone: TimeZone, locale: string, seconds = false): string {
  const time = timeText(at, zone, seconds)
  return localDateOf(at, zone) === localDateOf(now, zone) ? time : `${dayText(at, now, zone, locale)} ${time}`
}

/** `1 Mar 2004`: a calendar date, no zone. */
export function dateText(date: PlainDate, locale: string): string {
  const at = Date.parse(`${date}T12:00:00Z`)
  const { day, month, year } = partsOf(at, locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return `${day} ${month} ${year}`
}

/** `0:48` under an hour, `3:20` (hours and minutes) from there on. A span in milliseconds, never negative. */
export function spanText(span: number): string {
  const left = Math.max(0, span)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  if (left >= HOUR) return `${Math.floor(left / HOUR)}:${two((left % HOUR) / MINUTE)}`
  return `${Math.floor(left / MINUTE)}:${two((left % MINUTE) / SECOND)}`
}

/** `820 B`, `14 kB`, `2.3 MB`: how large a file is. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
