import type { Language } from '#domain/reasons/text.ts'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { deriveCode, deriveToken, returnPathOf } from '#server/outbox/derive.ts'
import type { Recipient } from '#server/outbox/person.ts'
import { htmlOf, oneLine, plainOf } from '#server/outbox/templates/text.ts'
import { writeMail } from '#server/outbox/templates/templates.ts'
import { findPractice } from '#server/practice.ts'

export type MailRow = Reader['t']['outboxMails']['$inferSelect']

/** A mail as it goes over the wire, with its envelope. Holds secrets: it is never stored or logged. */
export type Composed = { from: string; to: string; returnPath: string; subject: string; text: string; html: string; raw: Buffer }

/**
 * Writes the mail of a row. The same row gives the same words, links, Message-ID and date at every try; links are
 * derived here and nowhere else. Throws when the template or its key is not there.
 */
export async function composeMail(db: Reader, app: App, row: MailRow, recipient: Recipient): Promise<Composed> {
  const practice = await findPractice(db)
  const language: Language = row.language === 'es' ? 'es' : 'en'
  const words = writeMail(row.template, JSON.parse(row.refs), language, {
    practiceName: practice?.name ?? '',
    personName: recipient.name,
    link: (page, purpose, id) => `${app.origin()}/${page}/${deriveToken(app.secrets, purpose, id, row.keyId)}`,
    code: (purpose, id) => deriveCode(app.secrets, purpose, id, row.keyId),
  })
  const mail = {
    from: oneLine(app.config.mailFrom), to: row.address, subject: oneLine(words.subject),
    returnPath: returnPathOf(app.secrets, row.id, row.keyId, app.config.bounceDomain),
    text: plainOf(words), html: htmlOf(words, language),
  }
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const raw = await new MailComposer({
    from: mail.from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, html: mail.html,
    messageId: row.messageId, date: new Date(row.queuedAt), baseBoundary: row.id,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true, disableUrlAccess: true,
  }).compile().build()
  return { ...mail, raw }
}
