import { DAY, type Instant } from '#domain/time.ts'

/** The one source of time. Everything that asks "now" asks this: sessions, throttles, codes, jobs. */
export type Clock = { now: () => Instant }

/** A clock that the demo and test practices can move. It still runs. */
export type MovableClock = Clock & {
  set: (at: Instant) => void
  advance: (ms: number) => void
}

/** Whether this clock can be moved: in a demo or test practice. */
export function isMovable(clock: Clock): clock is MovableClock {
  return 'set' in clock
}

export const systemClock: Clock = { now: () => Date.now() }

/** Runs with the machine's clock, shifted. Bounds: 1970 to 200 years ahead. */
export function movableClock(): MovableClock {
  let shift = 0
  const now = (): Instant => Date.now() + shift
  const set = (at: Instant): void => {
    if (!Number.isFinite(at) || at < 0 || at > Date.now() + 200 * 366 * DAY) throw new RangeError('an instant out of bounds')
    shift = at - Date.now()
  }
  return { now, set, advance: (ms) => set(now() + ms) }
}
