import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import type { App } from '#server/app.ts'
import { bouncesCall, takeBounce } from '#server/connector/bounces.ts'
import { bearerOf, refuseToken, sceneOf, turnAway } from '#server/connector/call.ts'
import { labMessagesCall, takeLabMessage } from '#server/connector/lab-messages.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'
import type { PortalCall } from '#server/connector/portal-call.ts'
import { portalCalls } from '#server/connector/portal-calls.ts'
import { signingKeys } from '#server/connector/signing-key.ts'
import { spendToken, verifyConnectorToken, type ConnectorCall } from '#server/connector/token.ts'
import { fieldFaults } from '#server/http/fields.ts'
import { makeLimit } from '#server/http/limits.ts'
import type { DescribedCall } from '#server/http/openapi.ts'
import { sourceOf } from '#server/http/request.ts'

/** Longest body of a portal's call (IN-03). */
const LARGEST_CALL = '100kb'

/** What other systems call, for the description of the interface. */
export const describedCalls: readonly (DescribedCall & { right: ConnectorRight })[] = [...portalCalls, bouncesCall, labMessagesCall]

/** What other systems call, mounted at `/connector/v1`: a signed token for each call, no cookie, no session (IN-09). */
export function connectorDoor(app: App): Router {
  const door = Router()
  const limit = makeLimit(app.clock, app.config.requestsPerSecond)
  door.use((req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    const wait = limit(sourceOf(req))
    if (wait === null) return next()
    turnAway(req, res, { code: 'TOO_MANY_REQUESTS', facts: { seconds: wait } })
  })
  const json = express.json({ limit: LARGEST_CALL, strict: true, type: 'application/json' })
  for (const call of portalCalls) {
    const handlers: RequestHandler[] = [verified(app, call), json, async (req, res) => takeCall(app, req, res, call)]
    if (call.route.startsWith('GET')) door.get(pathOf(call), ...handlers)
    else door.post(pathOf(call), ...handlers)
  }
  for (const [call, body, take] of [[bouncesCall, bouncesCall.read, takeBounce], [labMessagesCall, labMessagesCall.read, takeLabMessage]] as const) {
    door.post(pathOf(call), verified(app, call), body, async (req, res) => take(app, req, res, callOf(res)))
  }
  door.get('/keys', async (_req, res) => void res.json(await signingKeys(app)))
  door.use((req, res) => turnAway(req, res, { code: 'NOT_FOUND' }))
  return door
}

/** The token is looked at before a byte of the body. */
function verified(app: App, what: (typeof describedCalls)[number]): RequestHandler {
  return async (req, res, next) => {
    const call = await verifyConnectorToken(app, bearerOf(req), what.right)
    if (!call) return refuseToken(app, req, res, what, 'CONNECTOR_TOKEN_REFUSED', null)
    res.locals.call = call
    next()
  }
}

/** One call in one transaction with its token. A connector that does not speak for the portal hears that there is none. */
async function takeCall(app: App, req: Request, res: Response, what: PortalCall): Promise<void> {
  const call = callOf(res)
  const [params, query, body] = [what.params?.safeParse(req.params), what.query?.safeParse(req.query), what.body?.safeParse(req.body ?? {})]
  const faults = [params, query, body].flatMap((part) => (part?.success === false ? part.error.issues : []))
  if (faults.length > 0) return turnAway(req, res, { code: 'FIELDS_NOT_ACCEPTED', fields: fieldFaults(faults) })
  const carried = { params: params?.data, query: query?.data, body: body?.data }
  const portals = spokenFor(call, what.portalOf(carried))
  if (portals === null) return turnAway(req, res, { code: 'NOT_FOUND' })
  const scene = sceneOf(app, req, call)
  const outcome = await app.store.tx(async (w) => (await spendToken(w, call) ? what.run({ ...carried, w, app, scene, portals }) : null))
  if (outcome === null) return refuseToken(app, req, res, what, 'CONNECTOR_TOKEN_USED', call)
  if ('code' in outcome) return turnAway(req, res, { code: outcome.code })
  res.json(outcome.answer)
}

/** The named portal, or the only one of the key; every one of the key for what names none. Null: the key does not speak for it. */
function spokenFor({ portals }: ConnectorCall, named: string | null | undefined): readonly string[] | null {
  if (named === null) return portals
  if (named === undefined) return portals.length === 1 ? portals : null
  return portals.includes(named) ? [named] : null
}

function pathOf({ route }: DescribedCall): string {
  return route.slice(route.indexOf('/v1') + '/v1'.length)
}

function callOf(res: Response): ConnectorCall {
  return res.locals.call as ConnectorCall
}
