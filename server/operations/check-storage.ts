import { SECOND, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { recordVerified, systemScene } from '#server/audit/verification.ts'
import { verifyChain } from '#server/audit/chain.ts'
import { noteDamage } from '#server/operations/damage.ts'
import type { FullCheck } from '#server/operations/full-check.ts'
import { faultOf } from '#server/log.ts'
import { runInWorker, type InWorker } from '#server/run-in-worker.ts'

/** Sealed places that a start walks before it lets anybody in. */
const LAST_PLACES = 1000

/** A start leaves the machine to the people who sign in before all of the data is read. */
const SOON_MS = 30 * SECOND

type UnderWay = { work: InWorker<FullCheck>; ended: Promise<void> }
const underWay = new WeakMap<App, UnderWay>()
const waiting = new WeakMap<App, NodeJS.Timeout>()
const lastChecked = new WeakMap<App, Instant>()

/** When the whole of the data was last read by this process, or null. */
export function lastCheckedAt(app: App): Instant | null {
  return lastChecked.get(app) ?? null
}

/** The quick look before anybody is let in: the end of the record, and whether references are watched (DU-08). */
export async function checkAtStart(app: App): Promise<void> {
  const { engine, read, raw } = app.store
  if (engine === 'sqlite') {
    const [row] = await raw('pragma foreign_keys')
    if (row?.foreign_keys !== 1) throw new Error('the storage does not watch its references')
  }
  const report = await verifyChain({ engine, read, raw, close: async () => undefined }, { at: app.clock.now(), last: LAST_PLACES })
  if (report.firstBad !== null) noteDamage(app, ['audit-chain'])
}

/**
 * Reads all of the data in a worker: pages, references, the whole record. Damage stops all writing. Nothing happens
 * when a look is under way already.
 */
export function beginFullCheck(app: App): Promise<void> {
  const running = underWay.get(app)
  if (running) return running.ended
  const { dataDir, databaseUrl, anchorDir } = app.config
  const work = runInWorker('check-storage', { address: { dataDir, databaseUrl }, anchorDir, at: app.clock.now() })
  const ended = finish(app, work).finally(() => underWay.delete(app))
  underWay.set(app, { work, ended })
  return ended
}

/** Begins to read all of the data in half a minute. */
export function checkSoon(app: App): void {
  clearTimeout(waiting.get(app))
  waiting.set(app, setTimeout(() => void beginFullCheck(app), SOON_MS).unref())
}

/** Gives up the look that is under way or waits: the server stops. */
export async function endFullCheck(app: App): Promise<void> {
  clearTimeout(waiting.get(app))
  const running = underWay.get(app)
  if (!running) return
  await running.work.stop()
  await running.ended
}

async function finish(app: App, work: InWorker<FullCheck>): Promise<void> {
  try {
    const found = await work.result
    lastChecked.set(app, app.clock.now())
    if (found.damage.length > 0) noteDamage(app, found.damage)
    else await recordVerified(app, systemScene(app), found.chain)
  } catch (error) {
    app.log.warn({ fault: faultOf(error) }, 'the data could not be checked')
  }
}
