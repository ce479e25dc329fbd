import type { z } from 'zod'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'

/** What a portal calls: its path, the right that it takes, its body, and what is done in the call's own transaction. */
export type PortalCall = {
  path: `/${string}`
  right: ConnectorRight
  body: z.ZodType
  /** The portal of which it speaks; null: of none by name. */
  portalOf: (body: never) => string | null
  run: (w: Writer, app: App, scene: AuditScene, body: never) => Promise<{ answer: unknown } | { code: ReasonCode }>
}
