import type { App } from '#server/app.ts'
import type { Counts } from '#server/jobs/jobs.ts'
import { backUp } from '#server/operations/back-up.ts'
import { faultOf } from '#server/log.ts'

/** Begins the nightly backup where a folder is set. Its end is an event of its own; a fault is told in the log. */
export async function backUpByItself(app: App): Promise<Counts> {
  const { backupDir, backupPassphrase } = app.config
  if (backupDir === null) return {}
  void backUp(app, backupDir, backupPassphrase).catch((error: unknown) => {
    app.log.error({ job: 'back-up', fault: faultOf(error) }, 'the backup was not made')
  })
  return { begun: 1 }
}
