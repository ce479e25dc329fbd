import { and, desc, eq, isNull } from 'drizzle-orm'
import { isHardBounce, type ContactFacts, type StaffContactFacts } from '#domain/contact-policy.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant } from '#domain/time.ts'
import { suppressedOf } from '#db/suppressed-channels.ts'
import { optOutsOf } from '#db/opt-outs.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'

/** Whom a mail is for. */
export type MailPerson = { kind: 'staff' | 'patient' | 'proxy'; id: string }

/** The person of a mail's row. */
export function personOfMail(row: { personKind: string; personId: string }): MailPerson {
  return { kind: row.personKind === 'staff' || row.personKind === 'proxy' ? row.personKind : 'patient', id: row.personId }
}

/** What the gate and the templates need to know of a person; null when nobody has that id. */
export type Recipient = { facts: ContactFacts; name: string; language: Language }

/** `queuedFor`: the address that a waiting mail was written to, which may no longer be the one on file. */
export async function findRecipient(db: Reader, person: MailPerson, queuedFor?: string): Promise<Recipient | null> {
  if (person.kind === 'proxy') return findProxy(db, person.id, queuedFor)
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
    facts: { kind: 'patient', deceased: row.deceased, optOuts: await optOutsOf(db, id), suppressed: await suppressedOf(db, id), address, hardBouncedAt: await hardBounceOf(db, id, address) },
    // No name of a patient goes into a mail: it would say who is a patient here (IN-11).
    name: '', language: /^es\b/i.test(row.language ?? '') ? 'es' : 'en',
  }
}

/** Somebody who acts for a patient: their own address, or that of their own chart. No name: it would say whose relative is a patient here. */
async function findProxy(db: Reader, id: string, queuedFor: string | undefined): Promise<Recipient | null> {
  const person = (await knownPersons(db, [id])).get(id)
  if (!person) return null
  const address = queuedFor ?? person.emails[0] ?? null
  return {
    facts: { kind: 'proxy', dead: person.dead, address, hardBouncedAt: await hardBounceOf(db, id, address) },
    name: '', language: /^es\b/i.test(person.language ?? '') ? 'es' : 'en',
  }
}

/** When a mail to exactly this address of this person last came back for good. */
async function hardBounceOf(db: Reader, personId: string, address: string | null): Promise<Instant | null> {
  if (address === null) return null
  const { outboxMails: mails } = db.t
  const rows = await db.select({ status: mails.lastStatus, bouncedAt: mails.bouncedAt }).from(mails)
    .where(and(eq(mails.personId, personId), eq(mails.address, address), eq(mails.state, 'bounced')))
    .orderBy(desc(mails.queuedAt)).limit(20)
  return rows.find((row) => isHardBounce(row.status ?? ''))?.bouncedAt ?? null
}
