import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { Router } from 'express'
import { z } from 'zod'
import type { mailbox, MailboxMail, MailState } from '#domain/contracts/outbox.ts'
import { isoOf } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { composeMail, type MailRow } from '#server/outbox/compose.ts'
import { findRecipient, personOfMail } from '#server/outbox/person.ts'

const query = z.object({
  to: z.string().max(320).optional(),
  limit: z.coerce.number().int().min(1).max(500).catch(50),
})

/**
 * What was handed over, as whole mails, newest first: `/api/demo/mailbox` and `/api/test/mailbox`, each in its own kind of
 * made-up practice only. Every mail is written anew from its row, because nothing secret is kept (ID-04).
 */
export function mailboxDoor(app: App): Router {
  const door = Router()
  if (app.config.mode === 'real') return door
  door.get(`/${app.config.mode}/mailbox`, async (req, res) => {
    const { to, limit } = query.parse(req.query)
    const db = app.store.read
    const { outboxMails: mails } = db.t
    const handed = and(isNotNull(mails.handedAt), to ? eq(mails.address, to) : undefined)
    const rows = await db.select().from(mails).where(handed).orderBy(desc(mails.queuedAt), desc(mails.id)).limit(limit)
    const shown: MailboxMail[] = []
    for (const row of rows) {
      const mail = await wholeMail(app, row).catch(() => null)
      if (mail) shown.push(mail)
    }
    const answer: z.infer<typeof mailbox> = { mails: shown, total: await db.$count(mails, handed) }
    res.json(answer)
  })
  return door
}

async function wholeMail(app: App, row: MailRow): Promise<MailboxMail | null> {
  const db = app.store.read
  const recipient = await findRecipient(db, personOfMail(row), row.address)
  if (!recipient) return null
  const mail = await composeMail(db, app, row, recipient)
  const raw = mail.raw.toString('utf8')
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return {
    id: row.id, state: row.state as MailState, handedAt: isoOf(row.handedAt ?? 0),
    from: mail.from, to: mail.to, returnPath: mail.returnPath, messageId: row.messageId,
    subject: mail.subject, text: mail.text, html: mail.html,
    links: mail.text.match(/^https?:\/\/\S+$/gm) ?? [],
    headers: head.split('\r\n').map((one) => ({ name: one.slice(0, one.indexOf(':')), value: one.slice(one.indexOf(':') + 1).trim() })),
    raw,
  }
}
