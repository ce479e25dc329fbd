import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { ContactProof, PatientOverview } from '#domain/contracts/patients.ts'
import { mailboxKey } from '#domain/mailbox.ts'
import { DAY, isoOf } from '#domain/time.ts'
import { bouncedAddresses } from '#db/bounced-addresses.ts'
import { householdPatientIds } from '#db/household.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { maskedContact } from '#server/patients/mask.ts'
import { knownAmong } from '#server/patients/visible.ts'

/** R10: from the 12th birthday a mailbox that a relative reads is not the patient's own. A young child's parents read for it. */
export const OWN_MAILBOX_FROM_AGE = 12

/** Contacts on file, masked, each with its age, and whether it reaches the patient alone. */
export async function contactsOf(db: Reader, act: Act, patientId: string, age: number): Promise<PatientOverview['contacts']> {
  const { patientContacts: t } = db.t
  const rows = await db.select().from(t).where(and(eq(t.patientId, patientId), isNull(t.retiredAt))).orderBy(asc(t.kind), asc(t.sinceAt), asc(t.id))
  const others = await mailboxesOfOthers(db, patientId, age, act)
  const bounced = await bouncedAddresses(db, patientId)
  return rows.map((row) => ({
    id: row.id, kind: row.kind === 'email' ? 'email' : 'phone', use: row.use, masked: maskedContact(row.kind, row.value),
    sinceAt: isoOf(row.sinceAt), sinceProof: row.sinceProof as ContactProof, ageDays: Math.max(0, Math.floor((act.at - row.sinceAt) / DAY)),
    shared: row.kind === 'email' && others.has(mailboxKey(row.value)), bounced: bounced.has(row.value),
  }))
}

/**
 * Mailboxes that somebody of the household reads as well; none for a child whose parents read its mail by rule. What is
 * shown to a reader counts only relatives of whom they may know (AZ-02); what decides where mail goes counts all.
 */
export async function mailboxesOfOthers(db: Reader, patientId: string, age: number, reader?: Pick<Act, 'actor' | 'at'>): Promise<Set<string>> {
  if (age < OWN_MAILBOX_FROM_AGE) return new Set()
  const household = await householdPatientIds(db, patientId, reader && ((ids) => knownAmong(db, reader.actor, reader.at, ids)))
  if (household.length === 0) return new Set()
  const { patientContacts: t } = db.t
  const rows = await db.select({ value: t.value }).from(t).where(and(inArray(t.patientId, household), eq(t.kind, 'email'), isNull(t.retiredAt)))
  return new Set(rows.map((row) => mailboxKey(row.value)))
}
