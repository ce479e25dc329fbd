import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import { checkContact, type CheckedContact } from '#domain/enrollment/contact-check.ts'
import { reachKey } from '#domain/reach.ts'
import type { Instant } from '#domain/time.ts'
import { bouncedAddresses } from '#db/bounced-addresses.ts'
import type { Reader } from '#db/store.ts'
import { barredFor } from '#server/contacts/barred.ts'
import type { PortalNow } from '#server/contacts/portal-now.ts'
import { readersOf, type KnownReader } from '#server/contacts/readers.ts'

export type ContactRow = Reader['t']['patientContacts']['$inferSelect']
/** A contact with what the rule says of it on one portal. */
export type OwnContact = { row: ContactRow | null; kind: 'email' | 'phone'; value: string; checked: CheckedContact<KnownReader> }

type Whose = { patient: { id: string; birthDate: string }; portal: PortalNow; at: Instant }

/** Every contact on file, checked against the portal's rule as of this instant; addresses first, the newest of each first. */
export async function ownContacts(db: Reader, whose: Whose): Promise<OwnContact[]> {
  const { patientContacts: c } = db.t
  const rows = await db.select().from(c).where(and(eq(c.patientId, whose.patient.id), isNull(c.retiredAt))).orderBy(asc(c.kind), desc(c.sinceAt), desc(c.id))
  return checkAll(db, whose, rows.map((row) => ({ row, kind: row.kind === 'email' ? 'email' as const : 'phone' as const, value: row.value, use: row.use })))
}

/** What the rule says of something typed, whether or not it is on file. */
export async function checkTyped(db: Reader, whose: Whose, kind: 'email' | 'phone', value: string): Promise<OwnContact> {
  const { patientContacts: c } = db.t
  const [row] = await db.select().from(c).where(and(eq(c.patientId, whose.patient.id), eq(c.reachKey, reachKey(kind, value)), isNull(c.retiredAt))).orderBy(asc(c.sinceAt), asc(c.id)).limit(1)
  const [checked] = await checkAll(db, whose, [{ row: row ?? null, kind, value, use: row?.use ?? (kind === 'phone' ? 'mobile' : null) }])
  if (!checked) throw new Error('one was asked for')
  return checked
}

async function checkAll(
  db: Reader, { patient, portal, at }: Whose, contacts: readonly { row: ContactRow | null; kind: 'email' | 'phone'; value: string; use: string | null }[],
): Promise<OwnContact[]> {
  if (contacts.length === 0) return []
  const others = await readersOf(db, { patientId: patient.id, portal, at }, contacts.map((one) => reachKey(one.kind, one.value)))
  const bounced = await bouncedAddresses(db, patient.id)
  const isBarred = await barredFor(db, patient.id, at)
  const age = ageAt(patient.birthDate, at, portal.policy.timeZone)
  return contacts.map(({ row, kind, value, use }) => ({
    row, kind, value,
    checked: checkContact({
      kind, value, use, age, policy: portal.policy.enrollment, others, onFileSinceAt: row?.sinceAt ?? null,
      hardBounced: kind === 'email' && bounced.has(value), isBarred: isBarred(kind, value),
    }, at),
  }))
}
