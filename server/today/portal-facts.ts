import { and, inArray, isNull, or } from 'drizzle-orm'
import { mailboxKey } from '#domain/mailbox.ts'
import { bestStanding } from '#domain/patients/portal-standing.ts'
import type { TodayFacts } from '#domain/today.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { knownAmong } from '#server/patients/patients.ts'

type PortalFacts = Pick<TodayFacts, 'standing' | 'declined' | 'hasEmail' | 'hasPhone' | 'sharesEmail'>

/**
 * For a page of patients: accounts, contacts on file, addresses shared in the household, and whether they said no. Only
 * relatives of whom the reader may know count here (AZ-02); enrolling looks at all of them.
 */
export async function portalFactsOf(db: Reader, { actor, at }: Pick<Act, 'actor' | 'at'>, patientIds: readonly string[]): Promise<(patientId: string) => PortalFacts> {
  const ids = [...new Set(patientIds)]
  if (ids.length === 0) return () => ({ standing: 'none', declined: false, hasEmail: false, hasPhone: false, sharesEmail: false })
  const { portalAccounts, enrollmentDeclines } = db.t
  const everybody = await kinOf(db, ids)
  const known = await knownAmong(db, actor, at, [...everybody.values()].flat())
  const kin = new Map([...everybody].map(([id, theirs]) => [id, theirs.filter((one) => known.has(one))]))
  const [contacts, accounts, declines] = await Promise.all([
    contactsOf(db, [...new Set([...ids, ...[...kin.values()].flat()])]),
    db.select({ patientId: portalAccounts.patientId, state: portalAccounts.state }).from(portalAccounts).where(inArray(portalAccounts.patientId, ids)),
    db.select({ patientId: enrollmentDeclines.patientId }).from(enrollmentDeclines)
      .where(and(inArray(enrollmentDeclines.patientId, ids), isNull(enrollmentDeclines.endedAt))),
  ])
  const mailboxesOf = (id: string) => (contacts.get(id) ?? []).filter((one) => one.kind === 'email').map((one) => mailboxKey(one.value))
  const states = Map.groupBy(accounts, (one) => one.patientId)
  const declined = new Set(declines.map((one) => one.patientId))
  return (id) => {
    const mailboxes = mailboxesOf(id)
    const theirs = new Set((kin.get(id) ?? []).flatMap(mailboxesOf))
    return {
      standing: bestStanding((states.get(id) ?? []).map((one) => one.state)),
      declined: declined.has(id),
      hasEmail: mailboxes.length > 0,
      hasPhone: (contacts.get(id) ?? []).some((one) => one.kind === 'phone'),
      sharesEmail: mailboxes.length > 0 && mailboxes.every((one) => theirs.has(one)),
    }
  }
}

async function contactsOf(db: Reader, patientIds: string[]) {
  const { patientContacts: c } = db.t
  const rows = await db.select({ patientId: c.patientId, kind: c.kind, value: c.value }).from(c)
    .where(and(inArray(c.patientId, patientIds), isNull(c.retiredAt)))
  return Map.groupBy(rows, (one) => one.patientId)
}

/** Patients whom a feed links with each of these, in either direction. */
async function kinOf(db: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { householdLinks: h } = db.t
  const links = await db.select({ one: h.patientId, other: h.relatedPatientId }).from(h)
    .where(or(inArray(h.patientId, [...ids]), inArray(h.relatedPatientId, [...ids])))
  const kin = new Map<string, string[]>()
  for (const { one, other } of links) {
    if (other === null) continue
    kin.set(one, [...kin.get(one) ?? [], other])
    kin.set(other, [...kin.get(other) ?? [], one])
  }
  return kin
}
