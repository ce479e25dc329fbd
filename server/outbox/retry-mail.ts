import { eq } from 'drizzle-orm'
import { mayContact, type ContactPurpose } from '#domain/contact-policy.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { findRecipient, personOfMail } from '#server/outbox/person.ts'

/** Puts a refused or parked mail back into the queue: same Message-ID, same links, if the person may still be written to. */
export async function retryMail(
  w: Writer, act: Act, { params }: { params: { id: string } },
): Promise<Outcome<{ id: string; state: 'queued' }>> {
  const { outboxMails: mails } = w.t
  const [row] = await w.select().from(mails).where(eq(mails.id, params.id))
  if (!row) return refuse('NOT_FOUND')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { version: row.version, state: row.state } })
  if (row.state !== 'refused' && row.state !== 'parked') return refuse('MAIL_NOT_WAITING_FOR_HELP')
  const recipient = await findRecipient(w, personOfMail(row), row.address)
  if (!recipient) return refuse('NOT_FOUND')
  const decision = mayContact(recipient.facts, 'email', row.purpose as ContactPurpose, act.at, row.portalId)
  if (!decision.allowed) return refuseBy(decision)

  const version = row.version + 1
  await w.update(mails).set({ state: 'queued', attempts: 0, nextAttemptAt: act.at, leasedUntil: null, version }).where(eq(mails.id, row.id))
  await record(w, act, {
    event: 'mail.retried', patientId: row.personKind === 'patient' ? row.personId : null, objectId: row.id, detail: { mailId: row.id },
  })
  w.announce('outbox', row.id)
  return done({ id: row.id, state: 'queued' }, version)
}
