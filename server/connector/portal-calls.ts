import type { z } from 'zod'
import { incomingMessage, readReceipt } from '#domain/contracts/message-intake.ts'
import type { PortalCall } from '#server/connector/portal-call.ts'
import { reportCalls } from '#server/connector/reports.ts'
import { noteRead, receiveMessage } from '#server/messages/messages.ts'

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
  ...reportCalls,
]
