import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Notes, diagnoses and medications as items that are shared or not (R67). What they say is not kept here. */
export function sharingTables(k: Kit) {
  const sharedItems = k.table('shared_items', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    /** note, diagnosis, medication. */
    kind: k.text('kind').notNull(),
    name: k.text('name').notNull(),
    /** Who wrote it, as the feed names them. */
    practitionerId: k.text('practitioner_id'),
    authoredAt: k.instant('authored_at'),
    acquiredOn: k.text('acquired_on'),
    /** Whether its portal may show it, as far as its author decides that. */
    shared: k.bool('shared').notNull().default(true),
    /** The source took it back. */
    withdrawn: k.bool('withdrawn').notNull().default(false),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    sourceHash: k.text('source_hash').notNull(),
    arrivedAt: k.instant('arrived_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('shared_items_source').on(t.source, t.sourceId),
    k.index('shared_items_by_patient').on(t.patientId, t.kind, t.authoredAt),
    k.check('shared_items_kind', sql`kind in ('note','diagnosis','medication')`),
    k.check('shared_items_medication', sql`kind <> 'medication' or shared`),
  ])

  /** Each sharing and unsharing with its reason. Rows are added only. */
  const sharingActs = k.table('sharing_acts', {
    id: k.text('id').primaryKey(),
    itemId: k.text('item_id').notNull().references(() => sharedItems.id),
    shared: k.bool('shared').notNull(),
    reason: k.text('reason').notNull(),
    by: k.text('by').notNull(),
    at: k.instant('at').notNull(),
    place: k.int('place').notNull(),
  }, (t) => [k.uniqueIndex('sharing_acts_order').on(t.itemId, t.place)])

  return { sharedItems, sharingActs }
}
