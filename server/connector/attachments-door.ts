import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import { cellFor, rolesThatMay } from '#domain/actions.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { App } from '#server/app.ts'
import { recordDurably } from '#server/audit/record-durably.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { findSession } from '#server/auth/auth.ts'
import { demoFile } from '#server/connector/demo-file.ts'
import { webhookOf } from '#server/connector/keys.ts'
import { LARGEST_PICTURE, redraw, type Picture } from '#server/connector/picture.ts'
import { signCall } from '#server/connector/signing-key.ts'
import type { Act } from '#server/http/act.ts'
import { sendProblem, type Problem } from '#server/http/problem.ts'
import { languageOf, sessionIdOfRequest, sourceOf } from '#server/http/request.ts'
import { attachmentToFetch } from '#server/messages/messages.ts'

const PATHS = { content: '/message-attachments/:id/content', picture: '/message-attachments/:id/picture' } as const
type What = keyof typeof PATHS
/** Longest wait for a portal to begin giving a file. */
const TIMEOUT_MS = 15_000
/** Largest file that is passed on. */
const LARGEST = 50 * 1024 * 1024

/**
 * A file that hangs on a message, fetched from the portal at this moment: passed on as a download, or, where it is a picture,
 * drawn anew and shown. Its bytes are kept nowhere here, and no browser is let guess what they are (IN-07).
 */
export function attachmentsDoor(app: App): Router {
  const router = Router()
  router.get(PATHS.content, (req, res) => give(app, 'content', req, res))
  router.get(PATHS.picture, (req, res) => give(app, 'picture', req, res))
  return router
}

async function give(app: App, what: What, req: Request<{ id: string }>, res: Response): Promise<void> {
  const act = await actOf(app, what, req, res)
  if (!act) return
  const refuse = (problem: Problem): void => sendProblem(res, problem, act.language, act.requestId)
  const found = await attachmentToFetch(app.store.read, act, req.params.id)
  if ('refused' in found) return refuse({ code: found.refused, facts: found.facts })
  const { attachment, portalId, patientId } = found
  const file = await fetchFile(app, portalId, attachment.ref, act.requestId)
  if (!file) return refuse({ code: 'ATTACHMENT_NOT_REACHED' })
  await recordDurably(app, act.scene, { event: 'message.attachment-fetched', patientId, objectId: attachment.threadId, detail: { attachmentId: attachment.id, bytes: attachment.bytes } })
  res.setHeader('X-Content-Type-Options', 'nosniff').setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  if (what === 'picture') {
    const picture = await pictureOf(file)
    if (typeof picture === 'string') return refuse({ code: picture })
    res.status(200).setHeader('Content-Type', picture.type).setHeader('Content-Disposition', 'inline').end(picture.bytes)
    return
  }
  res.status(200).setHeader('Content-Type', 'application/octet-stream')
  res.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name.replace(/[/\\]/g, '_'))}`)
  await pipeline(file, upTo(LARGEST), res).catch(() => void res.destroy())
}

/** The picture drawn anew, or why it is not shown. */
async function pictureOf(file: Readable): Promise<Picture | ReasonCode> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of upTo(LARGEST_PICTURE)(file)) parts.push(part)
  } catch (error) {
    return error instanceof TooLarge ? 'ATTACHMENT_TOO_LARGE' : 'ATTACHMENT_NOT_REACHED'
  }
  return redraw(Buffer.concat(parts))
}

class TooLarge extends Error {}

const upTo = (most: number) => async function* (parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of parts) {
    size += part.byteLength
    if (size > most) throw new TooLarge('larger than a file of a message may be')
    yield part
  }
}

/** The portal's file as a stream; null where the portal has no place for files, or does not give it. */
async function fetchFile(app: App, portalId: string, ref: string, requestId: string): Promise<Readable | null> {
  const made = app.config.mode === 'demo' ? demoFile(ref) : null
  if (made) return Readable.from([made])
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
async function actOf(app: App, what: What, req: Request, res: Response): Promise<Act | null> {
  const at = app.clock.now()
  const requestId = String(res.locals.requestId)
  const language = languageOf(req)
  const sessionId = await sessionIdOfRequest(app, req)
  const session = sessionId ? await findSession(app.store.read, app, sessionId, at) : null
  const scene: AuditScene = { actor: { id: session?.actor.id ?? 'anonymous', roles: session?.actor.roles ?? [] }, at, requestId, sourceAddress: sourceOf(req) }
  const turnAway = async (problem: Problem): Promise<null> => {
    await recordDurably(app, scene, { event: 'access.refused', outcome: 'refused', reasonCode: problem.code, detail: { route: `GET /api${PATHS[what]}`, action: 'message.open' } })
    sendProblem(res, problem, language, requestId)
    return null
  }
  if (!session) return turnAway({ code: sessionId ? 'SESSION_ENDED' : 'NOT_SIGNED_IN' })
  // Whoever needs a reason to read gives it where the thread is opened; files are for those who answer.
  if (cellFor('message.open', session.actor.roles) !== 'Y') return turnAway({ code: 'ROLE_MAY_NOT', facts: { who: rolesThatMay('message.claim').join(', ') } })
  return { app, actor: session.actor, at, requestId, language, scene, version: 0 }
}
