import type { Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { systemActor, type AuditScene } from '#server/audit/recorder.ts'

/** Something being done to an invitation: by a member of staff, by a patient on our pages, by a portal, by a job. */
export type Doing = { app: App; scene: AuditScene; at: Instant; by: string }

/** What the server does by itself. */
export function byItself(app: App): Doing {
  const at = app.clock.now()
  return { app, at, by: 'system', scene: { actor: systemActor, at, requestId: null, sourceAddress: null } }
}
