import { eq, isNull, sql } from 'drizzle-orm'
import { SECOND, type Instant } from '#domain/time.ts'
import type { OpenReader, Reader, Store } from '#db/store.ts'

/** Longest that an event may wait for its seal before somebody is told. */
const LATE_MS = 5 * SECOND

export type Unsealed = {
  /** Events that wait for the sealer, and the instant of the oldest. */
  unsealed: number
  oldestUnsealedAt: Instant | null
  /** Whether one waits longer than it may. */
  late: boolean
}

/** The tail that waits for its seal. On SQLite it is sealed in the same commit, so there is none. */
export async function unsealedOf(db: Pick<Store, 'engine' | 'read'>, at: Instant): Promise<Unsealed> {
  const [row] = await (db.engine === 'sqlite' ? behindTheLastSeal(db.read) : noted(db.read))
  const oldestUnsealedAt = row?.oldest ?? null
  return { unsealed: row?.n ?? 0, oldestUnsealedAt, late: oldestUnsealedAt !== null && at - oldestUnsealedAt > LATE_MS }
}

function behindTheLastSeal(db: Reader) {
  const { auditEvents, auditSeals } = db.t
  return db.select({ n: sql<number>`count(*)`.mapWith(Number), oldest: sql<number | null>`min(${auditEvents.at})` }).from(auditEvents)
    .where(sql`${auditEvents.seq} > (select coalesce(max(${auditSeals.eventSeq}), 0) from ${auditSeals})`)
}

function noted(db: Reader) {
  const { auditEvents, auditUnsealed } = db.t
  return db.select({ n: sql<number>`count(*)`.mapWith(Number), oldest: sql<number | null>`min(${auditEvents.at})` })
    .from(auditUnsealed).innerJoin(auditEvents, eq(auditEvents.seq, auditUnsealed.seq))
}

/** How many events no seal names and no sealer will meet: somebody put them in, or took their seal away. Each in one snapshot. */
export async function hiddenEvents(db: OpenReader): Promise<number> {
  const { auditEvents, auditSeals, auditUnsealed } = db.read.t
  const waiting = db.engine === 'sqlite'
    ? sql`(select count(*) from ${auditEvents} where ${auditEvents.seq} > (select coalesce(max(${auditSeals.eventSeq}), 0) from ${auditSeals}))`
    : sql`(select count(*) from ${auditUnsealed})`
  const surplus = sql<number>`(select count(*) from ${auditEvents}) - (select count(*) from ${auditSeals}) - ${waiting}`.mapWith(Number)
  const [counted] = await db.read.select({ n: surplus }).from(sql`(select 1) as one`)
  if ((counted?.n ?? 0) <= 0) return 0
  const unnoted = db.engine === 'sqlite'
    ? sql`${auditEvents.seq} < (select coalesce(max(${auditSeals.eventSeq}), 0) from ${auditSeals})`
    : sql`not exists (select 1 from ${auditUnsealed} where ${auditUnsealed.seq} = ${auditEvents.seq})`
  const [missing] = await db.read.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(auditEvents)
    .leftJoin(auditSeals, eq(auditSeals.eventSeq, auditEvents.seq)).where(sql`${isNull(auditSeals.position)} and ${unnoted}`)
  return missing?.n ?? 0
}
