import { DAY, HOUR, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'

/** Counts of a run: no patient data, and nothing to tell when all are zero. */
export type Counts = Record<string, number>

/** Something that the server does by itself. Running it twice does no more than running it once (DU-04). */
export type Job = {
  name: string
  /** When it is due after a run that began at `at`. */
  nextDueAt: (at: Instant) => Instant
  /** Does all that has become due since; `stop` asks it to end early. */
  run: (app: App, stop: AbortSignal) => Promise<Counts>
  /** Whether a run that did something is an audit event of its own; false where each step is one already. */
  audited: boolean
}

/** Due again a fixed time after each run. */
export function every(ms: number): Job['nextDueAt'] {
  return (at) => at + ms
}

/** Quiet in every zone of the United States: half past two in New York, half past eleven in California. */
const NIGHT = 7.5 * HOUR

/** Due once each night. */
export const nightly: Job['nextDueAt'] = (at) => {
  const tonight = Math.floor(at / DAY) * DAY + NIGHT
  return tonight > at ? tonight : tonight + DAY
}
