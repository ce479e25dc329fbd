import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { ContactFacts } from '#domain/feeds/facts.ts'
import { contactKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

type Since = { at: Instant; newId: NewId; onFileSinceAt?: Instant }

/** Writes the contacts of new patients. Without a proof of age a contact is as old as its first sight here (ID-02). */
export async function addContacts(w: Writer, contacts: readonly { patientId: string; facts: ContactFacts }[], since: Since): Promise<void> {
  if (contacts.length === 0) return
  await w.insert(w.t.patientContacts).values(contacts.map(({ patientId, facts }) => ({
    id: since.newId('contact', patientId, facts.kind, facts.value, String(since.at)), patientId, kind: facts.kind, use: facts.use, value: facts.value,
    searchKey: contactKey(facts.kind, facts.value), ...ageOf(facts, since),
  })))
}

/**
 * Brings a known patient's contacts to what the feed now says: what is gone is retired, what is new is young, whatever
 * the feed claims about its age, because a change by feed is a change like any other (ID-02).
 */
export async function changeContacts(w: Writer, patientId: string, now: readonly ContactFacts[], since: Since): Promise<void> {
  const { patientContacts } = w.t
  const before = await w.select().from(patientContacts).where(and(eq(patientContacts.patientId, patientId), isNull(patientContacts.retiredAt)))
  const keyOf = (one: ContactFacts): string => `${one.kind}:${contactKey(one.kind, one.value)}`
  const wanted = new Set(now.map(keyOf))
  const had = new Set(before.map((row) => `${row.kind}:${row.searchKey}`))
  const gone = before.filter((row) => !wanted.has(`${row.kind}:${row.searchKey}`)).map((row) => row.id)
  if (gone.length > 0) await w.update(patientContacts).set({ retiredAt: since.at }).where(inArray(patientContacts.id, gone))
  const young = now.filter((one) => !had.has(keyOf(one))).map((one) => ({ ...one, sinceAt: null, sinceProof: null }))
  await addContacts(w, young.map((facts) => ({ patientId, facts })), { at: since.at, newId: since.newId })
}

function ageOf(facts: ContactFacts, since: Since): { sinceAt: Instant; sinceProof: string } {
  if (facts.sinceAt !== null && facts.sinceProof !== null) return { sinceAt: facts.sinceAt, sinceProof: facts.sinceProof }
  if (since.onFileSinceAt !== undefined) return { sinceAt: since.onFileSinceAt, sinceProof: 'before-go-live' }
  return { sinceAt: since.at, sinceProof: 'first-seen' }
}
