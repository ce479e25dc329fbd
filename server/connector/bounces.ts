import express, { type Request, type Response } from 'express'
import { z } from 'zod'
import type { App } from '#server/app.ts'
import { refuseToken, sceneOf, turnAway } from '#server/connector/call.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'
import { spendToken, type ConnectorCall } from '#server/connector/token.ts'
import type { DescribedCall } from '#server/http/openapi.ts'
import { readReport, type DeliveryReport } from '#server/outbox/delivery-report.ts'
import { noteReport } from '#server/outbox/note-report.ts'
import { LARGEST_REPORT } from '#server/outbox/read-maildir.ts'

/** A report as the mail system got it, or its three facts. */
const body = z.union([
  z.strictObject({ message: z.string().min(1).max(LARGEST_REPORT) }),
  z.strictObject({
    returnPath: z.string().min(3).max(320),
    action: z.enum(['failed', 'delayed']),
    status: z.string().regex(/^[245]\.\d{1,3}\.\d{1,3}$/),
  }),
])

export const bouncesCall = {
  route: 'POST /connector/v1/bounces', summary: 'A report of a mail system on one of our mails (RFC 3464).', right: 'bounces' as const,
  body, answer: z.strictObject({ outcome: z.string() }),
  read: express.json({ limit: 2 * LARGEST_REPORT, strict: true, type: 'application/json' }),
} satisfies DescribedCall & { right: ConnectorRight; read: unknown }

/** Notes a report. It is read before the transaction: a mail may take a while to take apart. */
export async function takeBounce(app: App, req: Request, res: Response, call: ConnectorCall): Promise<void> {
  const told = body.safeParse(req.body)
  if (!told.success) return turnAway(req, res, { code: 'FIELDS_NOT_ACCEPTED', fields: { body: 'message, or returnPath, action and status' } })
  const report = await reportOf(told.data)
  const scene = sceneOf(app, req, call)
  const outcome = await app.store.tx(async (w) => {
    if (!(await spendToken(w, call))) return null
    return report ? noteReport(w, app, scene, report, call.issuer) : 'ignored'
  })
  if (outcome === null) return refuseToken(app, req, res, bouncesCall, 'CONNECTOR_TOKEN_USED', call)
  res.json({ outcome })
}

async function reportOf(told: z.infer<typeof body>): Promise<DeliveryReport | null> {
  if ('message' in told) return readReport(told.message)
  return { sentTo: [told.returnPath], action: told.action, status: told.status }
}
