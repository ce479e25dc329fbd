import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import { hot, type Writer } from '#db/store.ts'

/** The committed answer of a command, kept for whoever asks again with the same key. */
export type Remembered = { fingerprint: string; status: number; answer: unknown; etag?: string }
/** Whose key: two people with one key have two. */
export type KeyOf = { staffId: string; key: string }

/** Stands in a row only inside the transaction of the act itself. */
const UNDECIDED = 0

const claimRow = hot<{ key: string }[]>('idempotency_claim', (db, t) =>
  db.insert(t.idempotencyKeys).values({
    staffId: sql.placeholder('staffId'), key: sql.placeholder('key'), fingerprint: sql.placeholder('fingerprint'),
    status: UNDECIDED, answer: '', createdAt: sql.placeholder('createdAt'),
  }).onConflictDoNothing().returning({ key: t.idempotencyKeys.key }))

const rememberedRow = hot<{ fingerprint: string; status: number; answer: string }[]>('idempotency_find', (db, t) =>
  db.select({ fingerprint: t.idempotencyKeys.fingerprint, status: t.idempotencyKeys.status, answer: t.idempotencyKeys.answer })
    .from(t.idempotencyKeys)
    .where(and(eq(t.idempotencyKeys.staffId, sql.placeholder('staffId')), eq(t.idempotencyKeys.key, sql.placeholder('key')))))

/**
 * Takes the key for this act, or gives the answer that was already given under it. A twin that is being carried out at
 * this moment is waited for: its row is in the way until it commits (CC-04).
 */
export async function claimKey(w: Writer, of: KeyOf, fingerprint: string, at: Instant): Promise<Remembered | null> {
  const claimed = await w.hot(claimRow, { ...of, fingerprint, createdAt: at })
  if (claimed.length > 0) return null
  const [row] = await w.hot(rememberedRow, of)
  if (!row) throw new Error('a key is taken and has no answer')
  const kept = JSON.parse(row.answer) as { answer: unknown; etag?: string }
  return { fingerprint: row.fingerprint, status: row.status, ...kept }
}

const keepRow = hot<unknown>('idempotency_keep', (db, t) =>
  db.update(t.idempotencyKeys).set({ status: sql`${sql.placeholder('status')}`, answer: sql`${sql.placeholder('answer')}` })
    .where(and(eq(t.idempotencyKeys.staffId, sql.placeholder('staffId')), eq(t.idempotencyKeys.key, sql.placeholder('key')))))

/** Keeps the answer in the act's own transaction. */
export async function keepAnswer(w: Writer, of: KeyOf, what: Omit<Remembered, 'fingerprint'>): Promise<void> {
  await w.hot(keepRow, { ...of, status: what.status, answer: JSON.stringify({ answer: what.answer, etag: what.etag }) })
}

const releaseRow = hot<unknown>('idempotency_release', (db, t) =>
  db.delete(t.idempotencyKeys)
    .where(and(eq(t.idempotencyKeys.staffId, sql.placeholder('staffId')), eq(t.idempotencyKeys.key, sql.placeholder('key')))))

/** Nothing was decided that a repeat should be told: the key may be used again. */
export async function releaseKey(w: Writer, of: KeyOf): Promise<void> {
  await w.hot(releaseRow, of)
}
