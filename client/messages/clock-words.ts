import type { z } from 'zod'
import type { clockDay } from '#domain/contracts/messages.ts'
import { addDays, HOUR, MINUTE } from '#domain/time.ts'

export type ClockDay = z.infer<typeof clockDay>
/** A line of a clock's explanation: one day, or several in a row of which the same is so. */
export type ClockStretch = { from: string; to: string; key: string; values: { hours?: string; paused?: string; number?: number; name?: string } }

/** So many lines are told; what lies before is told as one. */
const MOST = 8

/** A clock's days as lines that can be read out: what counted, what did not, and why (R50). Days alike are one line. */
export function clockStretches(days: readonly ClockDay[]): ClockStretch[] {
  const lines: ClockStretch[] = []
  for (const day of days) {
    const line = lineOf(day)
    const last = lines.at(-1)
    if (last && addDays(last.to, 1) === day.on && last.key === line.key && JSON.stringify(last.values) === JSON.stringify(line.values)) last.to = day.on
    else lines.push(line)
  }
  return lines
}

/** The newest lines, and how many days lie before them. */
export function newestStretches(days: readonly ClockDay[]): { lines: ClockStretch[]; earlier: number } {
  const lines = clockStretches(days)
  const shown = lines.slice(-MOST)
  const first = shown[0]?.from
  return { lines: shown, earlier: lines.length > shown.length ? days.filter(({ on }) => first !== undefined && on < first).length : 0 }
}

function lineOf(day: ClockDay): ClockStretch {
  const on = { from: day.on, to: day.on }
  switch (day.kind) {
    case 'hours':
      if (day.countedMs === 0) return { ...on, key: 'messages.day.paused', values: {} }
      if (day.pausedMs === 0) return { ...on, key: 'messages.day.counted', values: { hours: hoursText(day.countedMs) } }
      return { ...on, key: 'messages.day.partly', values: { hours: hoursText(day.countedMs), paused: hoursText(day.pausedMs) } }
    case 'business-day':
      return { ...on, key: 'messages.day.business', values: { number: day.number } }
    case 'holiday':
      return { ...on, key: 'messages.day.holiday', values: { name: day.name } }
    case 'arrived': case 'no-hours': case 'not-closed-yet': case 'paused-at-closing': case 'site-closed':
      return { ...on, key: `messages.day.${day.kind}`, values: {} }
  }
}

/** `3 h 10 min`, `24 h`, `12 min`. */
export function hoursText(span: number): string {
  const hours = Math.floor(span / HOUR)
  const minutes = Math.floor((span % HOUR) / MINUTE)
  if (hours === 0) return `${minutes} min`
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}
