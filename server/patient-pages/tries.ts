import { eq } from 'drizzle-orm'
import { MINUTE, SECOND, type Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'

/** Failures from one network that are ordinary: a waiting room shares one. */
const FREE = 20
const FORGET_EVERY = MINUTE
const LONGEST_WAIT = 10 * MINUTE

/** The row of one source of tries; addresses go in as keyed hashes. */
export function triesKey(app: App, source: string): string {
  return `patient-pages:${app.secrets.hmac('hash', 'throttle', 'patient-pages', source)}`
}

/** Milliseconds until a try from there counts; 0: now. Kept in the database, so that a restart forgets nothing. */
export async function waitForTry(db: Reader, key: string, at: Instant): Promise<number> {
  const { signInThrottles: t } = db.t
  const [row] = await db.select({ until: t.slowedUntil }).from(t).where(eq(t.id, key))
  return Math.max(0, (row?.until ?? 0) - at)
}

/** Counts a wrong try. Failures are forgotten one by one; nothing is ever shut for good. */
export async function countTry(w: Writer, key: string, at: Instant): Promise<void> {
  const { signInThrottles: t } = w.t
  const [row] = await w.select().from(t).where(eq(t.id, key))
  const forgotten = row ? Math.floor(Math.max(0, at - row.lastFailedAt) / FORGET_EVERY) : 0
  const failures = Math.max(0, (row?.failures ?? 0) - forgotten) + 1
  const wait = failures <= FREE ? 0 : Math.min(LONGEST_WAIT, 5 * SECOND * 2 ** Math.min(failures - FREE, 10))
  const values = { failures, lastFailedAt: at, slowedUntil: wait === 0 ? 0 : at + wait }
  await w.insert(t).values({ id: key, ...values }).onConflictDoUpdate({ target: t.id, set: values })
}
