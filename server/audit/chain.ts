import { asc, eq, gt, sql } from 'drizzle-orm'
import type { Instant } from '#domain/time.ts'
import type { OpenReader, Reader } from '#db/store.ts'
import type { Anchors } from '#server/audit/anchor.ts'
import { chainStart, sealHash, type ChainEnd, type EventRow } from '#server/audit/sealer.ts'
import { hiddenEvents, unsealedOf, type Unsealed } from '#server/audit/unsealed.ts'

/** Rows read at once: short statements, so that no snapshot grows old and people come in between. */
const BATCH = 1000

/** What is wrong at a place of the chain. */
export type ChainFault =
  | 'position-missing' | 'event-missing' | 'event-changed' | 'link-broken' | 'event-hidden' | 'tail-cut'
  | 'anchor-differs' | 'anchor-beyond-end' | 'anchors-missing' | 'anchor-not-ours'

export type ChainReport = Unsealed & {
  /** Sealed places that were walked. */
  sealed: number
  end: ChainEnd
  /** First place where the rows themselves do not hold, or null. */
  firstBad: { position: number; fault: ChainFault } | null
  /** First place where the anchors do not hold, or null. `checked`: how many were compared. */
  anchors: { checked: number; lastAt: Instant | null; firstBad: { position: number; fault: ChainFault } | null }
}

export type ChainWalk = {
  anchors?: Anchors
  /** Look at the last so many places only, believing the one before them. */
  last?: number
  at: Instant
  onProgress?: (done: number, total: number) => void
}

/** Whether rows and anchors hold and nothing has waited too long for its seal. */
export function isGood(report: ChainReport): boolean {
  return report.firstBad === null && report.anchors.firstBad === null && !report.late
}

/** Walks the sealed chain in batches and says where it first does not hold (AD-05, AD-06). Reads only. */
export async function verifyChain(db: OpenReader, walk: ChainWalk): Promise<ChainReport> {
  const { auditSeals } = db.read.t
  const [last] = await db.read.select({ position: sql<number>`coalesce(max(${auditSeals.position}), 0)`.mapWith(Number) }).from(auditSeals)
  const total = last?.position ?? 0
  const start = await startOf(db.read, walk.last === undefined ? 0 : Math.max(0, total - walk.last))
  const byPosition = Map.groupBy(walk.anchors?.held ?? [], (anchor) => anchor.position)
  let end = start
  let firstBad: ChainReport['firstBad'] = null
  let anchorBad: ChainReport['firstBad'] = null
  let checked = 0
  while (firstBad === null) {
    const batch = await sealedAfter(db.read, end.position)
    if (batch.length === 0) break
    for (const row of batch) {
      const fault = faultAt(end, row)
      if (fault) {
        firstBad = { position: end.position + 1, fault }
        break
      }
      end = { position: row.position, hash: row.hash, eventSeq: row.eventSeq }
      for (const anchor of byPosition.get(row.position) ?? []) {
        checked += 1
        if (anchor.hash !== row.hash) anchorBad ??= { position: row.position, fault: 'anchor-differs' }
      }
    }
    walk.onProgress?.(end.position, total)
  }
  if (firstBad === null && walk.last === undefined) firstBad = await faultBehind(db, end)
  if (firstBad === null && walk.anchors) anchorBad ??= anchorFault(walk.anchors, end)
  return {
    ...await unsealedOf(db, walk.at), sealed: end.position - start.position, end, firstBad,
    anchors: { checked, lastAt: walk.anchors?.lastAt ?? null, firstBad: anchorBad },
  }
}

type SealedRow = ChainEnd & { previousHash: string; event: EventRow | null }

async function sealedAfter(db: Reader, position: number): Promise<SealedRow[]> {
  const { auditSeals, auditEvents } = db.t
  const rows = await db.select({ seal: auditSeals, event: auditEvents }).from(auditSeals)
    .leftJoin(auditEvents, eq(auditEvents.seq, auditSeals.eventSeq))
    .where(gt(auditSeals.position, position)).orderBy(asc(auditSeals.position)).limit(BATCH)
  return rows.map(({ seal, event }) => ({ ...seal, event }))
}

async function startOf(db: Reader, position: number): Promise<ChainEnd> {
  if (position === 0) return chainStart
  const { auditSeals } = db.t
  const [row] = await db.select().from(auditSeals).where(eq(auditSeals.position, position))
  return row ? { position, hash: row.hash, eventSeq: row.eventSeq } : { position, hash: '', eventSeq: 0 }
}

function faultAt(before: ChainEnd, row: SealedRow): ChainFault | null {
  if (row.position !== before.position + 1) return 'position-missing'
  if (row.previousHash !== before.hash) return 'link-broken'
  if (!row.event) return 'event-missing'
  return sealHash(before.hash, row.position, row.event) === row.hash ? null : 'event-changed'
}

/** What the walk itself cannot see: events that no sealer will ever meet, and a tail that is gone from both tables. */
async function faultBehind(db: OpenReader, end: ChainEnd): Promise<ChainReport['firstBad']> {
  if (await hiddenEvents(db) > 0) return { position: end.position + 1, fault: 'event-hidden' }
  if (db.engine !== 'sqlite') return null
  const [counter] = await db.raw(`select coalesce((select seq from sqlite_sequence where name = 'audit_events'), 0) as counted,
    coalesce((select max(seq) from audit_events), 0) as present`)
  return Number(counter?.counted) > Number(counter?.present) ? { position: end.position + 1, fault: 'tail-cut' } : null
}

function anchorFault(anchors: Anchors, end: ChainEnd): ChainReport['firstBad'] {
  const beyond = anchors.held.find((anchor) => anchor.position > end.position)
  if (beyond) return { position: end.position + 1, fault: 'anchor-beyond-end' }
  if (anchors.notOurs.length > 0) return { position: 0, fault: 'anchor-not-ours' }
  return anchors.held.length === 0 && end.position > 0 ? { position: 0, fault: 'anchors-missing' } : null
}
