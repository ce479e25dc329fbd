import { mayContact } from '#domain/contact-policy.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { findRecipient } from '#server/outbox/person.ts'
import type { MailToQueue } from '#server/outbox/queue-mail.ts'
import { writeMail } from '#server/outbox/templates/templates.ts'
import { plainOf } from '#server/outbox/templates/text.ts'
import { findPractice } from '#server/practice.ts'

export type MailPreview = { allowed: boolean; language: 'en' | 'es'; subject: string; body: string; why: string | null }

/** The words that a mail would have, and whether it could be sent; nothing is queued. Only for templates without links or codes. */
export async function previewMail(db: Reader, mail: Omit<MailToQueue, 'scene'>, at: Instant): Promise<MailPreview | null> {
  const recipient = await findRecipient(db, mail.person, mail.address)
  if (!recipient) return null
  const may = mayContact(recipient.facts, 'email', mail.purpose, at, mail.portalId)
  const nothing = () => { throw new Error('a preview derives no secret') }
  const words = writeMail(mail.template, mail.refs, recipient.language, { practiceName: (await findPractice(db))?.name ?? '', personName: recipient.name, link: nothing, code: nothing })
  return { allowed: may.allowed, language: recipient.language, subject: words.subject, body: plainOf(words), why: may.allowed ? null : may.code }
}
