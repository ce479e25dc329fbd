import { stageAt } from '#domain/business-time/due-state.ts'
import { federalHolidayOn } from '#domain/calendar/us-federal-holidays.ts'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { addDays, DAY, HOUR, localDateOf, type Instant, type TimeZone } from '#domain/time.ts'
import type { State } from '#client/ui/StateChip.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'
import { spanText } from '#client/ui/format.ts'

/** What a chip shows: its look, the key of its sentence, and the values in it. */
export type DueLook = { state: State; icon?: IconName; key: string; values: { span?: string; smart_count?: number } }

/** From here on a clock is told in days of the portal's unit, not in hours. */
const LONG = 72 * HOUR

type Row = Pick<ThreadRow, 'flagged' | 'state' | 'clock'>

/** The chip of a thread at an instant, by the same stages as its place in the list (R50). Null: it never had a clock. */
export function dueLook({ flagged, state, clock }: Row, now: Instant, zone: TimeZone): DueLook | null {
  if (flagged) return { state: 'emergency', key: 'messages.chip.emergency', values: {} }
  if (state === 'resolved') return { state: 'ok', key: 'messages.chip.closed', values: {} }
  if (!clock) return null
  if (clock.answeredAt !== null) return { state: 'ok', key: 'messages.chip.answered', values: {} }
  if (clock.paused) return { state: 'held', key: 'messages.chip.paused', values: {} }
  return running(clock, now, zone)
}

function running(clock: NonNullable<Row['clock']>, now: Instant, zone: TimeZone): DueLook {
  const { targetAt, ...due } = instantsOf(clock)
  if (targetAt === null) return { state: 'none', icon: 'clock', key: 'messages.chip.no_office', values: {} }
  const stage = stageAt({ ...due, targetAt }, now)
  if (stage === 'past-limit' || stage === 'past-target') return { state: 'late', ...spanOf('late', now - targetAt, clock.unit, { from: targetAt, to: now, zone }) }
  const left = spanOf('left', targetAt - now, clock.unit, { from: now, to: targetAt, zone })
  return stage === 'warned' ? { state: 'due', ...left } : { state: 'none', icon: 'clock', ...left }
}

/** The instants of a clock as numbers. */
export function instantsOf(clock: NonNullable<Row['clock']>): { warnAt: Instant | null; targetAt: Instant | null; limitAt: Instant | null } {
  const of = (at: string | null) => (at === null ? null : Date.parse(at))
  return { warnAt: of(clock.warnAt), targetAt: of(clock.targetAt), limitAt: of(clock.limitAt) }
}

function spanOf(word: 'late' | 'left', span: number, unit: string, days: { from: Instant; to: Instant; zone: TimeZone }) {
  if (span < LONG) return { key: `messages.chip.${word}`, values: { span: spanText(span) } }
  if (unit === 'elapsed-hours') return { key: `messages.chip.${word}_days`, values: { smart_count: Math.floor(span / DAY) } }
  return { key: `messages.chip.${word}_business`, values: { smart_count: businessDaysIn(days) } }
}

/** Assumption: weekdays but federal holidays after the first day up to the last; a round number beside the exact instant (decision 0066). */
function businessDaysIn({ from, to, zone }: { from: Instant; to: Instant; zone: TimeZone }): number {
  const last = localDateOf(to, zone)
  let count = 0
  for (let on = addDays(localDateOf(from, zone), 1); on <= last && count < 1_000; on = addDays(on, 1)) {
    const weekday = new Date(`${on}T12:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && federalHolidayOn(on) === null) count += 1
  }
  return count
}
