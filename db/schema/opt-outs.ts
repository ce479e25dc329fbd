import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What patients do not want to get. */
export function optOutTables(k: Kit) {
  /** A wish not to be contacted, as staff recorded it (R71). Ended, never deleted. */
  const optOuts = k.table('opt_outs', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    /** `*`: every portal. */
    portalId: k.text('portal_id').notNull(),
    channel: k.text('channel').notNull(),
    kind: k.text('kind').notNull(),
    /** How it was said. */
    source: k.text('source').notNull(),
    reason: k.text('reason').notNull(),
    setBy: k.text('set_by').notNull(),
    setAt: k.instant('set_at').notNull(),
    endedBy: k.text('ended_by'),
    endedAt: k.instant('ended_at'),
    endReason: k.text('end_reason'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('opt_outs_one').on(t.patientId, t.portalId, t.channel, t.kind).where(sql`ended_at is null`),
    k.index('opt_outs_by_patient').on(t.patientId, t.endedAt),
    k.check('opt_outs_channel', sql`channel in ('email','sms','app')`),
    k.check('opt_outs_kind', sql`kind in ('invitations','notices')`),
  ])

  return { optOuts }
}
