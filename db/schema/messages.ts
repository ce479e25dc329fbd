import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'
import { messageFigureTables } from '#db/schema/message-figures.ts'
import { messageRoutingTables } from '#db/schema/message-routing.ts'

/** Threads between a patient's side and the practice, what stands in them, and the clock of each (R50). */
export function messageTables(k: Kit) {
  const messageThreads = k.table('message_threads', {
    id: k.text('id').primaryKey(),
    /** Whom it is about. Who wrote stands at each message. */
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    /** Whose calendar counts: the patient's site when the thread began. */
    siteId: k.text('site_id').notNull(),
    queueId: k.text('queue_id').notNull(),
    assigneeId: k.text('assignee_id'),
    assignedAt: k.instant('assigned_at'),
    /** Of a claim: until when nobody else can claim it. Null with an assignee: assigned by somebody, until given back. */
    leaseEndsAt: k.instant('lease_ends_at'),
    /** open, waiting, resolved. */
    state: k.text('state').notNull(),
    subject: k.text('subject').notNull(),
    topic: k.text('topic').notNull(),
    recipient: k.text('recipient').notNull(),
    language: k.text('language'),
    /** all-who-may, patient-only. */
    audience: k.text('audience').notNull().default('all-who-may'),
    /** Emergency wording that nobody has settled. */
    flagged: k.bool('flagged').notNull().default(false),
    flaggedAt: k.instant('flagged_at'),
    /** What made it so, as JSON of short words. */
    flagReasons: k.text('flag_reasons'),
    flagSettledAs: k.text('flag_settled_as'),
    flagSettledBy: k.text('flag_settled_by'),
    flagSettledAt: k.instant('flag_settled_at'),
    disposition: k.text('disposition'),
    dispositionBecause: k.text('disposition_because'),
    resolvedBy: k.text('resolved_by'),
    resolvedAt: k.instant('resolved_at'),
    /** Newest message of the patient's side: an answer names the one that it has seen (CC-03). */
    lastPatientMessageId: k.text('last_patient_message_id'),
    /** The clock that runs, or the last one. Instants as the engine reckons them (domain/business-time); null: not to be said. */
    clockId: k.text('clock_id'),
    startedAt: k.instant('started_at'),
    answeredAt: k.instant('answered_at'),
    pausedAt: k.instant('paused_at'),
    halfAt: k.instant('half_at'),
    warnAt: k.instant('warn_at'),
    targetAt: k.instant('target_at'),
    limitAt: k.instant('limit_at'),
    /** Order of the worklist: 0 flagged, 1 runs, 2 paused or not to be said, 3 answered; then by `orderAt`. */
    rank: k.int('rank').notNull(),
    orderAt: k.instant('order_at').notNull(),
    /** Hours into which half, warning, target and limit fall, by which open threads are counted; null: the clock does not run. */
    bucket: k.key('bucket'),
    /** From when on our unread reply counts as not read; null: nothing of ours is unread. */
    notReadAt: k.instant('not_read_at'),
    lastMessageAt: k.instant('last_message_at').notNull(),
    /** Beginning of the newest message or reply. */
    line: k.text('line').notNull(),
    /** Name of the newest writer of the patient's side, if it was not the patient. */
    writtenBy: k.text('written_by'),
    /** Places of entries that were given out. */
    entries: k.int('entries').notNull().default(0),
    source: k.text('source').notNull(),
    /** The portal's id of the conversation. */
    sourceId: k.text('source_id').notNull(),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.uniqueIndex('message_threads_source').on(t.source, t.sourceId),
    k.index('message_threads_unresolved').on(t.queueId, t.rank, t.orderAt, t.id).where(sql`state <> 'resolved'`),
    k.index('message_threads_held').on(t.assigneeId, t.rank, t.orderAt, t.id).where(sql`state <> 'resolved'`),
    k.index('message_threads_by_state').on(t.queueId, t.state, t.rank, t.orderAt, t.id),
    k.index('message_threads_by_patient').on(t.patientId, t.lastMessageAt),
    k.index('message_threads_by_bucket').on(t.bucket, t.id).where(sql`bucket is not null`),
    k.index('message_threads_due').on(t.targetAt, t.queueId).where(sql`bucket is not null`),
    k.index('message_threads_by_site').on(t.siteId, t.id).where(sql`state <> 'resolved'`),
    k.index('message_threads_leases').on(t.leaseEndsAt, t.id).where(sql`lease_ends_at is not null`),
    k.index('message_threads_flagged').on(t.flaggedAt, t.queueId).where(sql`flagged_at is not null`),
    k.index('message_threads_not_read').on(t.notReadAt, t.id).where(sql`not_read_at is not null`),
    k.check('message_threads_state', sql`state in ('open','waiting','resolved')`),
    k.check('message_threads_audience', sql`audience in ('all-who-may','patient-only')`),
    k.check('message_threads_resolved', sql`(state = 'resolved') = (resolved_at is not null)`),
    k.check('message_threads_flag', sql`state <> 'resolved' or not flagged`),
    k.check('message_threads_held_by', sql`(assignee_id is null) = (assigned_at is null)`),
  ])

  /** Messages, replies, notes and calls, in their order. Rows are added only; what becomes of a reply is noted on it. */
  const messageEntries = k.table('message_entries', {
    id: k.text('id').primaryKey(),
    threadId: k.text('thread_id').notNull().references(() => messageThreads.id),
    place: k.int('place').notNull(),
    /** message, reply, note, call. */
    kind: k.text('kind').notNull(),
    /** patient, proxy, named, staff. */
    senderKind: k.text('sender_kind').notNull(),
    /** Patient, proxy person or member of staff; null for somebody whom only the portal names. */
    senderId: k.text('sender_id'),
    senderName: k.text('sender_name').notNull(),
    senderRelationship: k.text('sender_relationship'),
    text: k.text('text').notNull(),
    language: k.text('language'),
    /** When it was written, by the portal's word; of our own: when it was sent. */
    at: k.instant('at').notNull(),
    receivedAt: k.instant('received_at').notNull(),
    /** Of a note: what it came with. */
    cause: k.text('cause'),
    callOutcome: k.text('call_outcome'),
    /** Whether this answered the clock. */
    answered: k.bool('answered').notNull().default(false),
    /** Of a reply: names of those who could read it when it was sent, as JSON. */
    readers: k.text('readers'),
    cannedReplyId: k.text('canned_reply_id'),
    /** Of a reply: queued, delivered, parked. */
    delivery: k.text('delivery'),
    readAt: k.instant('read_at'),
    /** Of a message of the patient's side: the queue that it came into, the local day and hour of the site. */
    arrivedQueueId: k.text('arrived_queue_id'),
    arrivedOn: k.text('arrived_on'),
    arrivedHour: k.int('arrived_hour'),
    source: k.text('source').notNull(),
    /** The portal's id of the message; our own id for ours. */
    sourceId: k.text('source_id').notNull(),
  }, (t) => [
    k.uniqueIndex('message_entries_order').on(t.threadId, t.place),
    k.uniqueIndex('message_entries_source').on(t.source, t.sourceId),
    k.index('message_entries_arrivals').on(t.arrivedQueueId, t.arrivedOn, t.arrivedHour).where(sql`arrived_on is not null`),
    k.check('message_entries_kind', sql`kind in ('message','reply','note','call')`),
    k.check('message_entries_sender', sql`sender_kind in ('patient','proxy','named','staff')`),
  ])

  /** What hangs on a message: its name alone. The bytes stay with the portal. */
  const messageAttachments = k.table('message_attachments', {
    id: k.text('id').primaryKey(),
    entryId: k.text('entry_id').notNull().references(() => messageEntries.id),
    threadId: k.text('thread_id').notNull(),
    name: k.text('name').notNull(),
    mediaType: k.text('media_type').notNull(),
    bytes: k.int('bytes').notNull(),
    /** The portal's own name for it. */
    ref: k.text('ref').notNull(),
  }, (t) => [k.index('message_attachments_by_thread').on(t.threadId, t.entryId)])

  /** One clock: from the earliest unanswered message to its answer. A thread has several over time. */
  const messageClocks = k.table('message_clocks', {
    id: k.text('id').primaryKey(),
    threadId: k.text('thread_id').notNull().references(() => messageThreads.id),
    patientId: k.text('patient_id').notNull(),
    portalId: k.text('portal_id').notNull(),
    siteId: k.text('site_id').notNull(),
    /** Where it stands now; of an answered one: where it was answered. */
    queueId: k.text('queue_id').notNull(),
    startedAt: k.instant('started_at').notNull(),
    /** Stretches that are not counted, as JSON `[[from,until|null],…]`, in order. */
    pauses: k.text('pauses').notNull().default('[]'),
    answeredAt: k.instant('answered_at'),
    /** reply, call, resolve. */
    answeredHow: k.text('answered_how'),
    answeredBy: k.text('answered_by'),
    /** Target and limit as they stood when it was answered. */
    targetAt: k.instant('target_at'),
    limitAt: k.instant('limit_at'),
    onTime: k.bool('on_time'),
    withinLimit: k.bool('within_limit'),
    /** Whole minutes that were counted. */
    minutes: k.int('minutes'),
    /** Local day of the answer, by the clock of the site. */
    answeredOn: k.text('answered_on'),
  }, (t) => [
    k.index('message_clocks_by_thread').on(t.threadId, t.startedAt),
    k.index('message_clocks_by_queue').on(t.queueId, t.answeredOn, t.answeredAt),
    k.index('message_clocks_by_person').on(t.answeredBy, t.answeredOn),
    k.index('message_clocks_by_day').on(t.answeredOn, t.patientId),
    k.uniqueIndex('message_clocks_one_open').on(t.threadId).where(sql`answered_at is null`),
    k.check('message_clocks_answered', sql`(answered_at is null) = (answered_how is null)`),
  ])

  /** What somebody has begun to write in a thread: theirs alone. */
  const messageDrafts = k.table('message_drafts', {
    threadId: k.text('thread_id').notNull().references(() => messageThreads.id),
    staffId: k.text('staff_id').notNull(),
    /** reply, note. */
    kind: k.text('kind').notNull(),
    text: k.text('text').notNull(),
    seenMessageId: k.text('seen_message_id'),
    savedAt: k.instant('saved_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.threadId, t.staffId] })])

  /** Who is at a thread now. Gone when they leave, or when they have not been heard of for a while. */
  const messagePresence = k.table('message_presence', {
    threadId: k.text('thread_id').notNull(),
    staffId: k.text('staff_id').notNull(),
    /** reading, answering. */
    doing: k.text('doing').notNull(),
    untilAt: k.instant('until_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.threadId, t.staffId] }), k.index('message_presence_by_end').on(t.untilAt)])

  /** Texts that are written once and used often. Changed by managers; fields are `{…}`. */
  const cannedReplies = k.table('canned_replies', {
    id: k.text('id').primaryKey(),
    title: k.text('title').notNull(),
    text: k.text('text').notNull(),
    language: k.text('language').notNull(),
    /** Offered in queues of this kind; null: everywhere. */
    queueKind: k.text('queue_kind'),
    uses: k.int('uses').notNull().default(0),
    changedBy: k.text('changed_by').notNull(),
    changedAt: k.instant('changed_at').notNull(),
    retiredAt: k.instant('retired_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.uniqueIndex('canned_replies_title').on(t.title, t.language).where(sql`retired_at is null`)])

  return {
    messageThreads, messageEntries, messageAttachments, messageClocks, messageDrafts, messagePresence, cannedReplies,
    ...messageRoutingTables(k), ...messageFigureTables(k),
  }
}
