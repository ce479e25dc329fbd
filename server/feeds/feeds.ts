import { eq } from 'drizzle-orm'
import type { App } from '#server/app.ts'
import { letGoOfOrphans } from '#server/feeds/import-state.ts'
import { runImport, runnersOf } from '#server/feeds/run-import.ts'
import { sweepUploads } from '#server/feeds/uploads.ts'
import { faultOf } from '#server/log.ts'

export { carryOutImport, importOrder, type ImportDone } from '#server/feeds/carry-out.ts'
export { importOrderOf, importUsage, sayImport } from '#server/feeds/import-command.ts'

const serving = new WeakSet<App>()

/** Whether this process reads the imports that wait by itself. */
export function readsImports(app: App): boolean {
  return serving.has(app)
}

/** The imports of this process, one at a time. */
export type Feeds = { stop: () => Promise<void> }

/**
 * Reads imports that wait, as they come, one at a time and beside people. What an earlier process of this data folder had
 * in its hands waits for a person to go on with it. Stopping ends after the slice under way; the next start goes on.
 */
export async function startFeeds(app: App): Promise<Feeds> {
  const stopping = new AbortController()
  await letGoOfOrphans(app.store, runnersOf(app))
  await sweepUploads(app)
  let running: Promise<void> | null = null
  let again = false

  const wake = (): void => {
    again = true
    look()
  }
  const look = (): void => {
    if (running || stopping.signal.aborted) return
    running = readWaiting().catch((error: unknown) => app.log.error({ fault: faultOf(error) }, 'an import broke off')).finally(() => {
      running = null
      if (again) look()
    })
  }
  const readWaiting = async (): Promise<void> => {
    while (again && !stopping.signal.aborted) {
      again = false
      const { imports: i } = app.store.read.t
      const [next] = await app.store.read.select({ id: i.id }).from(i).where(eq(i.state, 'waiting')).orderBy(i.createdAt, i.id).limit(1)
      if (!next) return
      await runImport(app, next.id, { stop: stopping.signal })
      again = true
    }
  }
  app.store.onAnnounce(({ topic }) => { if (topic === 'imports') wake() })
  wake()
  serving.add(app)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
