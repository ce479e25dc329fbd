import { mayContact } from '#domain/contact-policy.ts'
import { deny, type Decision } from '#domain/decision.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { findRecipient } from '#server/outbox/person.ts'
import type { MailToQueue } from '#server/outbox/queue-mail.ts'

/** Whether a mail to somebody could be queued at this instant, by the question that queueing asks. Nothing is queued. */
export async function mayMail(db: Reader, mail: Pick<MailToQueue, 'person' | 'purpose' | 'portalId' | 'address'>, at: Instant): Promise<Decision> {
  const recipient = await findRecipient(db, mail.person, mail.address)
  return recipient ? mayContact(recipient.facts, 'email', mail.purpose, at, mail.portalId) : deny('NOT_FOUND')
}
