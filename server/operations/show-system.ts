import type { SystemState } from '#domain/contracts/operations.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { isBackupLate, lastBackupAt } from '#server/operations/back-up.ts'
import { lastCheckedAt } from '#server/operations/check-storage.ts'

/** How the machine is, without anything about anybody. */
export async function showSystem(db: Reader, act: Act): Promise<Outcome<SystemState>> {
  const { app, at } = act
  const [practice] = await db.select({ createdAt: db.t.practice.createdAt }).from(db.t.practice).limit(1)
  const lastAt = await lastBackupAt(db)
  return done({
    version: '0.1.0', engine: app.store.engine, startedAt: isoOf(at - Math.round(process.uptime() * 1000)), damaged: app.store.frozen(),
    lastBackupAt: isoOrNull(lastAt), backupLate: isBackupLate(lastAt, practice?.createdAt ?? null, at), lastCheckedAt: isoOrNull(lastCheckedAt(app)),
  })
}
