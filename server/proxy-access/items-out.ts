import { and, asc, eq, or } from 'drizzle-orm'
import type { ServiceLine } from '#domain/access/bases.ts'
import type { Viewer } from '#domain/access/facts.ts'
import type { ItemCategory } from '#domain/access/items.ts'
import type { RecordItem } from '#domain/access/view.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { answerAt } from '#domain/release/timeline.ts'
import type { Instant } from '#domain/time.ts'
import type { RecordAccess } from '#db/access-facts.ts'
import { resultsById } from '#db/result-facts.ts'
import type { Reader } from '#db/store.ts'

type Row = Reader['t']['recordItems']['$inferSelect']
type Before = { portalId: string; viewer: Viewer; at: Instant }

/** Everything that stands in a record, as far as access is decided by it. */
export async function itemsOf(db: Reader, patientId: string): Promise<RecordItem[]> {
  return (await rowsOf(db, patientId)).map(itemFrom)
}

/**
 * What of a record is on the portal for this kind of viewer, before who they are is asked: no result that is not out for
 * them, nothing that its author does not share or the source took back. Numbers for a portal are made of nothing else (R67, R68).
 */
export async function itemsOut(db: Reader, access: RecordAccess, { portalId, viewer, at }: Before): Promise<RecordItem[]> {
  const rows = await rowsOf(db, access.chart.id)
  const results = await resultsById(db, rows.filter((row) => row.source === 'results').map((row) => row.sourceId))
  const versions = access.portals.find((one) => one.id === portalId)?.versions.map(({ policy }) => policy) ?? []
  const recipient: Recipient = viewer.kind === 'patient' ? viewer : { kind: 'representative', personId: viewer.personId }
  const kept = await keptBack(db, access.chart.id)
  return rows.filter((row) => {
    if (row.source === 'shared-items') return !kept.has(row.sourceId)
    if (row.source !== 'results') return true
    const known = results.get(row.sourceId)
    return known !== undefined && answerAt(versions, known.facts, recipient, at)?.state === 'visible'
  }).map(itemFrom)
}

function rowsOf(db: Reader, patientId: string): Promise<Row[]> {
  const { recordItems: r } = db.t
  return db.select().from(r).where(eq(r.patientId, patientId)).orderBy(asc(r.acquiredOn), asc(r.id))
}

/** Notes and diagnoses that their author does not share, and whatever its source took back. */
async function keptBack(db: Reader, patientId: string): Promise<Set<string>> {
  const { sharedItems: s } = db.t
  return new Set((await db.select({ id: s.id }).from(s).where(and(eq(s.patientId, patientId), or(eq(s.shared, false), eq(s.withdrawn, true))))).map((row) => row.id))
}

function itemFrom(row: Row): RecordItem {
  return {
    id: row.id, category: row.category as ItemCategory, acquiredOn: row.acquiredOn, sensitive: row.sensitive, amountCents: row.amountCents,
    confidentialTo: row.confidentialTo.split(',').filter((line) => line !== '') as ServiceLine[],
  }
}
