import type { z } from 'zod'
import { incomingMessage, readReceipt } from '#domain/contracts/message-intake.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'
import { noteRead, receiveMessage } from '#server/messages/messages.ts'

/** What a portal calls: its path, the right that it takes, its body, and what is done in the call's own transaction. */
export type PortalCall = {
  path: `/${string}`
  right: ConnectorRight
  body: z.ZodType
  /** The portal of which it speaks; null: of none by name. */
  portalOf: (body: never) => string | null
  run: (w: Writer, app: App, scene: AuditScene, body: never) => Promise<{ answer: unknown } | { code: ReasonCode }>
}

export const portalCalls: readonly PortalCall[] = [
  {
    path: '/messages', right: 'messages', body: incomingMessage, portalOf: (body: z.infer<typeof incomingMessage>) => body.portalId,
    run: (w, app, scene, body: z.infer<typeof incomingMessage>) => receiveMessage(w, app, scene, body),
  },
  {
    path: '/read-receipts', right: 'messages', body: readReceipt, portalOf: () => null,
    run: async (w, _app, scene, body: z.infer<typeof readReceipt>) => {
      const outcome = await noteRead(w, scene, body)
      return outcome === 'unknown' ? { code: 'NOT_FOUND' } : { answer: { outcome } }
    },
  },
]
