import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { mayContact, type ContactPurpose } from '#domain/contact-policy.ts'
import { SECOND } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { composeMail, type Composed, type MailRow } from '#server/outbox/compose.ts'
import { MOST_TRIES } from '#server/outbox/backoff.ts'
import { findRecipient, personOfMail } from '#server/outbox/person.ts'
import { settleMail, type Settlement } from '#server/outbox/settle.ts'
import { mailboxServer, smtpServer, type MailServer } from '#server/outbox/smtp.ts'
import { faultOf } from '#server/log.ts'

/** How long a worker may keep a mail to itself. Longer than a try can last. */
export const LEASE_MS = 90 * SECOND

/** What became of the mails of one run. */
export type Delivered = { handed: number; refused: number; parked: number; later: number }

const turns = new WeakMap<App, Promise<Delivered>>()

/**
 * Hands over every mail that is due, one after another, outside any transaction: claim, send, mark (DU-03). At least
 * once: a death between the server's yes and our mark sends the same mail, with the same Message-ID, again.
 * One run at a time in a process; between processes the lease decides.
 */
export function deliverDue(app: App, stop: AbortSignal): Promise<Delivered> {
  const before = turns.get(app) ?? Promise.resolve()
  const turn = before.catch(() => undefined).then(() => deliverAll(app, stop))
  turns.set(app, turn)
  return turn
}

async function deliverAll(app: App, stop: AbortSignal): Promise<Delivered> {
  const counts: Delivered = { handed: 0, refused: 0, parked: 0, later: 0 }
  if (!canSend(app)) return counts
  const server = app.config.smtpUrl ? smtpServer(app.config, stop) : mailboxServer
  try {
    while (!stop.aborted && (await hasDue(app))) {
      const row = await claimNext(app)
      if (!row) break
      const settlement = await attempt(app, server, row)
      const state = await settleMail(app, row, settlement)
      if (state === 'queued') counts.later += 1
      else if (state) counts[state] += 1
      if (settlement.kind === 'unreachable') break
    }
  } finally {
    server.close()
  }
  return counts
}

/** Whether mail leaves at all: a real practice without SMTP_URL keeps it queued and says so. */
export function canSend(app: App): boolean {
  return app.config.smtpUrl !== null || app.config.mode !== 'real'
}

function isDue(db: Reader, at: number) {
  const { outboxMails: mails } = db.t
  return and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, at), or(isNull(mails.leasedUntil), lte(mails.leasedUntil, at)))
}

async function hasDue(app: App): Promise<boolean> {
  const db = app.store.read
  const [row] = await db.select({ id: db.t.outboxMails.id }).from(db.t.outboxMails).where(isDue(db, app.clock.now())).limit(1)
  return row !== undefined
}

/** Takes one due mail for this worker. The guard is asked again by the update: two workers never get the same one. */
async function claimNext(app: App): Promise<MailRow | null> {
  return app.store.tx(async (w) => {
    const at = app.clock.now()
    const { outboxMails: mails } = w.t
    const next = w.select({ id: mails.id }).from(mails).where(isDue(w, at)).orderBy(asc(mails.nextAttemptAt)).limit(1)
    const [row] = await w.update(mails).set({ leasedUntil: at + LEASE_MS, attempts: sql`${mails.attempts} + 1` })
      .where(and(inArray(mails.id, next), isDue(w, at))).returning()
    return row ?? null
  })
}

/** A mail that is bound to a contact goes nowhere once that is no longer on file: asked again when it leaves (ID-03, ID-05). */
async function isOffFile(db: Reader, row: MailRow): Promise<boolean> {
  const { contactId } = JSON.parse(row.refs) as { contactId?: unknown }
  if (typeof contactId !== 'string') return false
  const { patientContacts: c } = db.t
  const [contact] = await db.select({ value: c.value, retiredAt: c.retiredAt }).from(c).where(eq(c.id, contactId))
  return contact?.retiredAt !== null || contact.value !== row.address
}

/**
 * An invitation that was ended or sent again while its mail waited, and a code that has a successor: a link or a code that is dead
 * already reaches nobody, least of all somebody who said no meanwhile (R2, ID-05).
 */
async function isOvertaken(db: Reader, row: MailRow): Promise<boolean> {
  const { sendId, codeId } = JSON.parse(row.refs) as { sendId?: unknown; codeId?: unknown }
  const { invitationSends: s, activationCodes: c } = db.t
  if (row.template === 'portal-invitation' && typeof sendId === 'string') {
    const [send] = await db.select({ deadAt: s.deadAt }).from(s).where(eq(s.id, sendId))
    return typeof send?.deadAt === 'number'
  }
  if (row.template !== 'portal-code' || typeof codeId !== 'string') return false
  const [code] = await db.select({ state: c.state }).from(c).where(eq(c.id, codeId))
  return code?.state === 'dead'
}

async function attempt(app: App, server: MailServer, row: MailRow): Promise<Settlement> {
  if (row.attempts > MOST_TRIES) return { kind: 'parked', status: 'given-up' }
  let mail: Composed
  try {
    const db = app.store.read
    const recipient = await findRecipient(db, personOfMail(row), row.address)
    if (!recipient) return { kind: 'parked', status: 'NOT_FOUND' }
    const decision = mayContact(recipient.facts, 'email', row.purpose as ContactPurpose, app.clock.now(), row.portalId)
    if (!decision.allowed) return { kind: 'parked', status: decision.code, withheld: decision.code }
    if (await isOffFile(db, row)) return { kind: 'parked', status: 'CONTACT_GONE', withheld: 'CONTACT_GONE' }
    if (await isOvertaken(db, row)) return { kind: 'parked', status: 'LINK_CLOSED', withheld: 'LINK_CLOSED' }
    mail = await composeMail(db, app, row, recipient)
  } catch (error) {
    app.log.error({ mailId: row.id, fault: faultOf(error) }, 'a mail could not be written')
    return { kind: 'later', status: 'cannot-be-written' }
  }
  return server.hand(mail)
}
