import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import type { App } from '#server/app.ts'
import { makeLimit } from '#server/http/limits.ts'
import { sourceOf } from '#server/http/request.ts'
import { faultOf } from '#server/log.ts'
import { answer, atPage, type AtPage } from '#server/patient-pages/at-page.ts'
import { fromQr, invitationOfLink, showCheck, takeCheck } from '#server/patient-pages/begin.ts'
import { overPage } from '#server/patient-pages/bodies.ts'
import { takeConsent } from '#server/patient-pages/consents.ts'
import { takeSignIn } from '#server/patient-pages/finish.ts'
import { sendMailCode, showInvitation } from '#server/patient-pages/mail-code.ts'
import { answerProxy, finishProxy, showProxy } from '#server/patient-pages/proxy.ts'
import { sendWaits } from '#server/patient-pages/waits.ts'
import { showNotMe, showProof, showReset, takeNotMe, takeProof, takeReset } from '#server/patient-pages/recovery.ts'
import { words } from '#server/patient-pages/words.ts'
import { html } from '#server/patient-pages/markup.ts'

/** Requests each second from one network: a waiting room shares one. */
const PER_SECOND = 20

type Handler = (page: AtPage, token: string) => Promise<void>

/**
 * What patients open, mounted at `/p`: server-rendered, no script needed, no session, no console cookie read; forms of 8 kB at most
 * with a signed field (IN-09). A link's token is one path segment: the log keeps the route's template alone. `more` are pages
 * of other rooms under the same roof.
 */
export function patientPagesDoor(app: App, more: readonly Router[] = []): Router {
  const door = Router()
  const limit = makeLimit(app.clock, Math.max(PER_SECOND, app.config.requestsPerSecond))
  door.use((req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    res.setHeader('X-Robots-Tag', 'noindex')
    const wait = limit(sourceOf(req))
    if (wait === null) return next()
    res.setHeader('Retry-After', String(wait))
    const page = atPage(app, req, res)
    const say = words[page.language].check
    void answer(page, { title: say.slowed, body: html`<p>${say.slowedNext}</p>`, status: 429 })
  })
  door.use(express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 }))
  const at = (handler: Handler): RequestHandler => async (req, res) => handler(atPage(app, req, res), String(req.params.token ?? ''))

  door.get('/waits.js', sendWaits)
  door.get('/', at((page) => showCheck(page, { kind: 'desk', about: 'desk', action: '/p' })))
  door.post('/', at((page) => takeCheck(page, { kind: 'desk', about: 'desk', action: '/p' })))
  door.get('/c/:token', at(byQr(showCheck)))
  door.post('/c/:token', at(byQr(takeCheck)))
  door.get('/i/:token', at(byLink(showInvitation)))
  door.post('/i/:token', at(byLink(sendMailCode)))
  door.get('/i/:token/code', at(byLink(showInvitation)))
  door.post('/i/:token/code', at(byLink((page, token, invitationId) => takeCheck(page, { kind: 'mail', about: `mail:${invitationId}`, action: `/p/i/${token}/code`, invitationId }))))
  door.post('/terms', at((page) => takeConsent(page, 'terms')))
  door.post('/agreement', at((page) => takeConsent(page, 'agreement')))
  door.post('/sign-in', at(takeSignIn))
  door.get('/proxy/:token', at(showProxy))
  door.post('/proxy/:token', at(answerProxy))
  door.post('/proxy/:token/account', at(finishProxy))
  door.get('/recover/:token', at(showProof))
  door.post('/recover/:token', at(takeProof))
  door.get('/reset/:token', at(showReset))
  door.post('/reset/:token', at(takeReset))
  door.get('/not-me/:token', at(showNotMe))
  door.post('/not-me/:token', at(takeNotMe))
  for (const router of more) door.use(router)
  door.use((req, res) => void answer(atPage(app, req, res), { ...overPage(atPage(app, req, res).language, 'link'), status: 404 }))
  door.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    const { type, status } = error as { type?: string; status?: number }
    const page = atPage(app, req, res)
    if (status !== undefined && status < 500) return void answer(page, { ...overPage(page.language, 'form'), status: type === 'entity.too.large' ? 413 : 400 })
    app.log.error({ requestId: String(res.locals.requestId), fault: faultOf(error) }, 'a patient page failed')
    const say = words[page.language].check
    void answer(page, { title: words[page.language].over.title, body: html`<p>${say.slowedNext}</p>`, status: 503 })
  })
  return door
}

function byQr(handler: typeof showCheck | typeof takeCheck): Handler {
  return (page, token) => {
    const from = fromQr(page, token)
    return from ? handler(page, from) : answer(page, overPage(page.language, 'link'))
  }
}

function byLink(handler: (page: AtPage, token: string, invitationId: string) => Promise<void>): Handler {
  return async (page, token) => {
    const found = await invitationOfLink(page, token)
    return 'over' in found ? answer(page, overPage(page.language, found.over)) : handler(page, token, found.invitationId)
  }
}
