import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { ContactFacts } from '#domain/feeds/facts.ts'
import { contactKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'
import { contactRow } from '#db/new-patient.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

/**
 * Brings a known patient's contacts to what the feed now says: what is gone is retired, what is new is young, whatever
 * the feed claims about its age, because a change by feed is a change like any other (ID-02).
 */
export async function changeContacts(
  w: Writer, patientId: string, now: readonly ContactFacts[], since: { at: Instant; newId: NewId },
): Promise<void> {
  const { patientContacts } = w.t
  const before = await w.select().from(patientContacts).where(and(eq(patientContacts.patientId, patientId), isNull(patientContacts.retiredAt)))
  const keyOf = (one: ContactFacts): string => `${one.kind}:${contactKey(one.kind, one.value)}`
  const wanted = new Set(now.map(keyOf))
  const had = new Set(before.map((row) => `${row.kind}:${row.searchKey}`))
  const gone = before.filter((row) => !wanted.has(`${row.kind}:${row.searchKey}`)).map((row) => row.id)
  if (gone.length > 0) await w.update(patientContacts).set({ retiredAt: since.at }).where(inArray(patientContacts.id, gone))
  const young = now.filter((one) => !had.has(keyOf(one))).map((one) => ({ ...one, sinceAt: null, sinceProof: null }))
  if (young.length > 0) await w.insert(patientContacts).values(young.map((one) => contactRow(patientId, one, { at: since.at, newId: since.newId })))
}
