import { and, asc, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditEventCode } from '#domain/audit-events.ts'
import { SECOND } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { signedLog, type SignedLog } from '#server/audit/signed-log.ts'
import { faultOf } from '#server/log.ts'
import type { Secrets } from '#server/secrets.ts'

/** Acts that take something away from somebody, or give it back: a restore must not undo the first kind (OP-03). */
const watched: readonly AuditEventCode[] = [
  'staff.disabled', 'staff.enabled', 'staff.roles-changed', 'staff.password-changed', 'staff.password-reset', 'staff.second-factor-reset',
  'proxy.state-changed', 'block.set', 'legal-status.recorded', 'minor-consent.withdrawn', 'contact.suppressed',
  'opt-out.recorded',
]
const LOOK_EVERY_MS = SECOND
/** Events become visible a little out of order on PostgreSQL: so far back is looked again. */
const OVERLAP = 1000

const entry = z.object({ seq: z.number(), at: z.number(), event: z.string(), objectId: z.string(), patientId: z.string().nullable().default(null), detail: z.record(z.string(), z.unknown()) })
const marker = z.object({ restoredFromSeq: z.number(), at: z.number() })
export type Revocation = z.infer<typeof entry>

const journalOf = (anchorDir: string, secrets: Secrets): SignedLog => signedLog(anchorDir, 'revocations', secrets)

/**
 * What the journal beside the data knows, oldest first. After a restore the entries of the lost time are left out:
 * the restore carried them out again and they stand in the journal once more.
 */
export function readRevocations(anchorDir: string, secrets: Secrets): Revocation[] {
  let known: Revocation[] = []
  for (const line of journalOf(anchorDir, secrets).read()) {
    if (!('entry' in line)) continue
    const restored = marker.safeParse(line.entry)
    if (restored.success) known = known.filter(({ seq }) => seq <= restored.data.restoredFromSeq)
    const parsed = entry.safeParse(line.entry)
    if (parsed.success) known.push(parsed.data)
  }
  return known
}

/** Notes in the journal that the data goes on from a backup whose last event was `restoredFromSeq`. */
export function noteRestoredFrom(anchorDir: string, secrets: Secrets, restoredFromSeq: number, at: number): void {
  journalOf(anchorDir, secrets).append([{ restoredFromSeq, at }])
}

/** Writes every watched act to the journal, a second after its commit at the latest. The returned function stops it. */
export function followRevocations(app: App): () => Promise<void> {
  const journal = journalOf(app.config.anchorDir, app.secrets)
  const known = readRevocations(app.config.anchorDir, app.secrets)
  const written = new Set(known.map(({ seq }) => seq))
  let last = Math.max(0, ...written)
  let running: Promise<void> | null = null

  async function look(): Promise<void> {
    const { auditEvents: events } = app.store.read.t
    const rows = await app.store.read.select().from(events)
      .where(and(inArray(events.event, watched), gt(events.seq, last - OVERLAP))).orderBy(asc(events.seq)).limit(2 * OVERLAP)
    const fresh = rows.filter(({ seq }) => !written.has(seq))
    if (fresh.length === 0) return
    journal.append(fresh.map(({ seq, at, event, objectId, patientId, detail }): Revocation => ({
      seq, at, event, objectId: objectId ?? '', patientId, detail: JSON.parse(detail) as Revocation['detail'],
    })))
    for (const { seq } of fresh) {
      written.add(seq)
      last = Math.max(last, seq)
    }
  }
  const lookOnce = (): Promise<void> => {
    running ??= look().catch((error: unknown) => app.log.error({ fault: faultOf(error) }, 'the journal of revocations could not be written'))
      .finally(() => { running = null })
    return running
  }
  const timer = setInterval(() => void lookOnce(), LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
    await lookOnce()
  }
}
