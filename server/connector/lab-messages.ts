import express, { type Request, type Response } from 'express'
import { z } from 'zod'
import type { App } from '#server/app.ts'
import { refuseToken, sceneOf, turnAway } from '#server/connector/call.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'
import { spendToken, type ConnectorCall } from '#server/connector/token.ts'
import type { DescribedCall } from '#server/http/openapi.ts'
import { takeMessage } from '#server/results/results.ts'

const HL7 = 'x-application/hl7-v2+er7'
const LARGEST_MESSAGE = 8 * 1024 * 1024

export const labMessagesCall = {
  route: 'POST /connector/v1/lab-messages', summary: 'A message of a laboratory, HL7 v2 ORU^R01; answered with its acknowledgement, 422 when it is refused.', right: 'lab-messages' as const,
  body: z.string(), answer: z.string(), mediaType: HL7,
  read: express.raw({ limit: LARGEST_MESSAGE, type: [HL7, 'application/hl7-v2', 'text/plain'] }),
} satisfies DescribedCall & { right: ConnectorRight; read: unknown }

/** Takes a message as it came, byte by byte; it is kept whole whether or not it can be read. */
export async function takeLabMessage(app: App, req: Request, res: Response, call: ConnectorCall): Promise<void> {
  if (!Buffer.isBuffer(req.body) || req.body.length === 0) return turnAway(req, res, { code: 'REQUEST_UNREADABLE' })
  if (!(await app.store.tx((w) => spendToken(w, call)))) return refuseToken(app, req, res, labMessagesCall, 'CONNECTOR_TOKEN_USED', call)
  const taken = await takeMessage(app, req.body, { via: 'connector', scene: sceneOf(app, req, call), timeZone: app.config.practiceTimeZone })
  res.status(taken.code === 'AA' ? 200 : 422).type(HL7).send(taken.ack)
}
