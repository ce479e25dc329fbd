import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Who must never get near a record, and ways by which a patient must not be reached. */
export function blockTables(k: Kit) {
  /** A court order or safety flag against a named person. Its kind and words are for the privacy officer alone. */
  const accessBlocks = k.table('access_blocks', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    kind: k.text('kind').notNull(),
    /** Bounded, for the privacy officer. */
    note: k.text('note').notNull(),
    setBy: k.text('set_by').notNull(),
    setAt: k.instant('set_at').notNull(),
    liftedBy: k.text('lifted_by'),
    liftedAt: k.instant('lifted_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('access_blocks_by_patient').on(t.patientId, t.liftedAt),
    k.check('access_blocks_kind', sql`kind in ('court-order','safety-flag')`),
  ])

  /** What the blocked person goes by: every name, contact point, birth date and chart that is known. */
  const accessBlockMarks = k.table('access_block_marks', {
    id: k.text('id').primaryKey(),
    blockId: k.text('block_id').notNull().references(() => accessBlocks.id),
    /** name, email, phone, birth-date, person, patient. */
    kind: k.text('kind').notNull(),
    /** As given; of a name: family and given. */
    value: k.text('value').notNull(),
    given: k.text('given'),
  }, (t) => [
    k.index('access_block_marks_by_block').on(t.blockId),
    k.check('access_block_marks_kind', sql`kind in ('name','email','phone','birth-date','person','patient')`),
  ])

  /** The privacy officer found that this proxy is another person than the blocked one. */
  const accessBlockClearances = k.table('access_block_clearances', {
    blockId: k.text('block_id').notNull().references(() => accessBlocks.id),
    personId: k.text('person_id').notNull(),
    clearedBy: k.text('cleared_by').notNull(),
    clearedAt: k.instant('cleared_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.blockId, t.personId] })])

  /** A way by which a patient must not be reached, for their safety: a channel, or one address or number of it. */
  const suppressedChannels = k.table('suppressed_channels', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    channel: k.text('channel').notNull(),
    /** Key of one address or number; null: the whole channel. */
    contactKey: k.key('contact_key'),
    setBy: k.text('set_by').notNull(),
    setAt: k.instant('set_at').notNull(),
    endedAt: k.instant('ended_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('suppressed_channels_by_patient').on(t.patientId, t.endedAt),
    k.check('suppressed_channels_channel', sql`channel in ('email','sms','phone','post')`),
  ])

  return { accessBlocks, accessBlockMarks, accessBlockClearances, suppressedChannels }
}
