import { Temporal } from 'temporal-polyfill'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant, PlainDate, TimeZone } from '#domain/time.ts'

const days: Record<Language, Intl.DateTimeFormat> = { en: dayIn('en-GB'), es: dayIn('es-US') }

function dayIn(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
}

/** A calendar date as a sentence says it: `Monday 30 November`, `lunes, 30 de noviembre`. */
export function daySaid(date: PlainDate, language: Language): string {
  return days[language].format(Date.parse(`${date}T12:00:00Z`)).replace(/^(\w+), /, language === 'en' ? '$1 ' : '$1, ')
}

/** `15:02` on a wall clock in `zone`. */
export function timeSaid(at: Instant, zone: TimeZone): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}
