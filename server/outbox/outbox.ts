import { and, eq, isNotNull, lte } from 'drizzle-orm'
import { MINUTE } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { faultOf } from '#server/log.ts'
import { canSend, deliverDue } from '#server/outbox/deliver.ts'

/** How long a due mail may wait before the operator is told. */
const LAG_MS = 15 * MINUTE
/** Longest wait for the mail under way when the server stops; then its line is cut and it goes again later. */
const STOP_MS = 5_000

/**
 * Sends soon after each commit that queued a mail; the delivery job sends what is due later.
 * The returned function stops it: no new mail is begun, the one under way gets a few seconds.
 */
export async function startOutbox(app: App): Promise<{ signal: AbortSignal; stop: () => Promise<void> }> {
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  let asked = false
  let stopped = false
  if (app.store.engine === 'sqlite') await releaseLeases(app)
  const run = (): void => {
    asked = false
    if (stopped) return
    running = deliverDue(app, stopping.signal).catch((error: unknown) => app.log.error({ fault: faultOf(error) }, 'sending mail failed'))
  }
  app.store.onAnnounce(({ topic }) => {
    if (topic !== 'outbox' || asked || stopped) return
    asked = true
    setImmediate(run)
  })
  setImmediate(run)
  return {
    signal: stopping.signal,
    stop: async () => {
      stopped = true
      const cut = setTimeout(() => stopping.abort(), STOP_MS)
      await running
      clearTimeout(cut)
      stopping.abort()
    },
  }
}

/** On SQLite this process holds the data folder alone: whatever was being sent died with the process before. */
async function releaseLeases(app: App): Promise<void> {
  await app.store.tx(async (w) => {
    await w.update(w.t.outboxMails).set({ leasedUntil: null }).where(and(eq(w.t.outboxMails.state, 'queued'), isNotNull(w.t.outboxMails.leasedUntil)))
  })
}

/** What the operator should know about mail, for `/api/ready` and `doctor`: words of a closed list, none when all is well. */
export async function outboxNotes(app: App): Promise<string[]> {
  const db = app.store.read
  const { outboxMails: mails } = db.t
  const [late] = await db.select({ id: mails.id }).from(mails)
    .where(and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, app.clock.now() - LAG_MS))).limit(1)
  const [parked] = await db.select({ id: mails.id }).from(mails).where(eq(mails.state, 'parked')).limit(1)
  const [unreached] = await db.select({ id: mails.id }).from(mails)
    .where(and(eq(mails.state, 'queued'), isNotNull(mails.lastStatus))).limit(1)
  return [
    ...(canSend(app) ? [] : ['mail-not-configured']),
    ...(usesDefaultNames(app) ? ['mail-names-not-configured'] : []),
    ...(late ? ['mail-late'] : []),
    ...(unreached ? ['mail-retrying'] : []),
    ...(parked ? ['mail-parked'] : []),
  ]
}

/** A real mail server is used, but mails would come from, or their reports go to, this machine's own name. */
function usesDefaultNames({ config }: App): boolean {
  return config.mode === 'real' && config.smtpUrl !== null && (config.bounceDomain === 'localhost' || /@localhost>?$/.test(config.mailFrom))
}
