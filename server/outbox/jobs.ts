import { MINUTE, SECOND } from '#domain/time.ts'
import { every, type Job } from '#server/jobs/jobs.ts'
import { deliverDue } from '#server/outbox/deliver.ts'
import { readMaildir } from '#server/outbox/read-maildir.ts'

/** Sends what has become due: mails whose last try failed, and any that were not sent right after their commit. */
export const deliverJob: Job = { name: 'deliver-outbox', nextDueAt: every(30 * SECOND), run: deliverDue, audited: false }

/** Looks for delivery reports in BOUNCE_MAILDIR. */
export const readReportsJob: Job = { name: 'read-delivery-reports', nextDueAt: every(MINUTE), run: readMaildir, audited: false }
