import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { bearerOf, refuseToken, sceneOf, turnAway } from '#server/connector/call.ts'
import { spendToken, verifyConnectorToken, type ConnectorCall } from '#server/connector/token.ts'
import { answerOutside, settleFromPortal } from '#server/proxy-access/proxy-access.ts'

const ACCESS = 'GET /connector/v1/patients/:id/access'
const SETTLE = 'POST /connector/v1/proxy-grants/:id/settle'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
/** `viewer`: `patient`, or the id of a proxy. `at`: now unless said. `portal`: where a key speaks for several. */
const query = z.strictObject({ viewer: id, at: z.iso.datetime().optional(), portal: id.optional() })
const settleBody = z.strictObject({ outcome: z.enum(['confirmed', 'declined']), portal: id.optional() })

/**
 * What a portal asks and reports about proxies, each key for its own portal alone: who may see what now, computed by the
 * function of the console's own screens; and that a proxy confirmed in the account that they have there.
 */
export function accessDoor(app: App, door: Router): void {
  door.get('/patients/:id/access', async (req, res) => {
    const call = await callOf(app, req, res, ACCESS)
    if (call) await answerAccess(app, req, res, call)
  })
  door.post('/proxy-grants/:id/settle', express.json({ limit: 4096, strict: true, type: 'application/json' }), async (req, res) => {
    const call = await callOf(app, req, res, SETTLE)
    if (call) await settle(app, req, res, call)
  })
}

async function callOf(app: App, req: Request, res: Response, route: string): Promise<ConnectorCall | null> {
  const call = await verifyConnectorToken(app, bearerOf(req), 'access')
  if (call) return call
  await refuseToken(app, req, res, { code: 'CONNECTOR_TOKEN_REFUSED', route, right: 'access' }, null)
  return null
}

/** The portal that a call is about: the named one, or the only one that its key speaks for. Null: it speaks for no such portal. */
function portalOf({ portals }: ConnectorCall, named: string | undefined): string | null {
  if (named !== undefined) return portals.includes(named) ? named : null
  return portals.length === 1 ? portals[0] ?? null : null
}

async function answerAccess(app: App, req: Request, res: Response, call: ConnectorCall): Promise<void> {
  const patientId = id.safeParse(req.params.id)
  const asked = query.safeParse(req.query)
  if (!patientId.success || !asked.success) return turnAway(req, res, { code: 'FIELDS_NOT_ACCEPTED', fields: { query: 'viewer, and at as an instant' } })
  const { viewer } = asked.data
  const portalId = portalOf(call, asked.data.portal)
  if (portalId === null) return turnAway(req, res, { code: 'NOT_FOUND' })
  const at = asked.data.at === undefined ? app.clock.now() : Date.parse(asked.data.at)
  const outcome = await app.store.tx(async (w) => {
    if (!(await spendToken(w, call))) return 'used' as const
    const answer = await answerOutside(w, { patientId: patientId.data, portalId, viewer, at })
    if (!answer) return null
    await recordEvent(w, sceneOf(app, req, call), {
      event: 'proxy.asked-from-outside', patientId: patientId.data,
      detail: { portalId, viewer, visible: answer.capabilities.filter((one) => one.answer !== 'no').length },
    })
    return answer
  })
  if (outcome === 'used') return refuseToken(app, req, res, { code: 'CONNECTOR_TOKEN_USED', route: ACCESS, right: 'access' }, call)
  if (outcome === null) return turnAway(req, res, { code: 'NOT_FOUND' })
  res.json(outcome)
}

async function settle(app: App, req: Request, res: Response, call: ConnectorCall): Promise<void> {
  const grantId = id.safeParse(req.params.id)
  const body = settleBody.safeParse(req.body)
  if (!grantId.success || !body.success) return turnAway(req, res, { code: 'FIELDS_NOT_ACCEPTED', fields: { outcome: 'confirmed or declined' } })
  const portalId = portalOf(call, body.data.portal)
  if (portalId === null) return turnAway(req, res, { code: 'NOT_FOUND' })
  const settled = await app.store.tx(async (w) => {
    if (!(await spendToken(w, call))) return 'used' as const
    return settleFromPortal(w, app, sceneOf(app, req, call), { grantId: grantId.data, portalId, outcome: body.data.outcome })
  })
  if (settled === 'used') return refuseToken(app, req, res, { code: 'CONNECTOR_TOKEN_USED', route: SETTLE, right: 'access' }, call)
  if (!settled) return turnAway(req, res, { code: 'NOT_FOUND' })
  res.json({ outcome: body.data.outcome })
}
