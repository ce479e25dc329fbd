import type { Kit } from '#db/columns.ts'

/**
 * Counts that are kept with every write, so that no list and no dashboard counts threads one by one. Each is the sum of what
 * single threads and clocks give (domain/messages/tally.ts); a nightly check adds them up again.
 */
export function messageFigureTables(k: Kit) {
  /** Threads by where they stand. `assigneeId` empty: nobody's. */
  const messageCounts = k.table('message_counts', {
    queueId: k.text('queue_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    siteId: k.text('site_id').notNull(),
    state: k.text('state').notNull(),
    assigneeId: k.text('assignee_id').notNull(),
    flagged: k.int('flagged').notNull(),
    /** 0 to 3, as at the thread. */
    rank: k.int('rank').notNull(),
    n: k.int('n').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.queueId, t.state, t.assigneeId, t.portalId, t.siteId, t.flagged, t.rank] }), k.index('message_counts_by_person').on(t.assigneeId, t.state)])

  /** Running clocks by the hours (since 1970) into which half, warning, target and limit fall. Instants not to be said: -1. */
  const messageBuckets = k.table('message_buckets', {
    bucket: k.key('bucket').primaryKey(),
    queueId: k.text('queue_id').notNull(),
    halfHour: k.int('half_hour').notNull(),
    warnHour: k.int('warn_hour').notNull(),
    targetHour: k.int('target_hour').notNull(),
    limitHour: k.int('limit_hour').notNull(),
    n: k.int('n').notNull(),
  }, (t) => [k.index('message_buckets_by_queue').on(t.queueId, t.targetHour)])

  /** Running clocks of a person's threads by the hour of their target. */
  const messagePersonHours = k.table('message_person_hours', {
    assigneeId: k.text('assignee_id').notNull(),
    targetHour: k.int('target_hour').notNull(),
    queueId: k.text('queue_id').notNull(),
    n: k.int('n').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.assigneeId, t.targetHour, t.queueId] })])

  /**
   * One local day of a queue. `arrivals`: a letter for the hour (a to x) of each message. `minutes`: four base-36 digits for
   * each answer, longest 1,679,615; `taken`: those of answers that did not stay. Only ever added to, so that nobody waits to read.
   */
  const messageDays = k.table('message_days', {
    queueId: k.text('queue_id').notNull(),
    dayOn: k.text('day_on').notNull(),
    arrivals: k.text('arrivals').notNull().default(''),
    minutes: k.text('minutes').notNull().default(''),
    taken: k.text('taken').notNull().default(''),
    onTime: k.int('on_time').notNull().default(0),
    withinLimit: k.int('within_limit').notNull().default(0),
    byReply: k.int('by_reply').notNull().default(0),
    byCall: k.int('by_call').notNull().default(0),
    byResolve: k.int('by_resolve').notNull().default(0),
  }, (t) => [k.primaryKey({ columns: [t.queueId, t.dayOn] }), k.index('message_days_by_day').on(t.dayOn, t.queueId)])

  /** One local day of a person in queues of a site. */
  const messagePersonDays = k.table('message_person_days', {
    staffId: k.text('staff_id').notNull(),
    siteId: k.text('site_id').notNull(),
    dayOn: k.text('day_on').notNull(),
    minutes: k.text('minutes').notNull().default(''),
    taken: k.text('taken').notNull().default(''),
    onTime: k.int('on_time').notNull().default(0),
    withinLimit: k.int('within_limit').notNull().default(0),
  }, (t) => [k.primaryKey({ columns: [t.staffId, t.dayOn, t.siteId] }), k.index('message_person_days_by_day').on(t.dayOn, t.staffId)])

  return { messageCounts, messageBuckets, messagePersonHours, messageDays, messagePersonDays }
}
