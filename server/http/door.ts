import { Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import { findSession, type OpenSession } from '#server/auth/auth.ts'
import type { Outcome } from '#server/http/act.ts'
import { fieldFaults } from '#server/http/fields.ts'
import { makeLimit, type Limit } from '#server/http/limits.ts'
import { problemStatus, sendProblem, type Problem } from '#server/http/problem.ts'
import { carriesCsrf, comesFromHere, languageOf, sessionIdOfRequest, sourceOf } from '#server/http/request.ts'

/** One request at a door, before or beside a session. */
export type AtDoor<B> = {
  app: App; req: Request; res: Response; body: B; at: Instant; requestId: string; language: Language; scene: AuditScene
}

type Description<B, A> = {
  path: `GET /api/${string}` | `POST /api/${string}`
  summary: string
  body?: z.ZodType<B>
  answer: z.ZodType<A>
  withoutOrigin?: boolean
}

/** A request that is no row of the action table: sign-in, set-up, a mailed link. It checks by itself who may. */
export type Door = {
  path: string
  summary: string
  body: z.ZodType | null
  answer: z.ZodType
  needsSession: boolean
  /** Also for a client that is no browser and names no origin: the test practice's own doors. */
  withoutOrigin: boolean
  run: (at: AtDoor<unknown>, session: OpenSession | null) => Promise<Outcome<unknown>>
}

/** Open to anybody who comes from our own pages. */
export function openDoor<B, A>(door: Description<B, A> & { run: (at: AtDoor<B>) => Promise<Outcome<A>> }): Door {
  return { ...common(door), needsSession: false, run: door.run as Door['run'] }
}

/** For the person whose session it is: session, origin and CSRF token are checked first (IN-09). */
export function ownDoor<B, A>(door: Description<B, A> & { run: (at: AtDoor<B>, session: OpenSession) => Promise<Outcome<A>> }): Door {
  return { ...common(door), needsSession: true, run: door.run as unknown as Door['run'] }
}

function common({ path, summary, body, answer, withoutOrigin }: { path: string; summary: string; body?: z.ZodType; answer: z.ZodType; withoutOrigin?: boolean }) {
  return { path, summary, body: body ?? null, answer, withoutOrigin: withoutOrigin ?? false }
}

/** Tries each second from one source that a door looks at; what is more gets 429 without a row anywhere. */
const TRIES_PER_SECOND = 30

/** Mounts doors under `/api`. */
export function doorway(app: App, doors: readonly Door[]): Router {
  const router = Router()
  const limit = makeLimit(app.clock, Math.max(TRIES_PER_SECOND, app.config.requestsPerSecond))
  for (const door of doors) {
    const [method, path] = door.path.split(' /api') as ['GET' | 'POST', string]
    const handler = (req: Request, res: Response) => knock(app, door, limit, req, res)
    if (method === 'GET') router.get(path, handler)
    else router.post(path, handler)
  }
  return router
}

async function knock(app: App, door: Door, limit: Limit, req: Request, res: Response): Promise<void> {
  const at = app.clock.now()
  const requestId = String(res.locals.requestId)
  const language = languageOf(req)
  const sourceAddress = sourceOf(req)
  const refuse = (problem: Problem) => sendProblem(res, problem, language, requestId)
  const wait = limit(sourceAddress)
  if (wait !== null) return refuse({ code: 'TOO_MANY_REQUESTS', facts: { seconds: wait } })

  const session = door.needsSession ? await sessionAt(app, req, at) : null
  const scene: AuditScene = {
    actor: { id: session?.actor.id ?? 'anonymous', roles: session?.actor.roles ?? [] }, at, requestId, sourceAddress,
  }
  const audit = (reasonCode: ReasonCode) => app.store.tx((w) => recordEvent(w, scene, {
    event: 'access.refused', outcome: 'refused', reasonCode, detail: { route: door.path, action: 'door' },
  }))
  const turnAway = async (code: ReasonCode): Promise<void> => {
    await audit(code)
    refuse({ code })
  }
  if (door.needsSession && !session) return turnAway('NOT_SIGNED_IN')
  const nameless = door.withoutOrigin && req.headers.origin === undefined && req.headers['sec-fetch-site'] === undefined
  if (req.method !== 'GET' && (!(nameless || comesFromHere(app, req)) || (session && !carriesCsrf(app, req, session.actor.sessionId)))) {
    return turnAway('ORIGIN_NOT_OURS')
  }
  const parsed = door.body?.safeParse(req.body ?? {})
  if (parsed && !parsed.success) return refuse({ code: 'FIELDS_NOT_ACCEPTED', fields: fieldFaults(parsed.error.issues) })

  const outcome = await door.run({ app, req, res, body: parsed?.data, at, requestId, language, scene }, session)
  if ('refused' in outcome && problemStatus(outcome.refused) === 403) await audit(outcome.refused)
  if ('refused' in outcome) return refuse({ code: outcome.refused, facts: outcome.facts, fields: outcome.fields, current: outcome.current })
  res.status(200).json(outcome.done)
}

async function sessionAt(app: App, req: Request, at: Instant): Promise<OpenSession | null> {
  const sessionId = await sessionIdOfRequest(app, req)
  return sessionId ? findSession(app.store.read, app, sessionId, at) : null
}
