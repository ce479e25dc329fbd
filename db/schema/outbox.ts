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
    address: k.text('address').notNull(),
    language: k.text('language').notNull(),
    /** Ids that the template needs, as JSON. */
    refs: k.text('refs').notNull(),
    /** queued → handed | refused | parked; handed → bounced. Nothing is called delivered. */
    state: k.text('state').notNull(),
    attempts: k.int('attempts').notNull().default(0),
    nextAttemptAt: k.instant('next_attempt_at').notNull(),
    /** A worker has it until then. */
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

  return { outboxMails, jobs }
}
