import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import { cellFor, roleMay, rolesThatMay } from '#domain/actions.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { isUniqueViolation, StorageUnavailable, type Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { keepAside, recordDurably } from '#server/audit/record-durably.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { findSession, noteActivity, stepUpIsFresh, useStepUp, type OpenSession } from '#server/auth/auth.ts'
import type { Act, Outcome } from '#server/http/act.ts'
import { fieldFaults } from '#server/http/fields.ts'
import { claimKey, keepAnswer, releaseKey } from '#server/http/idempotency.ts'
import type { Limit } from '#server/http/limits.ts'
import { problemBody, problemStatus, sendProblem, type Problem } from '#server/http/problem.ts'
import { carriesCsrf, comesFromHere, languageOf, sessionIdOfRequest, sourceOf } from '#server/http/request.ts'
import type { AnyRoute, Input } from '#server/http/route.ts'

type Parsed = Input<unknown, unknown, unknown>
type Answer = { status: number; body: unknown; etag?: string; range?: string; problem?: Problem }

/**
 * Carries one route: session, origin, role, fields, then for a read the answer with its audit durable first,
 * for a command one transaction of repeat check, version, act, audit and remembered answer (CC-04).
 */
export function carry(app: App, route: AnyRoute, limit: Limit): RequestHandler {
  return async (req, res) => {
    const requestId = String(res.locals.requestId)
    const language = languageOf(req)
    const at = app.clock.now()
    const sessionId = await sessionIdOfRequest(app, req)
    const session = sessionId ? await findSession(app.store.read, app, sessionId, at) : null
    const actor = session?.actor ?? null
    const scene = {
      actor: { id: actor?.id ?? 'anonymous', roles: actor?.roles ?? [] },
      at, requestId, sourceAddress: sourceOf(req),
    }
    const wait = limit(actor ? `staff:${actor.id}` : `source:${scene.sourceAddress}`)
    if (wait !== null) return sendProblem(res, { code: 'TOO_MANY_REQUESTS', facts: { seconds: wait } }, language, requestId)

    const turnAway = async (problem: Problem): Promise<void> => {
      await recordDurably(app, scene, {
        event: 'access.refused', outcome: 'refused', reasonCode: problem.code, detail: { route: route.path, action: route.action },
      })
      sendProblem(res, problem, language, requestId)
    }
    if (!session || !actor) return turnAway({ code: sessionId ? 'SESSION_ENDED' : 'NOT_SIGNED_IN' })
    if (req.method !== 'GET' && (!comesFromHere(app, req) || !carriesCsrf(app, req, actor.sessionId))) {
      return turnAway({ code: 'ORIGIN_NOT_OURS' })
    }
    const cell = cellFor(route.action, actor.roles)
    if (cell === '-' || cell === 'approve') {
      return turnAway({ code: 'ROLE_MAY_NOT', facts: { who: rolesThatMay(route.action).join(', ') || '–' } })
    }
    const parsed = parse(route, req)
    if ('fields' in parsed) return sendProblem(res, { code: 'FIELDS_NOT_ACCEPTED', fields: parsed.fields }, language, requestId)

    const act: Act = { app, actor, at, requestId, language, scene, version: 0 }
    const answer = route.kind === 'read'
      ? await carryRead(route, act, parsed.input, session, req)
      : await carryCommand(route, act, parsed.input, session, req)
    send(res, answer, language, requestId)
  }
}

async function carryRead(route: AnyRoute, act: Act, input: Parsed, session: OpenSession, req: Request): Promise<Answer> {
  const { store } = act.app
  const may = roleMay(route.action, act.actor.roles, { reasonGiven: hasReason(input), stepUpFresh: false })
  const outcome: Outcome<unknown> = may.allowed && route.read ? await route.read(store.read, act, input) : refused(may)
  const active = req.headers['x-activity'] === '1'
  if ('refused' in outcome) {
    await store.tx((w) => recordRefusal(w, route, act, outcome.refused))
    return answerOf(outcome, act)
  }
  const fact = route.audit?.(outcome.done, input, act)
  if (active) await noteRead(act, session, fact)
  else if (fact) await recordDurably(act.app, act.scene, fact)
  return { ...answerOf(outcome, act), range: route.range?.(outcome.done) }
}

/** The read and that a person is there, in one transaction. While nothing can be written, the read is kept aside. */
async function noteRead(act: Act, session: OpenSession, fact: AuditFact | undefined): Promise<void> {
  try {
    await act.app.store.tx(async (w) => {
      await noteActivity(w, session, act.at)
      if (fact) await recordEvent(w, act.scene, fact)
    })
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    if (fact) keepAside(act.app, act.scene, fact, error)
  }
}

