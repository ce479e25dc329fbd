import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import { hot, type Writer } from '#db/store.ts'

/** The committed answer of a command, kept for whoever asks again with the same key. */
export type Remembered = { fingerprint: string; status: number; answer: unknown; etag?: string }

type Row = { fingerprint: string; status: number; answer: string }

const rememberedRow = hot<Row[]>('idempotency_find', (db, t) =>
  db.select({ fingerprint: t.idempotencyKeys.fingerprint, status: t.idempotencyKeys.status, answer: t.idempotencyKeys.answer })
    .from(t.idempotencyKeys)
    .where(and(eq(t.idempotencyKeys.staffId, sql.placeholder('staffId')), eq(t.idempotencyKeys.key, sql.placeholder('key')))))

/** The answer that this person already got under this key, if the act was carried out. */
export async function answerOnce(w: Writer, staffId: string, key: string): Promise<Remembered | null> {
  const [row] = await w.hot(rememberedRow, { staffId, key })
  if (!row) return null
  const kept = JSON.parse(row.answer) as { answer: unknown; etag?: string }
  return { fingerprint: row.fingerprint, status: row.status, ...kept }
}

const insertRow = hot<unknown>('idempotency_insert', (db, t) =>
  db.insert(t.idempotencyKeys).values({
    staffId: sql.placeholder('staffId'), key: sql.placeholder('key'), fingerprint: sql.placeholder('fingerprint'),
    status: sql.placeholder('status'), answer: sql.placeholder('answer'), createdAt: sql.placeholder('createdAt'),
  }))

/** Keeps the answer in the act's own transaction. */
export async function rememberAnswer(w: Writer, staffId: string, key: string, what: Remembered, at: Instant): Promise<void> {
  await w.hot(insertRow, {
    staffId, key, fingerprint: what.fingerprint, status: what.status,
    answer: JSON.stringify({ answer: what.answer, etag: what.etag }), createdAt: at,
  })
}
