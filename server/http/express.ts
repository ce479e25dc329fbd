import express, { type ErrorRequestHandler, type Express, type Request, type Response, type Router } from 'express'
import helmet from 'helmet'
import { StorageReadOnly, StorageUnavailable } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { AuditUnwritable } from '#server/audit/recorder.ts'
import type { Door } from '#server/http/door.ts'
import { makeLimit } from '#server/http/limits.ts'
import type { Live } from '#server/http/live.ts'
import { docsPage, openApiOf } from '#server/http/openapi.ts'
import { consolePages } from '#server/http/pages.ts'
import { carry } from '#server/http/pipeline.ts'
import { sendProblem } from '#server/http/problem.ts'
import { languageOf } from '#server/http/request.ts'
import type { AnyRoute } from '#server/http/route.ts'
import { faultOf } from '#server/log.ts'

/** What is mounted beside the route table: sign-in, health, the practice's test and demo doors. */
export type Doors = { console: Router[]; described?: readonly Door[]; connector?: Router; clientDir: string }

/** Puts the whole HTTP side together. A route without a row in the action table does not compile. */
export function makeExpress(app: App, routes: readonly AnyRoute[], live: Live, doors: Doors): Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('etag', false)
  web.set('query parser', 'simple')
  web.set('trust proxy', app.config.trustProxy ? app.config.trustProxy.split(',').map((one) => one.trim()) : false)
  web.use((req, res, next) => {
    res.locals.requestId = app.random.bytes(6).toString('hex')
    res.locals.nonce = app.random.bytes(16).toString('base64url')
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
  const document = openApiOf(routes, doors.described ?? [])
  web.get('/api/openapi.json', (_req, res) => void res.json(document))
  web.get('/api/docs', (_req, res) => void res.type('html').send(docsPage(routes, doors.described ?? [])))
  web.get('/api/events', live.handler)
  for (const door of doors.console) web.use('/api', door)
  const limit = makeLimit(app.clock, app.config.requestsPerSecond)
  for (const route of routes) {
    const [method, path] = route.path.split(' ') as ['GET' | 'POST', string]
    const handler = carry(app, route, limit)
    if (method === 'GET') web.get(path, handler)
    else web.post(path, handler)
  }
  web.use('/api', (req, res) => sendProblem(res, { code: 'NOT_FOUND' }, languageOf(req), String(res.locals.requestId)))
  if (doors.connector) web.use('/connector/v1', doors.connector)
  web.use(consolePages(doors.clientDir))
  web.use((_req, res) => void res.status(404).type('text/plain').send('Nothing is here.'))
  web.use(onFault(app))
  return web
}

function securityHeaders(app: App) {
  const https = app.config.publicOrigin?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_req, res) => `'nonce-${String((res as Response).locals.nonce)}'`],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
}

function logWhenDone(app: App, req: Request, res: Response): void {
  const started = performance.now()
  res.on('finish', () => {
    const route = req.route as { path?: string } | undefined
    app.log.info({
      requestId: String(res.locals.requestId), method: req.method, route: route?.path ?? '-',
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
