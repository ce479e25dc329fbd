import { z } from 'zod'
import { incomingMessage, intakeAnswer, readReceipt } from '#domain/contracts/message-intake.ts'
import { portalCall } from '#server/connector/portal-call.ts'
import { noteRead, receiveMessage } from '#server/messages/messages.ts'

/** Messages of patients and proxies, and whether ours were read. */
export const messageCalls = [
  portalCall({
    route: 'POST /connector/v1/messages', summary: 'A message to the practice; the same one again changes nothing.', right: 'messages',
    body: incomingMessage, answer: intakeAnswer, portalOf: ({ body }) => body.portalId,
    run: ({ w, app, scene, body }) => receiveMessage(w, app, scene, body),
  }),
  portalCall({
    route: 'POST /connector/v1/read-receipts', summary: 'One of our replies was read.', right: 'messages',
    body: readReceipt, answer: z.strictObject({ outcome: z.enum(['read', 'known']) }), portalOf: () => null,
    run: async ({ w, scene, body, portals }) => {
      const outcome = await noteRead(w, scene, { ...body, portals })
      return outcome === 'unknown' ? { code: 'NOT_FOUND' } : { answer: { outcome } }
    },
  }),
]
