import { createHash } from 'node:crypto'
import { asc, desc, gt, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { Clock } from '#server/clock.ts'
import { hot, type Reader, type Store, type Writer } from '#db/store.ts'

export type ChainEnd = { position: number; hash: string; eventSeq: number }
export type EventRow = Store['read']['t']['auditEvents']['$inferSelect']

export const chainStart: ChainEnd = { position: 0, hash: '0'.repeat(64), eventSeq: 0 }

/** Hash of one event at its place: SHA-256 over the previous hash, the position and every column. */
export function sealHash(previousHash: string, position: number, row: EventRow): string {
  const columns = [
    row.seq, row.at, row.actorId, row.actorRoles, row.event, row.patientId, row.objectId, row.outcome,
    row.reasonCode, row.evidence, row.purpose, row.requestId, row.sourceAddress, row.detail,
  ]
  return createHash('sha256').update(JSON.stringify([previousHash, position, ...columns])).digest('hex')
}

const lastSeal = hot<ChainEnd[]>('audit_last_seal', (db, t) =>
  db.select({ position: t.auditSeals.position, hash: t.auditSeals.hash, eventSeq: t.auditSeals.eventSeq })
    .from(t.auditSeals).orderBy(desc(t.auditSeals.position)).limit(1))

const eventsAfter = hot<EventRow[]>('audit_events_after', (db, t) =>
  db.select().from(t.auditEvents).where(gt(t.auditEvents.seq, sql.placeholder('seq'))).orderBy(asc(t.auditEvents.seq)))

/** How often the sealer looks on PostgreSQL, and how many events it seals in one transaction. */
const LOOK_EVERY_MS = 500
const BATCH = 1000

/**
 * On SQLite events are sealed inside the same group commit; on PostgreSQL by whichever process holds the
 * advisory lock, at most a second later (AD-05). `onFault` hears why sealing failed; it is tried again.
 * Returns a stop function, which seals what still waits.
 */
export async function startSealer(store: Store, clock: Clock, onFault: (error: unknown) => void = () => undefined): Promise<() => Promise<void>> {
  if (store.engine === 'sqlite') {
    store.beforeCommit(async (w) => {
      const end = await chainEnd(w)
      const rows = await w.hot(eventsAfter, { seq: end.eventSeq })
      if (rows.length > 0) await sealRows(w, end, rows, clock.now())
    })
    return async () => store.beforeCommit(null)
  }
  let stopped = false
  let running: Promise<unknown> | null = null
  const timer = setInterval(() => {
    running ??= sealAll(store, clock, () => stopped).catch(onFault).finally(() => { running = null })
  }, LOOK_EVERY_MS)
  return async () => {
    stopped = true
    clearInterval(timer)
    await running
    await sealAll(store, clock, () => false).catch(onFault)
  }
}

async function sealAll(store: Store, clock: Clock, stopped: () => boolean): Promise<void> {
  while (!stopped() && await sealWaiting(store, clock.now()) === BATCH) { /* more waits */ }
}

/** Seals what PostgreSQL's trigger noted, one batch; answers how many. The lock makes one sealer, the notes make the order. */
export async function sealWaiting(store: Store, at: Instant): Promise<number> {
  if (store.engine === 'sqlite') return 0
  return store.tx(async (w) => {
    const lock = await w.select({ held: sql<boolean>`pg_try_advisory_xact_lock(720018)` }).from(sql`(select 1) as one`)
    if (!lock[0]?.held) return 0
    const { auditUnsealed, auditEvents } = w.t
    const waiting = await w.select().from(auditUnsealed).orderBy(asc(auditUnsealed.seq)).limit(BATCH)
    if (waiting.length === 0) return 0
    const seqs = waiting.map((row) => row.seq)
    const rows = await w.select().from(auditEvents).where(inArray(auditEvents.seq, seqs)).orderBy(asc(auditEvents.seq))
    await w.insert(w.t.auditSeals).values(sealsOf(await chainEnd(w), rows, at))
    await w.delete(auditUnsealed).where(inArray(auditUnsealed.seq, seqs))
    return rows.length
  })
}

/** The last sealed place. */
export async function chainEnd(db: Reader): Promise<ChainEnd> {
  const [last] = await db.hot(lastSeal)
  return last ?? chainStart
}

const insertSeal = hot<unknown>('audit_insert_seal', (db, t) =>
  db.insert(t.auditSeals).values({
    position: sql.placeholder('position'),
    eventSeq: sql.placeholder('eventSeq'),
    previousHash: sql.placeholder('previousHash'),
    hash: sql.placeholder('hash'),
    sealedAt: sql.placeholder('sealedAt'),
  }))

async function sealRows(w: Writer, from: ChainEnd, rows: readonly EventRow[], at: Instant): Promise<void> {
  for (const seal of sealsOf(from, rows, at)) await w.hot(insertSeal, seal)
}

type SealRow = Store['read']['t']['auditSeals']['$inferSelect']

/** The next links of the chain, one for each event, in this order. */
function sealsOf(from: ChainEnd, rows: readonly EventRow[], at: Instant): SealRow[] {
  let previousHash = from.hash
  return rows.map((row, index): SealRow => {
    const position = from.position + index + 1
    const hash = sealHash(previousHash, position, row)
    const seal = { position, eventSeq: row.seq, previousHash, hash, sealedAt: at }
    previousHash = hash
    return seal
  })
}
