import type { Response } from 'express'
import type { ReasonFacts } from '#domain/decision.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'

/** HTTP status of the refusals that are not "the state does not allow it" (409). */
const statusOf: Partial<Record<ReasonCode, number>> = {
  NOT_SIGNED_IN: 401, CONNECTOR_TOKEN_REFUSED: 401, CONNECTOR_TOKEN_USED: 401, SESSION_ENDED: 401, SIGN_IN_REFUSED: 401, SECOND_STEP_ENDED: 401,
  SIGN_IN_SLOWED: 429, TOO_MANY_REQUESTS: 429, VERIFY_RUNNING: 429,
  ROLE_MAY_NOT: 403, STEP_UP_NEEDED: 403, ORIGIN_NOT_OURS: 403, OWN_OR_HOUSEHOLD_CHART: 403,
  OWN_RIGHTS: 403, OWN_REQUEST: 403, SET_UP_SECRET_DIFFERS: 403,
  CLINICAL_THREAD: 403, THREAD_OF_OTHERS: 403, FLAG_NEEDS_CLINICIAN: 403,
  NOT_FOUND: 404, MESSAGE_PATIENT_UNKNOWN: 422, MESSAGE_PORTAL_UNKNOWN: 422,
  REQUEST_UNREADABLE: 400, IDEMPOTENCY_KEY_NEEDED: 400,
  REQUEST_TOO_LARGE: 413, IMPORT_FILE_TOO_LARGE: 413, IMPORT_LONGER_THAN_SAID: 413,
  IMPORT_MAPPING_NEEDED: 422, IMPORT_SITE_NEEDED: 422,
  FIELDS_NOT_ACCEPTED: 422, REASON_NEEDED: 422, IDEMPOTENCY_KEY_REUSED: 422, CODE_NOT_ACCEPTED: 422,
  VERSION_NEEDED: 428, VERSION_STALE: 412,
  STORAGE_BUSY: 503, READ_ONLY: 503, NEEDS_SET_UP: 503, SERVER_FAULT: 500,
}

export type Problem = {
  code: ReasonCode
  facts?: ReasonFacts
  fields?: Record<string, string>
  current?: unknown
  stepUp?: { action: string; objectId: string }
}

/** The status that a refusal's code stands for. */
export function problemStatus(code: ReasonCode): number {
  return statusOf[code] ?? 409
}

/** The body of a refusal (RFC 9457), in the caller's language. */
export function problemBody(problem: Problem, language: Language, requestId: string): Record<string, unknown> {
  const status = problemStatus(problem.code)
  const { message, next, rule, say } = refusalOf(problem.code, language, problem.facts)
  return {
    type: 'about:blank', title: message, status, code: problem.code, message, next, rule, requestId,
    ...(say ? { say } : {}),
    ...(problem.fields ? { errors: problem.fields } : {}),
    ...(problem.current === undefined ? {} : { current: problem.current }),
    ...(problem.stepUp ? { stepUp: problem.stepUp } : {}),
  }
}

/** Answers with a refusal. */
export function sendProblem(res: Response, problem: Problem, language: Language, requestId: string): void {
  const status = problemStatus(problem.code)
  const seconds = problem.facts?.seconds
  if (status === 429 || status === 503) res.setHeader('Retry-After', String(seconds ?? 1))
  res.status(status).type('application/problem+json').send(JSON.stringify(problemBody(problem, language, requestId)))
}
