import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { ContactFacts } from '#domain/feeds/facts.ts'
import { contactKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'
import { noteFeedValue, type DeskEdit } from '#db/desk-edits.ts'
import { contactRow } from '#db/new-patient.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

/**
 * Brings a known patient's contacts to what the feed now says: what is gone is retired, what is new is young, whatever
 * the feed claims about its age, because a change by feed is a change like any other (ID-02). Contacts of a kind that a
 * desk decided stay as they are; that the feed has others waits for a person.
 */
export async function changeContacts(
  w: Writer, patientId: string, said: readonly ContactFacts[], since: { at: Instant; newId: NewId; decided: readonly DeskEdit[] },
): Promise<void> {
  const { patientContacts } = w.t
  const all = await w.select().from(patientContacts).where(and(eq(patientContacts.patientId, patientId), isNull(patientContacts.retiredAt)))
  const decided = since.decided.filter((one) => one.field === 'phone' || one.field === 'email')
  const isDecided = (one: { kind: string }): boolean => decided.some((edit) => edit.field === one.kind)
  for (const edit of decided) {
    const valuesOf = (some: readonly { kind: string; value: string }[]) => some.filter((one) => one.kind === edit.field).map((one) => one.value).toSorted()
    await noteFeedValue(w, edit, { here: valuesOf(all), feed: valuesOf(said) }, since.at)
  }
  const before = all.filter((row) => !isDecided(row))
  const now = said.filter((one) => !isDecided(one))
  const keyOf = (one: ContactFacts): string => `${one.kind}:${contactKey(one.kind, one.value)}`
  const wanted = new Set(now.map(keyOf))
  const had = new Set(before.map((row) => `${row.kind}:${row.searchKey}`))
  const gone = before.filter((row) => !wanted.has(`${row.kind}:${row.searchKey}`)).map((row) => row.id)
  if (gone.length > 0) await w.update(patientContacts).set({ retiredAt: since.at }).where(inArray(patientContacts.id, gone))
  const young = now.filter((one) => !had.has(keyOf(one))).map((one) => ({ ...one, sinceAt: null, sinceProof: null }))
  if (young.length > 0) await w.insert(patientContacts).values(young.map((one) => contactRow(patientId, one, { at: since.at, newId: since.newId })))
}
