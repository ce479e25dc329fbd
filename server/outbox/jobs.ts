import { MINUTE, SECOND } from '#domain/time.ts'
import { deliverDue } from '#server/outbox/deliver.ts'
import { readMaildir } from '#server/outbox/read-maildir.ts'

/** Sends what has become due: mails whose last try failed, and any that were not sent right after their commit. */
export const deliverJob = {
  name: 'deliver-outbox', nextDueAt: (at: number) => at + 30 * SECOND, run: deliverDue, audited: false,
}

/** Looks for delivery reports in BOUNCE_MAILDIR. */
export const readReportsJob = {
  name: 'read-delivery-reports', nextDueAt: (at: number) => at + MINUTE, run: readMaildir, audited: false,
}
