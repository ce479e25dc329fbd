import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Charts that somebody opened with a reason for a stretch of time, and deaths that were recorded at a desk. */
export function breakGlassTables(k: Kit) {
  /** One person, one chart, until an instant (AZ-08). It ends by itself: nothing has to run. */
  const breakGlass = k.table('break_glass', {
    id: k.text('id').primaryKey(),
    staffId: k.text('staff_id').notNull(),
    patientId: k.text('patient_id').notNull(),
    /** Kind of reason; the words given with it are in the audit alone. */
    kind: k.text('kind').notNull(),
    openedAt: k.instant('opened_at').notNull(),
    /** First instant at which it no longer holds. */
    endsAt: k.instant('ends_at').notNull(),
  }, (t) => [
    k.index('break_glass_by_staff').on(t.staffId, t.endsAt),
    k.index('break_glass_by_patient').on(t.patientId, t.openedAt),
    k.check('break_glass_forward', sql`ends_at > opened_at`),
  ])

  /** A death that a member of staff recorded, with what it suspended: so that a mistake can be undone (R13). */
  const deathRecords = k.table('death_records', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    /** Kind of evidence, never a copy or number. */
    evidence: k.text('evidence').notNull(),
    recordedBy: k.text('recorded_by').notNull(),
    recordedAt: k.instant('recorded_at').notNull(),
    /** Portal accounts as they stood before, as JSON: id and state. */
    accounts: k.text('accounts').notNull(),
    undoneBy: k.text('undone_by'),
    undoneAt: k.instant('undone_at'),
  }, (t) => [
    k.index('death_records_by_patient').on(t.patientId, t.recordedAt),
    k.uniqueIndex('death_records_one').on(t.patientId).where(sql`undone_at is null`),
  ])

  return { breakGlass, deathRecords }
}
