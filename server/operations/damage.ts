import { StorageReadOnly } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { keepAside } from '#server/audit/record-durably.ts'
import { systemScene } from '#server/audit/verification.ts'
import type { Damage } from '#server/operations/full-check.ts'

/**
 * The data is damaged: from now on nothing is written to it (DU-08). Screens learn it from `GET /api/session`, the
 * operator from the log and `/api/ready`; the record of it waits in the side file. Ends with a restore.
 */
export function noteDamage(app: App, damage: readonly Damage[]): void {
  if (app.store.frozen() !== null) return
  const check = damage.join(', ')
  app.store.freeze(check)
  app.log.error({ fault: check }, 'a check found damage in the data; nothing is written any more')
  try {
    keepAside(app, systemScene(app), { event: 'system.damaged', outcome: 'failed', detail: { check } }, new StorageReadOnly(check))
  } catch {
    // Said in the log above; there is nowhere else to say it.
  }
}
