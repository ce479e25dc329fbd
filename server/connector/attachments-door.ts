import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import { cellFor, rolesThatMay } from '#domain/actions.ts'
import type { App } from '#server/app.ts'
import { recordDurably } from '#server/audit/record-durably.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { findSession } from '#server/auth/auth.ts'
import { webhookOf } from '#server/connector/keys.ts'
import { signCall } from '#server/connector/signing-key.ts'
import type { Act } from '#server/http/act.ts'
import { sendProblem, type Problem } from '#server/http/problem.ts'
import { languageOf, sessionIdOfRequest, sourceOf } from '#server/http/request.ts'
import { attachmentToFetch } from '#server/messages/messages.ts'

const ROUTE = 'GET /api/message-attachments/:id/content'
/** Longest wait for a portal to begin giving a file. */
const TIMEOUT_MS = 15_000
/** Largest file that is passed on. */
const LARGEST = 50 * 1024 * 1024

/**
 * A file that hangs on a message, fetched from the portal at this moment and passed on as a download: its bytes are kept nowhere
 * here, and no browser is let guess what they are (IN-07).
 */
export function attachmentsDoor(app: App): Router {
  const router = Router()
  router.get('/message-attachments/:id/content', (req, res) => give(app, req, res))
  return router
}

async function give(app: App, req: Request<{ id: string }>, res: Response): Promise<void> {
  const act = await actOf(app, req, res)
  if (!act) return
  const refuse = (problem: Problem): void => sendProblem(res, problem, act.language, act.requestId)
  const found = await attachmentToFetch(app.store.read, act, req.params.id)
  if ('refused' in found) return refuse({ code: found.refused, facts: found.facts })
  const { attachment, portalId, patientId } = found
  const file = await fetchFile(app, portalId, attachment.ref, act.requestId)
  if (!file) return refuse({ code: 'ATTACHMENT_NOT_REACHED' })
  await recordDurably(app, act.scene, { event: 'message.attachment-fetched', patientId, objectId: attachment.threadId, detail: { attachmentId: attachment.id, bytes: attachment.bytes } })
  res.status(200).setHeader('Content-Type', 'application/octet-stream').setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name.replace(/[/\\]/g, '_'))}`)
  await pipeline(file, limited, res).catch(() => void res.destroy())
}

async function* limited(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of parts) {
    size += part.byteLength
    if (size > LARGEST) throw new Error('larger than a file of a message may be')
    yield part
  }
}

/** The portal's file as a stream; null where the portal has no place for files, or does not give it. */
async function fetchFile(app: App, portalId: string, ref: string, requestId: string): Promise<Readable | null> {
  const place = webhookOf(app, portalId)?.files
  if (!place) return null
  try {
    const token = await signCall(app, { portalId, id: requestId, contentHash: ref })
    const answer = await fetch(`${place.replace(/\/$/, '')}/${encodeURIComponent(ref)}`, {
      headers: { Authorization: `Bearer ${token}` }, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return answer.ok && answer.body ? Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]) : null
  } catch {
    return null
  }
}

/** The person at the door, asked for what every route asks; else the refusal is recorded and sent. */
async function actOf(app: App, req: Request, res: Response): Promise<Act | null> {
  const at = app.clock.now()
  const requestId = String(res.locals.requestId)
  const language = languageOf(req)
  const sessionId = await sessionIdOfRequest(app, req)
  const session = sessionId ? await findSession(app.store.read, app, sessionId, at) : null
  const scene: AuditScene = { actor: { id: session?.actor.id ?? 'anonymous', roles: session?.actor.roles ?? [] }, at, requestId, sourceAddress: sourceOf(req) }
  const turnAway = async (problem: Problem): Promise<null> => {
    await recordDurably(app, scene, { event: 'access.refused', outcome: 'refused', reasonCode: problem.code, detail: { route: ROUTE, action: 'message.open' } })
    sendProblem(res, problem, language, requestId)
    return null
  }
  if (!session) return turnAway({ code: sessionId ? 'SESSION_ENDED' : 'NOT_SIGNED_IN' })
  // Whoever needs a reason to read gives it where the thread is opened; files are for those who answer.
  if (cellFor('message.open', session.actor.roles) !== 'Y') return turnAway({ code: 'ROLE_MAY_NOT', facts: { who: rolesThatMay('message.claim').join(', ') } })
  return { app, actor: session.actor, at, requestId, language, scene, version: 0 }
}
