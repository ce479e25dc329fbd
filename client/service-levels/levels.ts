import type { TranslateFunction } from 'ra-core'
import type { exportTables, Figure, ServiceLevels } from '#domain/contracts/service-levels.ts'
import { ageBands, type AgeBand } from '#domain/messages/words.ts'

/** A number of the screen, by what it counts, and what it is called above the threads behind it. */
export type Drill = { figure: Figure; title: string }
export type OnDrill = (drill: Drill) => void
export type Queue = ServiceLevels['queues'][number]
export type Person = ServiceLevels['people'][number]
export type Week = ServiceLevels['weeks'][number]
export type ForecastQueue = ServiceLevels['forecast']['queues'][number]
export type ExportTable = (typeof exportTables)[number]

/** Stretches that a manager looks at, in days up to today. */
export const stretches = [7, 30, 90] as const
export type Stretch = (typeof stretches)[number]

/** What is asked of the server for the whole screen. */
export type Ask = { days: Stretch; siteId?: string }

/** Fewer answers than this say nothing about a person or a week. */
export const FEWEST_ANSWERS = 5

/** Minutes as a manager says them: `48 min`, `9 h 12`, from four days on whole days. */
export function minutesText(minutes: number | null, translate: TranslateFunction): string {
  if (minutes === null) return '–'
  if (minutes < 60) return translate('levels.minutes', { minutes })
  if (minutes >= 5_760) return translate('levels.whole_days', { smart_count: Math.round(minutes / 1_440) })
  const rest = minutes % 60
  return translate('levels.hours', { hours: Math.floor(minutes / 60), minutes: String(rest).padStart(2, '0') })
}

/** A share in percent with one decimal; a dash where there is nothing to share. */
export function shareText(part: number, of: number, locale: string): string {
  return of === 0 ? '–' : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format((part / of) * 100)} %`
}

/** What is open in a queue by band, each with its number; nothing of what is not there. */
export function bandsOf({ bands }: Queue): { band: AgeBand; n: number }[] {
  return ageBands.flatMap((band) => (bands[band] > 0 ? [{ band, n: bands[band] }] : []))
}

/** Weekdays from Monday on, short, in the reader's language. */
export function weekdayNames(locale: string, width: 'short' | 'long' = 'short'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2026, 0, 5 + day)).replace('.', ''))
}
