import type { Request, Response } from 'express'
import type { ReasonCode } from '#domain/reasons.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import type { ConnectorCall } from '#server/connector/token.ts'
import type { DescribedCall } from '#server/http/openapi.ts'
import { sendProblem, type Problem } from '#server/http/problem.ts'
import { languageOf, sourceOf } from '#server/http/request.ts'

/** Refuses a token and records it, under the connector's name where it is known. */
export async function refuseToken(app: App, req: Request, res: Response, { route, right }: DescribedCall, code: ReasonCode, call: ConnectorCall | null): Promise<void> {
  await app.store.tx((w) => recordEvent(w, sceneOf(app, req, call), {
    event: 'access.refused', outcome: 'refused', reasonCode: code, detail: { route, action: `connector.${right}` },
  }))
  turnAway(req, res, { code })
}

export function turnAway(req: Request, res: Response, problem: Problem): void {
  sendProblem(res, problem, languageOf(req), String(res.locals.requestId))
}

export function sceneOf(app: App, req: Request, call: ConnectorCall | null): AuditScene {
  return {
    actor: { id: call ? `connector:${call.issuer}` : 'anonymous', roles: [] },
    at: app.clock.now(), requestId: String(req.res?.locals.requestId), sourceAddress: sourceOf(req),
  }
}

export function bearerOf(req: Request): string {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.headers.authorization ?? '')?.[1] ?? ''
}
