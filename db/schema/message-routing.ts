import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** Queues, who works in them, where messages go, the hours of sites, and what is on its way to a portal. */
export function messageRoutingTables(k: Kit) {
  const messageQueues = k.table('message_queues', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    /** provider-pool, billing, administrative-support, helpline-mailbox. */
    kind: k.text('kind').notNull(),
    siteId: k.text('site_id'),
    portalId: k.text('portal_id'),
    /** Who looks after it when nobody else does. */
    leadId: k.text('lead_id').notNull(),
    /** Where a thread with emergency wording goes from here. */
    emergencyQueueId: k.text('emergency_queue_id'),
    position: k.int('position').notNull().default(0),
    createdAt: k.instant('created_at').notNull(),
    retiredAt: k.instant('retired_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('message_queues_name').on(t.name).where(sql`retired_at is null`),
    k.check('message_queues_kind', sql`kind in ('provider-pool','billing','administrative-support','helpline-mailbox')`),
  ])

  const messageQueueMembers = k.table('message_queue_members', {
    queueId: k.text('queue_id').notNull().references(() => messageQueues.id),
    staffId: k.text('staff_id').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.queueId, t.staffId] }), k.index('message_queue_members_by_staff').on(t.staffId, t.queueId)])

  /** Every version of the ordered rules; the newest holds. Rows are added only. */
  const messageRoutings = k.table('message_routings', {
    version: k.int('version').primaryKey(),
    /** As JSON in the form of domain/contracts/messages.ts. */
    rules: k.text('rules').notNull(),
    defaultQueueId: k.text('default_queue_id').notNull(),
    changedBy: k.text('changed_by').notNull(),
    changedAt: k.instant('changed_at').notNull(),
  })

  /** Hours and days of a site's own; without a row its portals' hours hold (R50). */
  const siteCalendars = k.table('site_calendars', {
    siteId: k.text('site_id').primaryKey(),
    /** As JSON by weekday; null: the portal's. */
    hours: k.text('hours'),
    alsoClosedOn: k.text('also_closed_on').notNull().default('[]'),
    openAnywayOn: k.text('open_anyway_on').notNull().default('[]'),
    changedBy: k.text('changed_by').notNull(),
    changedAt: k.instant('changed_at').notNull(),
    version: k.int('version').notNull().default(1),
  })

  /** Clocks to be reckoned anew after a change of a calendar: a walk over the site's open threads, and how far it is. */
  const messageRecounts = k.table('message_recounts', {
    id: k.text('id').primaryKey(),
    siteId: k.text('site_id').notNull(),
    /** The last thread that was done; empty: none yet. */
    afterId: k.key('after_id').notNull().default(''),
    askedAt: k.instant('asked_at').notNull(),
    doneAt: k.instant('done_at'),
  }, (t) => [k.index('message_recounts_open').on(t.doneAt, t.askedAt)])

  /** What a portal is to be told, written with the act and sent by its signed webhook (at least once, with a stable id). */
  const portalCommands = k.table('portal_commands', {
    id: k.text('id').primaryKey(),
    portalId: k.text('portal_id').notNull(),
    /** message.send, message.withdraw … */
    kind: k.text('kind').notNull(),
    /** The entry that it carries. The text is read when it is sent, not kept twice. */
    objectId: k.text('object_id').notNull(),
    refs: k.text('refs').notNull(),
    /** queued, delivered, parked. */
    state: k.text('state').notNull(),
    attempts: k.int('attempts').notNull().default(0),
    nextAttemptAt: k.instant('next_attempt_at').notNull(),
    leasedUntil: k.instant('leased_until'),
    lastStatus: k.text('last_status'),
    queuedAt: k.instant('queued_at').notNull(),
    settledAt: k.instant('settled_at'),
  }, (t) => [
    k.index('portal_commands_due').on(t.state, t.nextAttemptAt, t.id),
    k.index('portal_commands_by_object').on(t.objectId),
    k.check('portal_commands_state', sql`state in ('queued','delivered','parked')`),
  ])

  return { messageQueues, messageQueueMembers, messageRoutings, siteCalendars, messageRecounts, portalCommands }
}
