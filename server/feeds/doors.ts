import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { Router, type Request, type Response } from 'express'
import { cellFor, rolesThatMay } from '#domain/actions.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { App } from '#server/app.ts'
import { recordDurably } from '#server/audit/record-durably.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { findSession } from '#server/auth/auth.ts'
import { filesOf, findImport } from '#server/feeds/import-state.ts'
import { allRefusals, countRefusals } from '#server/feeds/list-refusals.ts'
import { receiveContent } from '#server/feeds/receive-content.ts'
import { receivedOf } from '#server/feeds/show-import.ts'
import { sendProblem, type Problem } from '#server/http/problem.ts'
import { carriesCsrf, comesFromHere, languageOf, sessionIdOfRequest, sourceOf } from '#server/http/request.ts'

/**
 * What does not fit the route table: a file's content, which is neither JSON nor small, and the report as a file. Both
 * ask what every route asks: session, origin and token, role, and the audit before the answer.
 */
export function feedsDoor(app: App): Router {
  const router = Router()
  router.post('/imports/:id/content', (req, res) => receive(app, req, res))
  router.get('/imports/:id/refusals.csv', (req, res) => sendReport(app, req, res))
  return router
}

async function receive(app: App, req: Request<{ id: string }>, res: Response): Promise<void> {
  const at = await personAt(app, req, res, 'POST /api/imports/:id/content')
  if (!at) return
  const key = req.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w.:-]{8,100}$/.test(key)) return at.refuse({ code: 'IDEMPOTENCY_KEY_NEEDED' })
  const from = Number(req.query.from ?? '0')
  const isContent = req.headers['content-type'] === 'application/octet-stream'
  if (!isContent || !Number.isSafeInteger(from) || from < 0) return at.refuse({ code: 'REQUEST_UNREADABLE' })
  const row = await findImport(app.store.read, req.params.id)
  const [file] = row ? await filesOf(app.store.read, row.id) : []
  if (!row || !file?.uploaded) return at.refuse({ code: 'NOT_FOUND' })
  if (row.state !== 'draft') return at.refuse({ code: 'IMPORT_UNDER_WAY' })
  const outcome = await receiveContent(file, from, req)
  if ('refused' in outcome) return at.refuse({ code: outcome.refused, facts: outcome.facts })
  const received = receivedOf(file)
  res.status(200).json({ received, complete: received === file.size })
}

const headings: Record<Language, string[]> = {
  en: ['File', 'Line', 'Kind', 'Rows', 'What is so', 'Next step', 'Rule'],
  es: ['Archivo', 'Línea', 'Tipo', 'Filas', 'Qué ocurre', 'Siguiente paso', 'Regla'],
}

/** The report as CSV. A spreadsheet shows every cell as text: what it would take for a formula is made harmless (IN-08). */
async function sendReport(app: App, req: Request<{ id: string }>, res: Response): Promise<void> {
  const at = await personAt(app, req, res, 'GET /api/imports/:id/refusals.csv')
  if (!at) return
  const row = await findImport(app.store.read, req.params.id)
  if (!row) return at.refuse({ code: 'NOT_FOUND' })
  await recordDurably(app, at.scene, {
    event: 'import.report-read', objectId: row.id, detail: { rows: await countRefusals(app.store.read, row.id), form: 'csv' },
  })
  res.status(200).setHeader('Content-Type', 'text/csv; charset=utf-8')
  res.setHeader('Content-Disposition', `attachment; filename="import-${row.id}-rows-not-taken.csv"`)
  async function* cells(): AsyncGenerator<(string | number)[]> {
    yield headings[at?.language ?? 'en']
    for await (const some of allRefusals(app.store.read, req.params.id, at?.language ?? 'en')) {
      for (const one of some) yield [one.fileName, one.line, one.kind, one.rows, one.message, one.next, one.rule]
    }
  }
  await pipeline(cells(), stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' }), res)
}

type AtDoor = { language: Language; scene: AuditScene; refuse: (problem: Problem) => void }

/** The person at a door, if they may import; else the refusal is recorded and sent. */
async function personAt(app: App, req: Request, res: Response, route: string): Promise<AtDoor | null> {
  const at = app.clock.now()
  const requestId = String(res.locals.requestId)
  const language = languageOf(req)
  const sessionId = await sessionIdOfRequest(app, req)
  const session = sessionId ? await findSession(app.store.read, app, sessionId, at) : null
  const scene: AuditScene = {
    actor: { id: session?.actor.id ?? 'anonymous', roles: session?.actor.roles ?? [] }, at, requestId, sourceAddress: sourceOf(req),
  }
  const refuse = (problem: Problem): void => {
    req.resume()
    sendProblem(res, problem, language, requestId)
  }
  const turnAway = async (problem: Problem): Promise<null> => {
    await recordDurably(app, scene, { event: 'access.refused', outcome: 'refused', reasonCode: problem.code, detail: { route, action: 'patient.import' } })
    refuse(problem)
    return null
  }
  if (!session) return turnAway({ code: sessionId ? 'SESSION_ENDED' : 'NOT_SIGNED_IN' })
  if (req.method !== 'GET' && (!comesFromHere(app, req) || !carriesCsrf(app, req, session.actor.sessionId))) return turnAway({ code: 'ORIGIN_NOT_OURS' })
  if (cellFor('patient.import', session.actor.roles) !== 'Y') return turnAway({ code: 'ROLE_MAY_NOT', facts: { who: rolesThatMay('patient.import').join(', ') } })
  return { language, scene, refuse }
}
