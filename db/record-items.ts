import { and, eq, inArray } from 'drizzle-orm'
import type { ServiceLine } from '#domain/access/bases.ts'
import type { ItemCategory } from '#domain/access/items.ts'
import type { RecordItemFacts } from '#domain/feeds/result-facts.ts'
import type { PlainDate } from '#domain/time.ts'
import { patientIdsOf } from '#db/patients.ts'
import type { Kept } from '#db/kept.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

/** An item of a record as a room or a feed names it: `source` and `sourceId` lead back to what holds it. */
export type ItemToName = {
  id: string; patientId: string; category: ItemCategory; acquiredOn: PlainDate | null; confidentialTo: readonly ServiceLine[]; amountCents?: number | null; source: string; sourceId: string
}

/** Names an item of a record, so that access to it is decided like to everything else; named again, it is as told last. */
export async function nameRecordItem(w: Writer, { confidentialTo, ...item }: ItemToName): Promise<void> {
  const { recordItems: r } = w.t
  const row = { ...item, amountCents: item.amountCents ?? null, confidentialTo: confidentialTo.join(',') }
  const { patientId, acquiredOn, amountCents } = row
  await w.insert(r).values(row).onConflictDoUpdate({ target: [r.source, r.sourceId], set: { patientId, acquiredOn, amountCents, confidentialTo: row.confidentialTo } })
}

/** An item that is no more. */
export async function forgetRecordItem(w: Writer, source: string, sourceId: string): Promise<void> {
  const { recordItems: r } = w.t
  await w.delete(r).where(and(eq(r.source, source), eq(r.sourceId, sourceId)))
}

/** Immunizations, letters and bill lines of a feed. One that the source takes back is no more. */
export async function keepRecordItems(w: Writer, all: readonly RecordItemFacts[], how: { newId: NewId }): Promise<Kept[]> {
  const feed = all[0]?.source ?? ''
  const source = `feed ${feed}`
  const { recordItems: r } = w.t
  const patients = await patientIdsOf(w, feed, all.map((one) => one.patientSourceId))
  const known = new Map((await w.select().from(r).where(and(eq(r.source, source), inArray(r.sourceId, all.map((one) => one.sourceId))))).map((row) => [row.sourceId, row]))
  const kept: Kept[] = []
  for (const { sourceId, patientSourceId, category, acquiredOn, amountCents, confidentialTo, withdrawn } of all) {
    const patientId = patients.get(patientSourceId)
    if (patientId === undefined) {
      kept.push({ sourceId, outcome: 'refused', code: 'ITEM_NOT_OF_PATIENT' })
      continue
    }
    const before = known.get(sourceId)
    const id = before?.id ?? how.newId('record-item', source, sourceId)
    const isSame = before ? !withdrawn && before.patientId === patientId && before.acquiredOn === acquiredOn && before.amountCents === amountCents && before.confidentialTo === confidentialTo.join(',') : withdrawn
    if (!isSame && withdrawn) await forgetRecordItem(w, source, sourceId)
    else if (!isSame) await nameRecordItem(w, { id, patientId, category, acquiredOn, amountCents, confidentialTo, source, sourceId })
    kept.push({ sourceId, outcome: isSame ? 'unchanged' : before ? 'changed' : 'created', id })
  }
  return kept
}
