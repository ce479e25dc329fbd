import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What a desk has said of people whom a feed knows too. */
export function deskEditTables(k: Kit) {
  /** One field of one patient that a desk decided. A feed does not write it; what the feed says otherwise waits for a person. */
  const deskEdits = k.table('desk_edits', {
    patientId: k.text('patient_id').notNull(),
    /** A column of the patient, or `phone` or `email` for all contacts of that kind. */
    field: k.text('field').notNull(),
    editedBy: k.text('edited_by').notNull(),
    editedAt: k.instant('edited_at').notNull(),
    /** What the feed last said, as JSON; null: nothing since the edit. */
    feedValue: k.text('feed_value'),
    /** Since when the difference waits; null: there is none, or somebody has settled it. */
    differsSinceAt: k.instant('differs_since_at'),
    /** The feed's value against which somebody decided: said again it is no news. */
    settledValue: k.text('settled_value'),
  }, (t) => [
    k.primaryKey({ columns: [t.patientId, t.field] }),
    k.index('desk_edits_differ').on(t.differsSinceAt, t.patientId, t.field).where(sql`differs_since_at is not null`),
  ])

  return { deskEdits }
}
