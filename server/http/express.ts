import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response, type Router } from 'express'
import { StorageReadOnly, StorageUnavailable } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { AuditUnwritable } from '#server/audit/recorder.ts'
import type { Door } from '#server/http/door.ts'
import { makeLimit } from '#server/http/limits.ts'
import type { Live } from '#server/http/live.ts'
import type { DescribedCall } from '#server/http/openapi.ts'
import { consolePages } from '#server/http/pages.ts'
import { carry } from '#server/http/pipeline.ts'
import { sendProblem } from '#server/http/problem.ts'
import { languageOf } from '#server/http/request.ts'
import type { AnyRoute } from '#server/http/route.ts'
import { securityHeaders } from '#server/http/security-headers.ts'
import { faultOf } from '#server/log.ts'

/** What is mounted beside the route table: sign-in, health, the practice's test and demo doors. */
export type Doors = { gate?: RequestHandler; console: Router[]; described?: readonly Door[]; connector?: Router; calls?: readonly DescribedCall[]; patientPages?: Router; clientDir: string }

/** Puts the whole HTTP side together. A route without a row in the action table does not compile. */
export function makeExpress(app: App, routes: readonly AnyRoute[], live: Live, doors: Doors): Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('etag', false)
  web.set('query parser', 'simple')
  web.set('trust proxy', app.config.trustProxy ? app.config.trustProxy.split(',').map((one) => one.trim()) : false)
  web.use((req, res, next) => {
    const random = app.random.bytes(22)
    res.locals.requestId = random.toString('hex', 0, 6)
    res.locals.nonce = random.toString('base64url', 6)
    res.setHeader('X-Request-Id', String(res.locals.requestId))
    logWhenDone(app, req, res)
    next()
  })
  web.use(securityHeaders(app))
  const json = express.json({ limit: '100kb', strict: true, type: 'application/json' })
  web.use('/api', (req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    if (Object.values(req.query).some(Array.isArray)) {
      return sendProblem(res, { code: 'REQUEST_UNREADABLE' }, languageOf(req), String(res.locals.requestId))
    }
    json(req, res, next)
  })
  const limit = makeLimit(app.clock, app.config.requestsPerSecond)
  const handlers = new Map(routes.map((route) => [route.path, carry(app, route, limit)]))
  if (doors.gate) web.use('/api', doors.gate)
  web.use(atOnce(handlers))
  web.get('/api/openapi.json', async (_req, res) => {
    const { openApiOf } = await import('#server/http/openapi.ts')
    res.json(openApiOf(routes, doors.described ?? [], doors.calls ?? []))
  })
  web.get('/api/docs', async (_req, res) => {
    const { docsPage } = await import('#server/http/openapi.ts')
    res.type('html').send(docsPage(routes, doors.described ?? [], doors.calls ?? []))
  })
  web.get('/api/events', live.handler)
  for (const door of doors.console) web.use('/api', door)
  for (const [route, handler] of handlers) {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string]
    if (!path.includes(':')) continue
    if (method === 'GET') web.get(path, handler)
    else web.post(path, handler)
  }
  web.use('/api', (req, res) => sendProblem(res, { code: 'NOT_FOUND' }, languageOf(req), String(res.locals.requestId)))
  if (doors.connector) web.use('/connector/v1', doors.connector)
  if (doors.patientPages) web.use('/p', doors.patientPages)
  web.use(consolePages(doors.clientDir))
  web.use((_req, res) => void res.status(404).type('text/plain').send('Nothing is here.'))
  web.use(onFault(app))
  return web
}

/** Finds a route without parameters by its path alone, however it is cased and whether it ends in a slash. */
function atOnce(handlers: ReadonlyMap<string, RequestHandler>): RequestHandler {
  const exact = new Map([...handlers].filter(([path]) => !path.includes(':')))
  return (req, res, next) => {
    const path = req.path.replace(/(?<=.)\/$/, '').toLowerCase()
    const handler = exact.get(`${req.method === 'HEAD' ? 'GET' : req.method} ${path}`)
    if (!handler) return next()
    res.locals.route = path
    return handler(req, res, next)
  }
}

function logWhenDone(app: App, req: Request, res: Response): void {
  const started = performance.now()
  res.on('finish', () => {
    const route = req.route as { path?: string } | undefined
    const found = res.locals.route as string | undefined
    app.log.info({
      requestId: String(res.locals.requestId), method: req.method, route: route?.path ?? found ?? '-',
      status: res.statusCode, ms: Math.round(performance.now() - started),
    }, 'answered')
  })
}

function onFault(app: App): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const requestId = String(res.locals.requestId)
    const language = languageOf(req)
    if (res.headersSent) return void res.end()
    const type = (error as { type?: string; status?: number }).type
    if (type === 'entity.too.large') return sendProblem(res, { code: 'REQUEST_TOO_LARGE' }, language, requestId)
    if (type?.startsWith('entity.') || type?.startsWith('encoding.') || type?.startsWith('charset.') || (error as { status?: number }).status === 400) {
      return sendProblem(res, { code: 'REQUEST_UNREADABLE' }, language, requestId)
    }
    app.log.error({ requestId, fault: faultOf(error) }, 'a request failed')
    sendProblem(res, { code: codeOfFault(error) }, language, requestId)
  }
}

function codeOfFault(error: unknown): 'READ_ONLY' | 'STORAGE_BUSY' | 'SERVER_FAULT' {
  if (error instanceof StorageReadOnly) return 'READ_ONLY'
  return error instanceof StorageUnavailable || error instanceof AuditUnwritable ? 'STORAGE_BUSY' : 'SERVER_FAULT'
}
