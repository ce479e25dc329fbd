import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** How results come in: messages of laboratories, orders that wait for one, wishes said beforehand. */
export function resultIntakeTables(k: Kit) {
  /** Each message of a laboratory once, with what became of it. Its content is not kept here. */
  const labMessages = k.table('lab_messages', {
    id: k.text('id').primaryKey(),
    /** Sender as MSH-3 and MSH-4 name it; empty: the message does not tell. */
    sender: k.text('sender').notNull(),
    controlId: k.text('control_id').notNull(),
    /** SHA-256 of the bytes. */
    hash: k.text('hash').notNull(),
    /** file, connector, mllp. */
    via: k.text('via').notNull(),
    /** Name of the file, of a file drop. */
    fileName: k.text('file_name'),
    receivedAt: k.instant('received_at').notNull(),
    /** taken, refused. */
    outcome: k.text('outcome').notNull(),
    code: k.text('code'),
    facts: k.text('facts').notNull().default('{}'),
    reports: k.int('reports').notNull().default(0),
    refusedReports: k.int('refused_reports').notNull().default(0),
  }, (t) => [
    k.uniqueIndex('lab_messages_one').on(t.sender, t.controlId, t.hash),
    k.index('lab_messages_by_time').on(t.receivedAt, t.id),
    k.index('lab_messages_refused').on(t.receivedAt, t.id).where(sql`outcome = 'refused'`),
    k.check('lab_messages_outcome', sql`outcome in ('taken','refused')`),
    k.check('lab_messages_via', sql`via in ('file','connector','mllp')`),
  ])

  /** Laboratory work of this practice that waits for its result (R65). */
  const labOrders = k.table('lab_orders', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    practitionerId: k.text('practitioner_id'),
    portalId: k.text('portal_id').notNull(),
    name: k.text('name').notNull(),
    /** Local day of collection, else of the order. */
    countsFromOn: k.text('counts_from_on').notNull(),
    /** First instant at which it is missing, by the portal's promise; null: it makes none. */
    missingAt: k.instant('missing_at'),
    /** Number by which its report is known. */
    orderKey: k.text('order_key').notNull(),
    resultId: k.text('result_id'),
    /** waits, came, called-off. */
    state: k.text('state').notNull(),
    source: k.text('source').notNull(),
    sourceId: k.text('source_id').notNull(),
    sourceHash: k.text('source_hash').notNull(),
  }, (t) => [
    k.uniqueIndex('lab_orders_source').on(t.source, t.sourceId),
    k.index('lab_orders_by_key').on(t.patientId, t.orderKey),
    k.index('lab_orders_missing').on(t.missingAt, t.id).where(sql`state = 'waits' and missing_at is not null`),
    k.check('lab_orders_state', sql`state in ('waits','came','called-off')`),
  ])

  /** A support case for a laboratory result that has not come (R65). */
  const missingLabs = k.table('missing_labs', {
    id: k.text('id').primaryKey(),
    orderId: k.text('order_id').notNull().references(() => labOrders.id),
    patientId: k.text('patient_id').notNull(),
    openedAt: k.instant('opened_at').notNull(),
    /** open, closed. */
    state: k.text('state').notNull(),
    /** came, found-elsewhere, drawn-again, not-needed. */
    outcome: k.text('outcome'),
    closedBy: k.text('closed_by'),
    closedAt: k.instant('closed_at'),
    note: k.text('note'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('missing_labs_order').on(t.orderId),
    k.index('missing_labs_by_state').on(t.state, t.openedAt, t.id),
    k.check('missing_labs_state', sql`state in ('open','closed')`),
  ])

  /** What a patient asked for before a result came: to be told first. It becomes a hold of their own request (R68). */
  const resultWishes = k.table('result_wishes', {
    id: k.text('id').primaryKey(),
    patientId: k.text('patient_id').notNull(),
    /** One category; null: every result. */
    category: k.text('category'),
    /** From whom: patient, representative. */
    recipient: k.text('recipient').notNull(),
    /** Whole days that a result of it is held at most. */
    days: k.int('days').notNull(),
    words: k.text('words').notNull(),
    recordedBy: k.text('recorded_by').notNull(),
    recordedAt: k.instant('recorded_at').notNull(),
    endedAt: k.instant('ended_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('result_wishes_by_patient').on(t.patientId, t.endedAt),
    k.check('result_wishes_days', sql`days between 1 and 30`),
    k.check('result_wishes_recipient', sql`recipient in ('patient','representative')`),
  ])

  return { labMessages, labOrders, missingLabs, resultWishes }
}
