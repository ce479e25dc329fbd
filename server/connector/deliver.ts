import { createHash } from 'node:crypto'
import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import { MINUTE, SECOND, type Instant } from '#domain/time.ts'
import { accountCommandBody } from '#db/account-commands.ts'
import type { RowOf } from '#db/rows.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor } from '#server/audit/recorder.ts'
import { webhookOf } from '#server/connector/keys.ts'
import { signCall } from '#server/connector/signing-key.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'
import { bodyOfCommand, settleReply } from '#server/messages/messages.ts'

type Command = RowOf<'portalCommands'>

/** Commands of one run; the next run begins with what is due then. */
const AT_ONCE = 50
const TIMEOUT = 10 * SECOND
/** A process that died while sending holds a command for so long. */
const LEASE = MINUTE
/** After so many tries, over about a day, a command is parked and shown. */
const MOST_TRIES = 14

/** Tells portals what they are to do (DU-03): at least once, in order of asking, each time under the same name. */
export const deliverCommandsJob: Job = { name: 'portal-commands', nextDueAt: every(5 * SECOND), run: deliverCommands, audited: false }

async function deliverCommands(app: App, stop: AbortSignal): Promise<Counts> {
  const counts = { delivered: 0, parked: 0, again: 0 }
  for (const command of await take(app)) {
    if (stop.aborted) break
    const outcome = await send(app, command)
    await settle(app, command, outcome)
    counts[outcome.state === 'queued' ? 'again' : outcome.state]++
  }
  return counts
}

/** Takes what is due, so that no second process sends it at the same time. What has no webhook waits for one. */
async function take(app: App): Promise<Command[]> {
  const { portalCommands: c } = app.store.read.t
  const at = app.clock.now()
  return app.store.tx(async (w) => {
    const due = await w.select().from(c).where(and(eq(c.state, 'queued'), lte(c.nextAttemptAt, at), or(isNull(c.leasedUntil), lte(c.leasedUntil, at))))
      .orderBy(asc(c.nextAttemptAt), asc(c.id)).limit(AT_ONCE)
    const sendable = due.filter((one) => app.config.mode === 'demo' || webhookOf(app, one.portalId) !== null)
    for (const one of sendable) await w.update(c).set({ leasedUntil: at + LEASE }).where(eq(c.id, one.id))
    for (const one of due) if (!sendable.includes(one)) await w.update(c).set({ nextAttemptAt: at + 5 * MINUTE }).where(eq(c.id, one.id))
    return sendable
  })
}

type Sent = { state: 'delivered' | 'parked' | 'queued'; status: string }

async function send(app: App, command: Command): Promise<Sent> {
  const body = await accountCommandBody(app.store.read, command) ?? await bodyOfCommand(app.store.read, command)
  if (!body) return { state: 'parked', status: 'nothing to tell' }
  const webhook = webhookOf(app, command.portalId)
  if (!webhook) return { state: 'delivered', status: 'demo' }
  const content = JSON.stringify({ id: command.id, kind: command.kind, portalId: command.portalId, ...body })
  const contentHash = createHash('sha256').update(content).digest('base64url')
  const token = await signCall(app, { portalId: command.portalId, id: command.id, contentHash })
  try {
    const answer = await fetch(webhook.url, {
      method: 'POST', body: content, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': command.id },
    })
    await answer.body?.cancel()
    if (answer.ok) return { state: 'delivered', status: String(answer.status) }
    const isFinal = answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status)
    return { state: isFinal || command.attempts + 1 >= MOST_TRIES ? 'parked' : 'queued', status: String(answer.status) }
  } catch {
    return { state: command.attempts + 1 >= MOST_TRIES ? 'parked' : 'queued', status: 'not reached' }
  }
}

async function settle(app: App, command: Command, { state, status }: Sent): Promise<void> {
  const { portalCommands: c } = app.store.read.t
  const at = app.clock.now()
  const attempts = command.attempts + 1
  await app.store.tx(async (w) => {
    const open = await w.update(c).set({
      state, attempts, lastStatus: status, leasedUntil: null, nextAttemptAt: nextTryAt(at, attempts), settledAt: state === 'queued' ? null : at,
    }).where(and(eq(c.id, command.id), eq(c.state, 'queued'))).returning({ id: c.id })
    if (open.length === 0 || state === 'queued') return
    if (command.kind === 'message.send') await settleReply(w, command.objectId, state)
    await recordEvent(w, { actor: systemActor, at, requestId: null, sourceAddress: null }, {
      event: 'portal-command.settled', objectId: command.objectId, detail: { kind: command.kind, state, attempts },
    })
  })
}

/** Half a minute at first, doubled with each try, three hours at most. */
function nextTryAt(at: Instant, attempts: number): Instant {
  return at + Math.min(180 * MINUTE, 30 * SECOND * 2 ** (attempts - 1))
}
