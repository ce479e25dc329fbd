import type { TodayRow } from '#domain/contracts/today.ts'
import type { Instant } from '#domain/time.ts'
import { isAwaited, isNotEnrolled } from '#domain/today.ts'
import type { DayPart } from '#client/home/use-day.ts'

const isStillAwaited = (row: TodayRow, now: Instant): boolean => isAwaited(row.status, Date.parse(row.startAt), now)

/** The rows of one part of the day, earliest first. */
export function rowsOf(part: DayPart, rows: readonly TodayRow[], now: Instant): TodayRow[] {
  if (part === 'whole-day') return [...rows]
  const awaited = rows.filter((row) => isStillAwaited(row, now))
  return part === 'to-come' ? awaited : awaited.filter((row) => isNotEnrolled(row.portalState))
}

/** Whoever is here or to come and has no account, each person once: whom to speak to next. */
export function nextInLine(rows: readonly TodayRow[], now: Instant): TodayRow[] {
  const seen = new Set<string>()
  return rowsOf('not-enrolled', rows, now).filter(({ patientId }) => !seen.has(patientId) && seen.add(patientId))
}