async function carryCommand(route: AnyRoute, act: Act, input: Parsed, seen: OpenSession, req: Request): Promise<Answer> {
  const key = req.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w.:-]{8,100}$/.test(key)) return answerOf({ refused: 'IDEMPOTENCY_KEY_NEEDED' }, act)
  const version = versionOf(req)
  // Keyed: the body may hold a password, and nobody with the database may try passwords against the row.
  const fingerprint = act.app.secrets.hmac('hash', 'request', JSON.stringify([req.method, req.path, version, input.body]))
  const prepared = await route.prepare?.(act, input)
  const run = () => act.app.store.tx(async (w): Promise<Answer> => {
    const session = await findSession(w, act.app, seen.actor.sessionId, act.at)
    if (!session) return answerOf({ refused: 'SESSION_ENDED' }, act)
    const current: Act = { ...act, actor: session.actor, version: version ?? 0 }
    if (!route.byTimer || req.headers['x-activity'] === '1') await noteActivity(w, session, act.at)
    const objectId = route.objectOf(input)
    const stepUp = await stepUpIsFresh(w, current, route.action, objectId, req.headers['step-up'])
    const may = roleMay(route.action, session.actor.roles, { reasonGiven: hasReason(input), stepUpFresh: stepUp !== null })
    if (!may.allowed && may.code === 'ROLE_MAY_NOT') return refusalWithAudit(w, route, current, may.code, objectId)
    const own = { staffId: session.actor.id, key }
    const twin = await claimKey(w, own, fingerprint, act.at)
    if (twin) {
      return twin.fingerprint === fingerprint
        ? { status: twin.status, body: twin.answer, etag: twin.etag }
        : answerOf({ refused: 'IDEMPOTENCY_KEY_REUSED' }, current)
    }
    const decide = async (): Promise<Answer> => {
      if (!may.allowed) return refusalWithAudit(w, route, current, may.code, objectId)
      if (route.versioned && version === null) return answerOf({ refused: 'VERSION_NEEDED' }, current)
      if (stepUp && !(await useStepUp(w, stepUp, act.at))) return refusalWithAudit(w, route, current, 'STEP_UP_NEEDED', objectId)
      const outcome: Outcome<unknown> = route.command ? await route.command(w, current, input, prepared) : refused(may)
      if ('refused' in outcome) await recordRefusal(w, route, current, outcome.refused)
      return answerOf(outcome, current)
    }
    const answer = await decide()
    if (isKept(answer)) await keepAnswer(w, own, { status: answer.status, answer: answer.body, etag: answer.etag })
    else await releaseKey(w, own)
    return answer
  }, { over: route.over })
  const answer = await run().catch((error: unknown) => {
    // Somebody else took a name or a place in the same moment: run again, the act finds it taken.
    if (isUniqueViolation(error)) return run()
    throw error
  })
  return route.reveal && answer.status < 300 ? { ...answer, body: route.reveal(act.app, answer.body) } : answer
}

/** Only what was decided is told again: success and refusals by state or fields; a missing hurdle (no body) is not. */
function isKept({ status, body }: Answer): boolean {
  return body !== null && (status < 300 || status === 409 || status === 422)
}

async function refusalWithAudit(w: Writer, route: AnyRoute, act: Act, code: ReasonCode, objectId: string): Promise<Answer> {
  await recordRefusal(w, route, act, code)
  const problem: Problem = code === 'STEP_UP_NEEDED'
    ? { code, stepUp: { action: route.action, objectId } }
    : code === 'ROLE_MAY_NOT' ? { code, facts: { who: rolesThatMay(route.action).join(', ') || '–' } } : { code, fields: code === 'REASON_NEEDED' ? { reason: '' } : undefined }
  if (problem.fields) problem.fields.reason = String(problemBody({ code }, act.language, act.requestId).message)
  return { status: problemStatus(code), body: null, problem }
}

function recordRefusal(w: Writer, route: AnyRoute, act: Act, code: ReasonCode): Promise<void> {
  return recordEvent(w, act.scene, {
    event: problemStatus(code) === 403 ? 'access.refused' : 'act.refused',
    outcome: 'refused', reasonCode: code, detail: { route: route.path, action: route.action },
  })
}

function refused(decision: ReturnType<typeof roleMay>): Outcome<unknown> {
  return decision.allowed ? { refused: 'SERVER_FAULT' } : { refused: decision.code, facts: decision.facts }
}

function answerOf(outcome: Outcome<unknown>, act: Act): Answer {
  if ('done' in outcome) return { status: 200, body: outcome.done, etag: outcome.version === undefined ? undefined : `"${outcome.version}"` }
  const problem: Problem = { code: outcome.refused, facts: outcome.facts, fields: outcome.fields, current: outcome.current }
  return { status: problemStatus(problem.code), body: problemBody(problem, act.language, act.requestId), problem }
}

function send(res: Response, answer: Answer, language: Act['language'], requestId: string): void {
  if (answer.problem) return sendProblem(res, answer.problem, language, requestId)
  if (answer.etag) res.setHeader('ETag', answer.etag)
  if (answer.range) res.setHeader('Content-Range', answer.range)
  if (answer.status >= 400) res.type('application/problem+json')
  else res.type('application/json')
  res.status(answer.status).send(JSON.stringify(answer.body))
}

function parse(route: AnyRoute, req: Request): { input: Parsed } | { fields: Record<string, string> } {
  const issues: z.core.$ZodIssue[] = []
  const take = (schema: z.ZodType, value: unknown): unknown => {
    const result = schema.safeParse(value ?? {})
    if (!result.success) issues.push(...result.error.issues)
    return result.data
  }
  const input = { params: take(route.params, req.params), query: take(route.query, req.query), body: take(route.body, req.method === 'GET' ? {} : req.body) }
  return issues.length > 0 ? { fields: fieldFaults(issues) } : { input }
}

function hasReason(input: Parsed): boolean {
  const body = input.body as { reason?: unknown } | undefined
  const query = input.query as { reason?: unknown } | undefined
  return typeof body?.reason === 'string' || typeof query?.reason === 'string'
}

/** The number in `If-Match: "7"`, or null. */
function versionOf(req: Request): number | null {
  const match = /^"?(\d{1,9})"?$/.exec(req.headers['if-match'] ?? '')
  return match ? Number(match[1]) : null
}
