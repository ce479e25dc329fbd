import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { sourceKey } from '#server/auth/source.ts'

/** Rows that count the failures of one try: of the account from here, of the account from anywhere, of everybody from here. */
export type ThrottleKeys = { pair: string; account: string; source: string }

type Budget = { forgetEvery: number; waits: (failures: number) => number }

const PAIR_WAITS = [2, 4, 8, 15, 30, 60, 120, 300, 600]

/**
 * Assumption: AU-05 names the 5th and the 10th failure; the waits between are ours. Nothing locks for ever: failures
 * are forgotten one by one. A source is never shut, because a whole practice may sit behind it: it only queues.
 */
const budgets: Record<keyof ThrottleKeys, Budget> = {
  pair: { forgetEvery: 10 * MINUTE, waits: (failures) => (failures < 5 ? 0 : (PAIR_WAITS[Math.min(failures - 5, PAIR_WAITS.length - 1)] ?? 0) * SECOND) },
  account: { forgetEvery: 10 * MINUTE, waits: (failures) => (failures < 25 ? 0 : Math.min(30 * SECOND * 2 ** Math.min(failures - 25, 10), HOUR)) },
  source: { forgetEvery: MINUTE, waits: () => 0 },
}
/** Failures from one source after which its tries are looked at one at a time. */
const BUSY_SOURCE = 30
/** A source from which the person has signed in within this time is theirs: strangers elsewhere do not slow it. */
const KNOWN_FOR = 90 * DAY

/** The rows of a try. Names and addresses go in as keyed hashes; a name need not exist. */
export function throttleKeys(app: App, step: 'password' | 'code', account: string, address: string | null): ThrottleKeys {
  const source = sourceKey(address)
  const key = (kind: string, ...parts: string[]) => `${kind}:${app.secrets.hmac('hash', 'throttle', kind, ...parts)}`
  return { pair: key(`${step}-pair`, account, source), account: key(`${step}-account`, account), source: key('source', source) }
}

/** Milliseconds until the next try counts, 0 when it does now. `known`: the person signed in from this source lately. */
export async function waitFor(db: Reader, keys: ThrottleKeys, known: boolean, at: Instant): Promise<number> {
  const { signInThrottles } = db.t
  const ids = known ? [keys.pair] : [keys.pair, keys.account]
  const [row] = await db.select({ until: signInThrottles.slowedUntil }).from(signInThrottles)
    .where(and(inArray(signInThrottles.id, ids), gt(signInThrottles.slowedUntil, at))).orderBy(desc(signInThrottles.slowedUntil)).limit(1)
  return row ? row.until - at : 0
}

/** As `waitFor`, holding the rows until the commit, so that a burst of tries is judged one after another. */
export async function waitHeld(w: Writer, keys: ThrottleKeys, known: boolean, at: Instant): Promise<number> {
  const { signInThrottles } = w.t
  await w.update(signInThrottles).set({ slowedUntil: sql`${signInThrottles.slowedUntil}` }).where(eq(signInThrottles.id, keys.pair))
  return waitFor(w, keys, known, at)
}

/** Counts a failure on all three rows. A row that is slowed just now stays as it is. */
export async function countFailure(w: Writer, keys: ThrottleKeys, at: Instant): Promise<void> {
  const { signInThrottles: t } = w.t
  for (const kind of ['pair', 'account', 'source'] as const) {
    const { forgetEvery, waits } = budgets[kind]
    const passed = sql`(case when ${at} > ${t.lastFailedAt} then cast((${at} - ${t.lastFailedAt}) / ${forgetEvery} as integer) else 0 end)`
    const [row] = await w.insert(t).values({ id: keys[kind], failures: 1, lastFailedAt: at, slowedUntil: 0 }).onConflictDoUpdate({
      target: t.id,
      set: { failures: sql`(case when ${t.failures} > ${passed} then ${t.failures} - ${passed} else 0 end) + 1`, lastFailedAt: at },
      setWhere: lte(t.slowedUntil, at),
    }).returning({ failures: t.failures })
    const wait = row ? waits(row.failures) : 0
    if (wait > 0) await w.update(t).set({ slowedUntil: at + wait }).where(eq(t.id, keys[kind]))
  }
}

/** The person has shown who they are: the account's failures are forgotten, the source's are not. */
export async function forgetFailures(w: Writer, keys: ThrottleKeys): Promise<void> {
  await w.delete(w.t.signInThrottles).where(inArray(w.t.signInThrottles.id, [keys.pair, keys.account]))
}

/** Whether so many tries failed from this source lately that its tries queue. */
export async function sourceIsBusy(db: Reader, keys: ThrottleKeys, at: Instant): Promise<boolean> {
  const { signInThrottles } = db.t
  const [row] = await db.select().from(signInThrottles).where(eq(signInThrottles.id, keys.source))
  if (!row) return false
  const forgotten = Math.floor(Math.max(0, at - row.lastFailedAt) / budgets.source.forgetEvery)
  return row.failures - forgotten >= BUSY_SOURCE
}

/** Whether the person has had a session from this source lately. */
export async function isKnownSource(db: Reader, app: App, staffId: string, address: string | null, at: Instant): Promise<boolean> {
  const { staffSessions } = db.t
  const [row] = await db.select({ id: staffSessions.id }).from(staffSessions).where(and(
    eq(staffSessions.staffId, staffId), eq(staffSessions.sourceHash, sourceHash(app, address)), gt(staffSessions.createdAt, at - KNOWN_FOR),
  )).limit(1)
  return row !== undefined
}

/** Keyed hash of a source, as session rows keep it. */
export function sourceHash(app: App, address: string | null): string {
  return app.secrets.hmac('hash', 'source', sourceKey(address))
}
