import { sql } from 'drizzle-orm'
import type { Kit } from '#db/columns.ts'

/** What is to be told to people outside the console, and the jobs that run by themselves. */
export function outboxTables(k: Kit) {
  /** Mail written with the act that causes it. Holds ids and an address, never a secret (ID-04). */
  const outboxMails = k.table('outbox_mails', {
    id: k.text('id').primaryKey(),
    /** Template name of the closed list in server/outbox. */
    template: k.text('template').notNull(),
    /** `staff` or `patient`, and whose id. */
    personKind: k.text('person_kind').notNull(),
    personId: k.text('person_id').notNull(),
    purpose: k.text('purpose').notNull(),
    /** Portal that it is about: a wish not to get its mail is asked again before it leaves. */
    portalId: k.text('portal_id'),
    address: k.text('address').notNull(),
    language: k.text('language').notNull(),
    /** Ids that the template needs, as JSON. */
    refs: k.text('refs').notNull(),
    /** Same for every try, so that a mail handed over twice is seen to be one (DU-03). */
    messageId: k.text('message_id').notNull(),
    /** Key that links and the return path are derived with: a retry after a key change sends the same (ID-04). */
    keyId: k.text('key_id').notNull(),
    /** queued → handed | refused | parked; all → bounced, because a report may overtake us. Nothing is called delivered. */
    state: k.text('state').notNull(),
    /** Tries begun. A try that never reached the mail server is taken back. */
    attempts: k.int('attempts').notNull().default(0),
    nextAttemptAt: k.instant('next_attempt_at').notNull(),
    /** A worker has it until then; once that is past, another takes it. */
    leasedUntil: k.instant('leased_until'),
    queuedAt: k.instant('queued_at').notNull(),
    handedAt: k.instant('handed_at'),
    bouncedAt: k.instant('bounced_at'),
    /** When the mail's own page was first opened, if it has one. */
    openedAt: k.instant('opened_at'),
    /** SMTP reply class or enhanced status (`5.1.1`), no addresses. */
    lastStatus: k.text('last_status'),
    version: k.int('version').notNull().default(1),
  }, (t) => [
    k.index('outbox_due').on(t.state, t.nextAttemptAt),
    k.index('outbox_by_age').on(t.queuedAt, t.id),
    k.index('outbox_by_person').on(t.personId, t.queuedAt),
    k.uniqueIndex('outbox_message_id').on(t.messageId),
    k.check('outbox_state', sql`state in ('queued','handed','refused','parked','bounced')`),
  ])

  /** Jobs with a persisted due time: they catch up after downtime and run one at a time (DU-04). */
  const jobs = k.table('jobs', {
    name: k.text('name').primaryKey(),
    dueAt: k.instant('due_at').notNull(),
    leasedUntil: k.instant('leased_until'),
    lastStartedAt: k.instant('last_started_at'),
    lastEndedAt: k.instant('last_ended_at'),
    lastOutcome: k.text('last_outcome'),
    /** Counts of the last run as JSON, no patient data. */
    lastCounts: k.text('last_counts'),
  })

  /** Names of connector tokens already used: none works twice. */
  const connectorTokens = k.table('connector_tokens', {
    issuer: k.text('issuer').notNull(),
    tokenId: k.text('token_id').notNull(),
    endsAt: k.instant('ends_at').notNull(),
  }, (t) => [
    k.primaryKey({ columns: [t.issuer, t.tokenId] }),
    k.index('connector_tokens_by_end').on(t.endsAt),
  ])

  return { outboxMails, jobs, connectorTokens }
}
