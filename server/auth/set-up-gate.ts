import type { RequestHandler } from 'express'
import type { App } from '#server/app.ts'
import { needsSetUp } from '#server/auth/session-answer.ts'
import { sendProblem } from '#server/http/problem.ts'
import { languageOf } from '#server/http/request.ts'

const OPEN = ['/session', '/set-up', '/set-up/confirm', '/health', '/ready']

/** Until the first administrator exists the server serves the set-up and nothing else (AU-01). Once there is one, nothing is asked. */
export function setUpGate(app: App): RequestHandler {
  let isSetUp = app.config.mode !== 'real'
  const look: RequestHandler = async (req, res, next) => {
    isSetUp = !(await needsSetUp(app.store.read, app))
    const open = isSetUp || OPEN.includes(req.path) && (req.path !== '/session' || req.method === 'GET')
    if (open) return next()
    sendProblem(res, { code: 'NEEDS_SET_UP' }, languageOf(req), String(res.locals.requestId))
  }
  return (req, res, next) => (isSetUp ? next() : look(req, res, next))
}
