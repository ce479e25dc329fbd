import type { ResultAnswer, ViewerPreview } from '#domain/contracts/results.ts'
import { holdGrounds, type HoldGround } from '#domain/release/grounds.ts'
import type { HoldFrom } from '#client/results/use-results.ts'
import { timeText } from '#client/ui/format.ts'
import { addDays, HOUR, localDateOf, MINUTE, startOfLocalDay, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'

export type GroundChoice = { ground: HoldGround; fits: boolean; citedLaw: string; message: string | null; next: string | null; longestEndAt: string }

/** The instant at which a wall clock of a zone shows a time on a day; a skipped hour is the one after. Null: not a time. */
export function instantAt(on: PlainDate, time: string, zone: TimeZone): Instant | null {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number)
  if (!/^\d{4}-\d\d-\d\d$/.test(on) || !Number.isFinite(hours) || !Number.isFinite(minutes)) return null
  const wanted = hours * HOUR + minutes * MINUTE
  const at = startOfLocalDay(on, zone) + wanted
  const [shownHours = 0, shownMinutes = 0] = timeText(at, zone).split(':').map(Number)
  return localDateOf(at, zone) === on ? at + wanted - (shownHours * HOUR + shownMinutes * MINUTE) : at
}

/** Where the end of a hold begins: tomorrow at five in the afternoon. It is always looked at, and never left out. */
export function firstEnd(now: Instant, zone: TimeZone): { on: PlainDate; time: string } {
  return { on: addDays(localDateOf(now, zone), 1), time: '17:00' }
}

/** Each ground for everybody chosen: it fits where it fits all of them; else the first reason against it. */
export function groundsFor(result: Pick<ResultAnswer, 'grounds'>, from: readonly HoldFrom[]): GroundChoice[] {
  const kinds = new Set(from.length === 0 ? ['patient', 'representative'] : from.map(({ recipient }) => recipient))
  return holdGrounds.flatMap((ground): GroundChoice[] => {
    const about = result.grounds.filter((one) => one.ground === ground && kinds.has(one.recipient))
    const against = from.length === 0 ? about.every(({ fits }) => !fits) ? about[0] : undefined : about.find(({ fits }) => !fits)
    const [first] = about
    if (!first) return []
    return [{ ground, fits: against === undefined, citedLaw: first.citedLaw, message: against?.message ?? null, next: against?.next ?? null, longestEndAt: about.map(({ longestEndAt }) => longestEndAt).toSorted()[0] ?? first.longestEndAt }]
  })
}

/** Whom a hold may be from: the patient, each representative by name, and all representatives that may come. */
export function recipientsOf(viewers: readonly ViewerPreview[]): { key: string; from: HoldFrom; viewer: ViewerPreview | null }[] {
  const people = viewers.map((viewer) => ({
    key: viewer.viewer, viewer, from: viewer.viewer === 'patient' ? { recipient: 'patient' as const, personId: null } : { recipient: 'representative' as const, personId: viewer.viewer },
  }))
  return [...people, { key: 'every', viewer: null, from: { recipient: 'representative', personId: null } }]
}
