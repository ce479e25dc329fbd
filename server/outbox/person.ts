import { and, desc, eq, inArray, isNull, like, or } from 'drizzle-orm'
import type { ContactFacts, StaffContactFacts } from '#domain/contact-policy.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** Whom a mail is for. */
export type MailPerson = { kind: 'staff' | 'patient'; id: string }

/** What the gate and the templates need to know of a person; null when nobody has that id. */
export type Recipient = { facts: ContactFacts; name: string; language: Language }

/** `queuedFor`: the address that a waiting mail was written to, which may no longer be the one on file. */
export async function findRecipient(db: Reader, person: MailPerson, queuedFor?: string): Promise<Recipient | null> {
  return person.kind === 'staff' ? findStaff(db, person.id, queuedFor) : findPatient(db, person.id, queuedFor)
}

async function findStaff(db: Reader, id: string, queuedFor: string | undefined): Promise<Recipient | null> {
  const { staff } = db.t
  const [row] = await db.select({ name: staff.name, email: staff.email, status: staff.status, language: staff.language })
    .from(staff).where(eq(staff.id, id))
  if (!row) return null
  const address = queuedFor ?? row.email
  return {
    facts: {
      kind: 'staff', status: row.status as StaffContactFacts['status'],
      address, hardBouncedAt: await hardBounceOf(db, id, address),
    },
    name: row.name, language: row.language === 'es' ? 'es' : 'en',
  }
}

async function findPatient(db: Reader, id: string, queuedFor: string | undefined): Promise<Recipient | null> {
  const { patients, patientContacts } = db.t
  const [row] = await db.select({ deceased: patients.deceased, language: patients.language }).from(patients).where(eq(patients.id, id))
  if (!row) return null
  const [contact] = await db.select({ value: patientContacts.value }).from(patientContacts)
    .where(and(eq(patientContacts.patientId, id), eq(patientContacts.kind, 'email'), isNull(patientContacts.retiredAt)))
    .orderBy(desc(patientContacts.sinceAt), desc(patientContacts.id)).limit(1)
  const address = queuedFor ?? contact?.value ?? null
  return {
    facts: { kind: 'patient', deceased: row.deceased, optOuts: [], address, hardBouncedAt: await hardBounceOf(db, id, address) },
    // No name of a patient goes into a mail: it would say who is a patient here (IN-11).
    name: '', language: /^es\b/i.test(row.language ?? '') ? 'es' : 'en',
  }
}

/** When a mail to exactly this address of this person last came back for good, or was refused because of the address. */
async function hardBounceOf(db: Reader, personId: string, address: string | null): Promise<Instant | null> {
  if (address === null) return null
  const { outboxMails } = db.t
  const [row] = await db.select({ bouncedAt: outboxMails.bouncedAt }).from(outboxMails)
    .where(and(
      eq(outboxMails.personId, personId), eq(outboxMails.address, address), inArray(outboxMails.state, ['bounced', 'refused']),
      or(and(eq(outboxMails.state, 'bounced'), like(outboxMails.lastStatus, '5.%')), like(outboxMails.lastStatus, '5.1.%')),
    )).orderBy(desc(outboxMails.queuedAt)).limit(1)
  return row ? (row.bouncedAt ?? 0) : null
}
