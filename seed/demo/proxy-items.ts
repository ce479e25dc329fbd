import { addDays, localDateOf, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { DemoFamily } from '#seed/demo/proxy-families.ts'
import { stableId, stableNumber } from '#seed/stable.ts'

type ItemRow = Writer['t']['recordItems']['$inferInsert']

/** What one visit leaves in a record: category and, of a bill line, cents. */
const visit: readonly [category: string, cents: number | null][] = [
  ['appointment', null], ['visit-summary', null], ['note', null], ['result', null], ['medication', null], ['bill-line', 12_500], ['bill-line', 2_500], ['letter', null],
]

/** Ordinary visits of every child of a family; of teens some have one that is confidential, bill lines and letter included (R31). */
export async function writeItems(w: Writer, families: readonly DemoFamily[], at: Instant): Promise<void> {
  const today = localDateOf(at, 'America/New_York')
  for (const family of families) {
    const rows = [...visitOf(family, 'check-up', addDays(today, -30 - stableNumber('visit', family.childId) % 300), ''), immunizationOf(family, today)]
    const isTeen = family.child.age >= 14
    if (isTeen && stableNumber('private', family.childId) % 2 === 0) rows.push(...visitOf(family, 'private', addDays(today, -20), 'sti-care'))
    await w.insert(w.t.recordItems).values(rows)
  }
}

function visitOf({ childId }: DemoFamily, name: string, on: string, confidentialTo: string): ItemRow[] {
  return visit.map(([category, amountCents], place) => ({
    id: stableId('item', childId, name, String(place)), patientId: childId, category, acquiredOn: on, confidentialTo, amountCents, source: 'demo', sourceId: stableId('item-source', childId, name, String(place)),
  }))
}

function immunizationOf({ childId }: DemoFamily, today: string): ItemRow {
  return { id: stableId('item', childId, 'shot'), patientId: childId, category: 'immunization', acquiredOn: addDays(today, -400), source: 'demo', sourceId: stableId('item-source', childId, 'shot') }
}
