import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What the practice says of tests that public lists do not know, or know wrongly. Each change is a version of its own. */
export function testKindTables(k: Kit) {
  const testKinds = k.table('test_kinds', {
    id: k.text('id').primaryKey(),
    /** code, name; and the code or name without regard to case and spaces. */
    by: k.text('by').notNull(),
    key: k.text('key').notNull(),
    /** As it was written. */
    label: k.text('label').notNull(),
    /** Null: public lists and names decide again. */
    category: k.text('category'),
    /** Version of this key, from 1. The highest is in force. */
    number: k.int('number').notNull(),
    reason: k.text('reason').notNull(),
    saidBy: k.text('said_by').notNull(),
    fromAt: k.instant('from_at').notNull(),
    /** How far the results that are not out yet have been judged anew: the last id. */
    reached: k.text('reached').notNull().default(''),
    /** Results that it changed, and results that it would have changed if they were not out already. */
    changed: k.int('changed').notNull().default(0),
    leftOut: k.int('left_out').notNull().default(0),
    appliedAt: k.instant('applied_at'),
  }, (t) => [
    k.uniqueIndex('test_kinds_version').on(t.by, t.key, t.number),
    k.index('test_kinds_to_apply').on(t.fromAt, t.id).where(sql`applied_at is null`),
    k.check('test_kinds_by', sql`by in ('code','name')`),
  ])
  return { testKinds }
}
