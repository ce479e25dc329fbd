import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What ties clinicians to patients, who stands in for whom, and what patients have said about an account. */
export function relationTables(k: Kit) {
  /** Who ordered something for whom, as a feed tells it. What was ordered is not kept here. */
  const orders = k.table('orders', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    practitionerId: k.text('practitioner_id').notNull(),
    orderedAt: k.instant('ordered_at').notNull(),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
  }, (t) => [
    k.uniqueIndex('orders_source').on(t.source, t.sourceId),
    k.index('orders_by_patient').on(t.patientId, t.orderedAt),
    k.index('orders_by_practitioner').on(t.practitionerId, t.orderedAt),
  ])

  /** Who looks after whom, as a feed tells it. */
  const careTeamMembers = k.table('care_team_members', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    practitionerId: k.text('practitioner_id').notNull(),
    fromAt: k.instant('from_at').notNull(),
    /** First instant at which it no longer holds; null: no end known. */
    untilAt: k.instant('until_at'),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
  }, (t) => [
    k.uniqueIndex('care_team_members_source').on(t.source, t.sourceId),
    k.index('care_team_members_by_patient').on(t.patientId, t.fromAt),
    k.index('care_team_members_by_practitioner').on(t.practitionerId, t.fromAt),
  ])

  /** One clinician stands in for another, from an instant up to another. */
  const covers = k.table('covers', {
    id: k.text('id').primaryKey(),
    /** Staff ids: who is away, and who stands in. */
    absentId: k.text('absent_id').notNull(),
    coveringId: k.text('covering_id').notNull(),
    fromAt: k.instant('from_at').notNull(),
    untilAt: k.instant('until_at').notNull(),
    setBy: k.text('set_by').notNull(),
    setAt: k.instant('set_at').notNull(),
    /** Ended before its time, or called off before it began. */
    endedAt: k.instant('ended_at'),
    endedBy: k.text('ended_by'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('covers_by_covering').on(t.coveringId, t.untilAt),
    k.index('covers_by_absent').on(t.absentId, t.untilAt),
    k.index('covers_by_end').on(t.untilAt, t.id),
    k.check('covers_forward', sql`until_at > from_at`),
    k.check('covers_two_people', sql`absent_id <> covering_id`),
  ])

  /** A patient said no to an account at a desk, with the reason. */
  const enrollmentDeclines = k.table('enrollment_declines', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    reason: k.text('reason').notNull(),
    notedBy: k.text('noted_by').notNull(),
    notedAt: k.instant('noted_at').notNull(),
    /** Set when they were asked again and thought otherwise. */
    endedAt: k.instant('ended_at'),
  }, (t) => [k.index('enrollment_declines_by_patient').on(t.patientId, t.notedAt)])

  return { orders, careTeamMembers, covers, enrollmentDeclines }
}
