import { sql } from 'drizzle-orm'
import { SECOND } from '#domain/time.ts'
import { StorageUnavailable } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { takeBack } from '#server/audit/record-durably.ts'
import { faultOf } from '#server/log.ts'

/** A probe is a durable write: so often at most, whoever asks. */
const PROBE_EVERY_MS = SECOND
/** How often it is looked whether events were kept aside, and tried to record them. */
const RETRY_EVERY_MS = 5 * SECOND

/** Whether the storage takes writes, asked by writing. */
export type StorageState = { problem: () => Promise<'damaged' | 'storage' | null>; stop: () => void }

/** Watches the storage. Once it takes writes again, the events that were kept aside come into the record. */
export function watchStorage(app: App): StorageState {
  let asked = { at: -Infinity, answer: Promise.resolve(true) }
  const writable = (): Promise<boolean> => {
    const now = performance.now()
    if (now - asked.at > PROBE_EVERY_MS) asked = { at: now, answer: probe(app) }
    return asked.answer
  }
  const timer = setInterval(() => void comeBack(app), RETRY_EVERY_MS)
  timer.unref()
  return {
    problem: async () => {
      if (app.store.frozen() !== null) return 'damaged'
      return await writable() ? null : 'storage'
    },
    stop: () => clearInterval(timer),
  }
}

/** Writes the practice's row as it is: a true write that changes nothing. */
function probe(app: App): Promise<boolean> {
  return app.store.tx(async (w) => {
    await w.update(w.t.practice).set({ createdAt: sql`${w.t.practice.createdAt}` })
  }).then(() => true, () => false)
}

/** Brings back what was kept aside; a fault is logged and tried again. */
export async function comeBack(app: App): Promise<void> {
  try {
    const count = await takeBack(app)
    if (count > 0) app.log.warn({ count }, 'the storage takes writes again; events kept aside are in the record')
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) app.log.error({ fault: faultOf(error) }, 'events kept aside could not be recorded yet')
  }
}
