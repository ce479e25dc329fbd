import express, { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { mountResults } from '#server/connector/results.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { App } from '#server/app.ts'
import { accessDoor } from '#server/connector/access.ts'
import { bearerOf, refuseToken, sceneOf, turnAway } from '#server/connector/call.ts'
import { connectorKeys } from '#server/connector/keys.ts'
import type { PortalCall } from '#server/connector/portal-call.ts'
import { portalCalls } from '#server/connector/portal-calls.ts'
import { signingKeys } from '#server/connector/signing-key.ts'
import { spendToken, verifyConnectorToken, type ConnectorCall } from '#server/connector/token.ts'
import { fieldFaults } from '#server/http/fields.ts'
import { makeLimit } from '#server/http/limits.ts'
import { sourceOf } from '#server/http/request.ts'
import { readReport, type DeliveryReport } from '#server/outbox/delivery-report.ts'
import { noteReport } from '#server/outbox/note-report.ts'
import { LARGEST_REPORT } from '#server/outbox/read-maildir.ts'

const BOUNCES = 'POST /connector/v1/bounces'
/** Longest body of a portal's call (IN-03). */
const LARGEST_CALL = '100kb'

/** A report as the mail system got it, or its three facts. */
const bounceBody = z.union([
  z.strictObject({ message: z.string().min(1).max(LARGEST_REPORT) }),
  z.strictObject({
    returnPath: z.string().min(3).max(320),
    action: z.enum(['failed', 'delayed']),
    status: z.string().regex(/^[245]\.\d{1,3}\.\d{1,3}$/),
  }),
])

/** What other systems call, mounted at `/connector/v1`: a signed token for each call, no cookie, no session (IN-09). */
export function connectorDoor(app: App): Router {
  const door = Router()
  const limit = makeLimit(app.clock, app.config.requestsPerSecond)
  const json = express.json({ limit: 2 * LARGEST_REPORT, strict: true, type: 'application/json' })
  door.use((req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    const wait = limit(sourceOf(req))
    if (wait === null) return next()
    turnAway(req, res, { code: 'TOO_MANY_REQUESTS', facts: { seconds: wait } })
  })
  door.post('/bounces', async (req, res, next) => {
    const call = await verifyConnectorToken(app, bearerOf(req), 'bounces')
    if (!call) return refuseCall(app, req, res, 'CONNECTOR_TOKEN_REFUSED', null)
    res.locals.call = call
    json(req, res, next)
  }, async (req, res) => takeBounce(app, req, res, res.locals.call as ConnectorCall))
  const messageJson = express.json({ limit: LARGEST_CALL, strict: true, type: 'application/json' })
  for (const portalCall of portalCalls) {
    door.post(portalCall.path, async (req, res, next) => {
      const call = await verifyConnectorToken(app, bearerOf(req), portalCall.right)
      if (!call) return refuseCall(app, req, res, 'CONNECTOR_TOKEN_REFUSED', null, portalCall)
      res.locals.call = call
      messageJson(req, res, next)
    }, async (req, res) => takeCall(app, req, res, res.locals.call as ConnectorCall, portalCall))
  }
  accessDoor(app, door)
  door.get('/keys', async (_req, res) => void res.json(await signingKeys(app)))
  mountResults(app, door)
  door.use((req, res) => turnAway(req, res, { code: 'NOT_FOUND' }))
  return door
}

/** A portal's call in one transaction with its token. A connector that does not speak for the portal hears that there is none. */
async function takeCall(app: App, req: Request, res: Response, call: ConnectorCall, what: PortalCall): Promise<void> {
  const body = what.body.safeParse(req.body ?? {})
  if (!body.success) return turnAway(req, res, { code: 'FIELDS_NOT_ACCEPTED', fields: fieldFaults(body.error.issues) })
  const portalId = what.portalOf(body.data as never)
  const portals = connectorKeys(app).filter((key) => key.iss === call.issuer && key.may.includes(what.right)).flatMap((key) => key.portals)
  if (portalId !== null && !portals.includes(portalId)) return turnAway(req, res, { code: 'NOT_FOUND' })
  const scene = sceneOf(app, req, call)
  const outcome = await app.store.tx(async (w) => (await spendToken(w, call) ? what.run(w, app, scene, body.data as never) : null))
  if (outcome === null) return refuseCall(app, req, res, 'CONNECTOR_TOKEN_USED', call, what)
  if ('code' in outcome) return turnAway(req, res, { code: outcome.code })
  res.json(outcome.answer)
}

async function takeBounce(app: App, req: Request, res: Response, call: ConnectorCall): Promise<void> {
  const body = bounceBody.safeParse(req.body)
  if (!body.success) return turnAway(req, res, { code: 'FIELDS_NOT_ACCEPTED', fields: { body: 'message, or returnPath, action and status' } })
  const report = await reportOf(body.data)
  const scene = sceneOf(app, req, call)
  const outcome = await app.store.tx(async (w) => {
    if (!(await spendToken(w, call))) return null
    return report ? noteReport(w, app, scene, report, call.issuer) : 'ignored'
  })
  if (outcome === null) return refuseCall(app, req, res, 'CONNECTOR_TOKEN_USED', call)
  res.json({ outcome })
}

async function reportOf(body: z.infer<typeof bounceBody>): Promise<DeliveryReport | null> {
  if ('message' in body) return readReport(body.message)
  return { sentTo: [body.returnPath], action: body.action, status: body.status }
}

function refuseCall(app: App, req: Request, res: Response, code: ReasonCode, call: ConnectorCall | null, what?: PortalCall): Promise<void> {
  return refuseToken(app, req, res, { code, route: what ? `POST /connector/v1${what.path}` : BOUNCES, right: what?.right ?? 'bounces' }, call)
}
