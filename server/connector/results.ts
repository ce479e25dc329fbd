import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Viewer } from '#domain/access/facts.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { isoOf } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { recordDurably } from '#server/audit/record-durably.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import type { ConnectorRight } from '#server/connector/keys.ts'
import { spendToken, verifyConnectorToken, type ConnectorCall } from '#server/connector/token.ts'
import { sendProblem } from '#server/http/problem.ts'
import { languageOf, sourceOf } from '#server/http/request.ts'
import { noteRead, takeMessage, visibilityOf, visibleResultIds } from '#server/results/results.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
/** `viewer`: `patient`, or the id of a proxy person. Without `results`: every result of the patient. */
const visibilityBody = z.strictObject({ portalId: id, patientId: id, viewer: id, results: z.array(id).min(1).max(200).optional(), at: z.iso.datetime().optional() })
const readBody = z.strictObject({ portalId: id, patientId: id, viewer: id, resultId: id, at: z.iso.datetime() })
const LARGEST_MESSAGE = 8 * 1024 * 1024

/** What portals ask and report about results, and messages that laboratories send over HTTP. */
export function mountResults(app: App, door: Router): void {
  const json = express.json({ limit: 100_000, strict: true, type: 'application/json' })
  const bytes = express.raw({ limit: LARGEST_MESSAGE, type: ['x-application/hl7-v2+er7', 'application/hl7-v2', 'text/plain'] })
  door.post('/results/visibility', json, carried(app, 'results', 'POST /connector/v1/results/visibility', askVisibility))
  door.post('/results/reads', json, carried(app, 'results', 'POST /connector/v1/results/reads', reportRead))
  door.post('/lab-messages', bytes, carried(app, 'lab-messages', 'POST /connector/v1/lab-messages', sendMessage))
}

type Carry = (app: App, req: Request, res: Response, scene: AuditScene) => Promise<void>

/** Lets a call through whose token is ours, may do this, and was not used before. */
function carried(app: App, right: ConnectorRight, route: string, carry: Carry) {
  return async (req: Request, res: Response): Promise<void> => {
    const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.headers.authorization ?? '')?.[1] ?? ''
    const call = await verifyConnectorToken(app, bearer, right)
    const scene = sceneOf(app, req, call)
    const spent = call !== null && await app.store.tx((w) => spendToken(w, call))
    if (spent) return carry(app, req, res, scene)
    const code: ReasonCode = call ? 'CONNECTOR_TOKEN_USED' : 'CONNECTOR_TOKEN_REFUSED'
    await app.store.tx((w) => recordEvent(w, scene, { event: 'access.refused', outcome: 'refused', reasonCode: code, detail: { route, action: `connector.${right}` } }))
    turnAway(req, res, code)
  }
}

async function askVisibility(app: App, req: Request, res: Response, scene: AuditScene): Promise<void> {
  const asked = visibilityBody.safeParse(req.body)
  if (!asked.success) return turnAway(req, res, 'FIELDS_NOT_ACCEPTED')
  const { portalId, patientId, viewer, results, at } = asked.data
  const db = app.store.read
  const ids = results ?? await visibleResultIds(db, patientId)
  if (ids === null) return turnAway(req, res, 'NOT_FOUND')
  const instant = at === undefined ? scene.at : Date.parse(at)
  const answers = await visibilityOf(db, patientId, portalId, viewerOf(viewer), ids, instant)
  const visible = [...answers].filter(([, answer]) => answer.visible).map(([resultId]) => resultId)
  await recordDurably(app, scene, { event: 'result.visibility-asked', patientId, detail: { portalId, viewer, asked: ids.length, visible: visible.length } })
  // What is not visible is not there: no "pending", no gap, no reason (R68).
  res.json({ at: isoOf(instant), visible })
}

async function reportRead(app: App, req: Request, res: Response, scene: AuditScene): Promise<void> {
  const told = readBody.safeParse(req.body)
  if (!told.success) return turnAway(req, res, 'FIELDS_NOT_ACCEPTED')
  const { portalId, patientId, viewer, resultId, at } = told.data
  const noted = await app.store.tx((w) => noteRead(w, scene, { portalId, patientId, viewer, resultId, at: Math.min(Date.parse(at), scene.at) }))
  if (!noted) return turnAway(req, res, 'NOT_FOUND')
  res.json({ noted: true })
}

async function sendMessage(app: App, req: Request, res: Response, scene: AuditScene): Promise<void> {
  if (!Buffer.isBuffer(req.body) || req.body.length === 0) return turnAway(req, res, 'REQUEST_UNREADABLE')
  const taken = await takeMessage(app, req.body, { via: 'connector', scene, timeZone: app.config.practiceTimeZone })
  res.status(taken.code === 'AA' ? 200 : 422).type('x-application/hl7-v2+er7').send(taken.ack)
}

function viewerOf(viewer: string): Viewer {
  return viewer === 'patient' ? { kind: 'patient' } : { kind: 'proxy', personId: viewer }
}

function turnAway(req: Request, res: Response, code: ReasonCode): void {
  sendProblem(res, { code }, languageOf(req), String(res.locals.requestId))
}

function sceneOf(app: App, req: Request, call: ConnectorCall | null): AuditScene {
  return { actor: { id: call ? `connector:${call.issuer}` : 'anonymous', roles: [] }, at: app.clock.now(), requestId: String(req.res?.locals.requestId), sourceAddress: sourceOf(req) }
}
