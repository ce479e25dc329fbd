import type { Request, RequestHandler, Response } from 'express'
import { cellFor } from '#domain/actions.ts'
import { isoOf, SECOND } from '#domain/time.ts'
import type { Announcement } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { findSession } from '#server/auth/auth.ts'
import { sendProblem } from '#server/http/problem.ts'
import { languageOf, sessionIdOfRequest } from '#server/http/request.ts'

const CHECK_EVERY = 5 * SECOND

type Listener = { res: Response; sessionId: string; staffId: string }

/** The open streams of this process. */
export type Live = { handler: RequestHandler; check: () => Promise<void>; close: () => void; count: () => number }

/** Who hears of an event: everybody, or only these members of staff. */
export type Hearers = (app: App, what: Announcement) => Promise<ReadonlySet<string> | 'everybody'>

/**
 * One server-sent event stream per browser: `data: {"topic","id"}` after each commit to whoever may know of it (AZ-02),
 * `event: session` with the instant of the idle lock, `event: end` when the session is over. Listening is never
 * activity (AU-10).
 */
export function makeLive(app: App, hearersOf: Hearers): Live {
  const listeners = new Set<Listener>()
  app.store.onAnnounce((what) => {
    if (listeners.size > 0) void tellOf(what)
    if (what.topic === 'sessions') void check()
  })

  async function tellOf(what: Announcement): Promise<void> {
    // Where it cannot be said who may hear of it, nobody does: screens read again when the line is back.
    const hearers = await hearersOf(app, what).catch(() => new Set<string>())
    for (const { res, staffId } of listeners) {
      if (hearers === 'everybody' || hearers.has(staffId)) res.write(`data: ${JSON.stringify(what)}\n\n`)
    }
  }

  async function check(): Promise<void> {
    const at = app.clock.now()
    for (const listener of listeners) {
      const session = await findSession(app.store.read, app, listener.sessionId, at).catch(() => null)
      if (session) tell(listener.res, 'session', { idleLockAt: isoOf(session.idleLockAt), now: isoOf(at) })
      else {
        tell(listener.res, 'end', {})
        listener.res.end()
        listeners.delete(listener)
      }
    }
  }
  const timer = setInterval(() => void check(), CHECK_EVERY)
  timer.unref()

  const handler = async (req: Request, res: Response): Promise<void> => {
    const sessionId = await sessionIdOfRequest(app, req)
    const session = sessionId ? await findSession(app.store.read, app, sessionId, app.clock.now()) : null
    if (!session || cellFor('live.listen', session.actor.roles) !== 'Y') {
      return sendProblem(res, { code: 'NOT_SIGNED_IN' }, languageOf(req), String(res.locals.requestId))
    }
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
    const listener = { res, sessionId: session.actor.sessionId, staffId: session.actor.id }
    listeners.add(listener)
    req.on('close', () => listeners.delete(listener))
    tell(res, 'session', { idleLockAt: isoOf(session.idleLockAt), now: isoOf(app.clock.now()) })
  }

  return {
    handler,
    check,
    count: () => listeners.size,
    close: () => {
      clearInterval(timer)
      for (const { res } of listeners) res.end()
      listeners.clear()
    },
  }
}

function tell(res: Response, event: string, data: Record<string, unknown>): void {
  res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
