import { monitorEventLoopDelay } from 'node:perf_hooks'
import { count, eq, min } from 'drizzle-orm'
import { Router, type Request } from 'express'
import type { App } from '#server/app.ts'
import { readAnchors } from '#server/audit/anchor.ts'
import { chainEnd } from '#server/audit/sealer.ts'
import { unsealedOf } from '#server/audit/unsealed.ts'
import { lastBackupAt } from '#server/operations/back-up.ts'
import { lastCheckedAt } from '#server/operations/check-storage.ts'

type Metric = [name: string, help: string, value: number]
const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/**
 * `GET /api/metrics` in the text form of Prometheus, for a collector on this machine alone: a caller from elsewhere, or
 * one that a proxy passes on, meets nothing. Counts and ages only: nothing about anybody.
 */
export function metricsDoor(app: App): Router {
  const door = Router()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  door.get('/metrics', async (req, res, next) => {
    if (!isLocal(req)) return next()
    const lines = (await metricsOf(app, delay.percentile(99) / 1e6))
      .map(([name, help, value]) => `# HELP portal_desk_${name} ${help}\n# TYPE portal_desk_${name} gauge\nportal_desk_${name} ${value}\n`)
    delay.reset()
    res.type('text/plain; version=0.0.4').send(lines.join(''))
  })
  return door
}

function isLocal(req: Request): boolean {
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => req.headers[name] !== undefined)
  return !passedOn && loopback.includes(req.socket.remoteAddress ?? '')
}

async function metricsOf(app: App, delayMs: number): Promise<Metric[]> {
  const { store, clock } = app
  const db = store.read
  const at = clock.now()
  const age = (since: number | null): number => (since === null ? -1 : Math.max(0, Math.round((at - since) / 1000)))
  const waiting = await unsealedOf(store, at)
  const { outboxMails: mails } = db.t
  const [queue] = await db.select({ n: count(), oldest: min(mails.queuedAt) }).from(mails).where(eq(mails.state, 'queued'))
  const [parked] = await db.select({ n: count() }).from(mails).where(eq(mails.state, 'parked'))
  return [
    ['up_seconds', 'Seconds since the process began.', Math.round(process.uptime())],
    ['memory_bytes', 'Resident memory.', process.memoryUsage.rss()],
    ['event_loop_delay_p99_ms', 'How long the process kept its events waiting since the last look.', Math.round(delayMs * 10) / 10],
    ['damaged', '1 when a check found damage and nothing is written.', store.frozen() === null ? 0 : 1],
    ['audit_sealed', 'Sealed places of the record.', (await chainEnd(db)).position],
    ['audit_unsealed', 'Events that wait for their seal.', waiting.unsealed],
    ['audit_unsealed_age_seconds', 'Age of the oldest of them; -1: none waits.', age(waiting.oldestUnsealedAt)],
    ['audit_anchor_age_seconds', 'Age of the last anchor; -1: none.', age(readAnchors(app.config.anchorDir, app.secrets).lastAt)],
    ['backup_age_seconds', 'Age of the last backup; -1: none.', age(await lastBackupAt(db))],
    ['full_check_age_seconds', 'Age of the last look at all data; -1: none by this process.', age(lastCheckedAt(app))],
    ['outbox_queued', 'Mails that wait to be handed over.', Number(queue?.n ?? 0)],
    ['outbox_queued_age_seconds', 'Age of the oldest of them; -1: none waits.', age(queue?.oldest ?? null)],
    ['outbox_parked', 'Mails that need a person.', Number(parked?.n ?? 0)],
  ]
}
