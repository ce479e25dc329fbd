import { isoOf, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { isMovable } from '#server/clock.ts'
import { runDueJobs } from '#server/job-list.ts'

const LATEST = Date.UTC(2200, 0)

/**
 * Moves the one clock of a made-up practice; open streams are looked at again, and what has become due is done before
 * the answer. Null when the instant is out of bounds, or this practice's clock is the machine's.
 */
export async function moveClock(app: App, to: Instant): Promise<{ now: string } | null> {
  if (!isMovable(app.clock) || to < 0 || to > LATEST) return null
  app.clock.set(to)
  await app.store.tx(async (w) => w.announce('sessions', 'clock'))
  await runDueJobs(app)
  return { now: isoOf(app.clock.now()) }
}
