import { basename } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { HOUR, type Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { anchorNow } from '#server/audit/anchor.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { systemScene } from '#server/audit/verification.ts'
import type { BackupMade } from '#server/operations/backup.ts'
import { runInWorker } from '#server/run-in-worker.ts'

/** A practice without a backup for so long is told (proposed 45 CFR 164.308: 48 hours). */
const LATE_MS = 48 * HOUR

const underWay = new WeakMap<App, Promise<BackupMade>>()

/** Makes a backup in a worker while people go on, anchors the record before and notes it afterwards. One at a time. */
export function backUp(app: App, to: string, passphrase: string | null): Promise<BackupMade> {
  const running = underWay.get(app)
  if (running) return running
  const made = carryOut(app, to, passphrase).finally(() => underWay.delete(app))
  underWay.set(app, made)
  return made
}

async function carryOut(app: App, to: string, passphrase: string | null): Promise<BackupMade> {
  const { dataDir, databaseUrl, mode } = app.config
  await anchorNow(app, 'backup')
  const order = { address: { dataDir, databaseUrl }, mode, at: app.clock.now(), to, passphrase, walkRecord: true }
  const made = await runInWorker('make-backup', order).result
  await app.store.tx(async (w) => {
    await recordEvent(w, systemScene(app), { event: 'system.backed-up', detail: { file: basename(made.file), rows: made.rows } })
    w.announce('system', 'backed-up')
  })
  return made
}

/** When the practice was last backed up, or null. */
export async function lastBackupAt(db: Reader): Promise<Instant | null> {
  const { auditEvents } = db.t
  const [row] = await db.select({ at: auditEvents.at }).from(auditEvents).where(eq(auditEvents.event, 'system.backed-up')).orderBy(desc(auditEvents.seq)).limit(1)
  return row?.at ?? null
}

/** Whether the last backup is too old, or there is none although the practice is that old. */
export function isBackupLate(lastAt: Instant | null, practiceCreatedAt: Instant | null, at: Instant): boolean {
  const since = lastAt ?? practiceCreatedAt
  return since !== null && at - since > LATE_MS
}
