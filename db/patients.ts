import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ContactFacts } from '#domain/feeds/facts.ts'
import { borneNames, nameRowsOf, shownKeys } from '#domain/patients/name-rows.ts'
import { endForDeath } from '#db/death.ts'
import type { Kept } from '#db/kept.ts'
import { keysJson } from '#db/keys-json.ts'
import type { NewId } from '#db/new-id.ts'
import { preparePatient, type KeepHow, type PatientToKeep, type PreparedPatient } from '#db/new-patient.ts'
import { deskEditsOf, noteFeedValue, type DeskEdit } from '#db/desk-edits.ts'
import { changeContacts } from '#db/patient-contacts.ts'
import { rowOf, valueIn } from '#db/rows.ts'
import { hot, type Reader, type Writer } from '#db/store.ts'

export type { KeepHow, PatientToKeep } from '#db/new-patient.ts'

/**
 * Writes patients by (source, source id): new ones are created, changed ones get what the feed now says and a new
 * version, unchanged ones write nothing. A number that another patient bears refuses the row (CC-05). Numbers
 * are never taken away; a contact that the feed no longer gives is retired. One source and each of its ids once per call.
 */
export async function upsertPatients(w: Writer, people: readonly PatientToKeep[], how: KeepHow): Promise<Kept[]> {
  return keepPatients(w, people.map((person) => preparePatient(person, how)), how)
}

/** As `upsertPatients`, for patients whose rows were shaped before. */
export async function keepPatients(w: Writer, people: readonly PreparedPatient[], how: { at: number; newId: NewId }): Promise<Kept[]> {
  const known = await knownRows(w, people)
  const taken = await takenNumbers(w, people)
  const changed = people.flatMap((one) => { const before = known.get(one.sourceId); return before && before.sourceHash !== one.sourceHash ? [before.id] : [] })
  const decided = await deskEditsOf(w, changed)
  const kept: Kept[] = []
  const created: PreparedPatient[] = []
  for (const person of people) {
    const { sourceId } = person
    const before = known.get(sourceId)
    const id = before?.id ?? person.id
    if (before?.sourceHash === person.sourceHash) {
      kept.push({ sourceId, outcome: 'unchanged', id })
      continue
    }
    if (person.numbers.some((one) => (taken.get(numberKey(one)) ?? id) !== id)) {
      kept.push({ sourceId, outcome: 'refused', code: 'IDENTIFIER_TAKEN' })
      continue
    }
    for (const one of person.numbers) taken.set(numberKey(one), id)
    if (before) await changePatient(w, before, person, { ...how, decided: decided.get(before.id) ?? [] })
    else created.push(person)
    kept.push({ sourceId, outcome: before ? 'changed' : 'created', id })
  }
  await w.insertRows('patients', created.map((one) => one.patient))
  await w.insertRows('patientNames', created.flatMap((one) => one.names))
  await w.insertRows('patientIdentifiers', created.flatMap((one) => one.identifiers))
  await w.insertRows('patientContacts', created.flatMap((one) => one.contacts))
  return kept
}

type ChangeHow = { at: number; newId: NewId; decided: readonly DeskEdit[] }

/** Writes what a feed now says; fields that a desk decided stay, and what the feed says otherwise is kept for a person. */
async function changePatient(w: Writer, before: KnownRow, person: PreparedPatient, how: ChangeHow): Promise<void> {
  const { id: _id, siteId: _site, restricted: _restricted, madeFields: _made, createdAt: _created, ...columns } = rowOf('patients', person.patient)
  // A feed tells of a death and never takes one back: undoing it needs two persons (R13).
  const death = { deceased: columns.deceased || undefined, deceasedOn: columns.deceasedOn ?? undefined }
  const stays = how.decided.length > 0 ? await whatStays(w, before.id, columns, how) : null
  await w.update(w.t.patients).set({ ...columns, ...death, ...stays?.columns, updatedAt: how.at, version: before.version + 1 }).where(eq(w.t.patients.id, before.id))
  if (columns.deceased) await endForDeath(w, before.id, { newId: how.newId, evidence: 'feed', by: 'feed', at: how.at })
  await w.delete(w.t.patientNames).where(eq(w.t.patientNames.patientId, before.id))
  const names = stays?.names ?? person.names.map((values) => ({ ...rowOf('patientNames', values), patientId: before.id }))
  if (names.length > 0) await w.insert(w.t.patientNames).values(names)
  const numbers = person.identifiers.map((values) => ({ ...rowOf('patientIdentifiers', values), patientId: before.id }))
  if (numbers.length > 0) await w.insert(w.t.patientIdentifiers).values(numbers).onConflictDoNothing()
  await changeContacts(w, before.id, person.contacts.map((values): ContactFacts => ({
    kind: valueIn('patientContacts', values, 'kind') === 'email' ? 'email' : 'phone',
    use: valueIn('patientContacts', values, 'use') as string | null,
    value: String(valueIn('patientContacts', values, 'value')), sinceAt: null, sinceProof: null,
  })), how)
}

/** The desk's values over the feed's, with keys and names made anew of both; former names that a desk kept stay findable. */
async function whatStays(w: Writer, id: string, said: Record<string, unknown>, { decided, at }: ChangeHow) {
  const { patients, patientNames: n } = w.t
  const [row] = await w.select().from(patients).where(eq(patients.id, id))
  if (!row) return null
  const here: Record<string, unknown> = { ...row }
  const fields = decided.filter((one) => one.field in said)
  for (const one of fields) await noteFeedValue(w, one, { here: here[one.field], feed: said[one.field] ?? null }, at)
  const mine = Object.fromEntries(fields.map(({ field }) => [field, here[field]]))
  const after = { ...row, ...said, ...mine }
  const former = await w.selectDistinct({ family: n.family, given: n.given }).from(n).where(and(eq(n.patientId, id), eq(n.use, 'former')))
  const names = nameRowsOf(borneNames({ ...after, formerNames: former })).map((one, place) => ({ patientId: id, place, ...one, birthDate: after.birthDate }))
  return { columns: { ...mine, ...shownKeys(after) }, names }
}

/** Ids of the patients whom a source knows under these ids of its own. */
export async function patientIdsOf(db: Reader, source: string, sourceIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.hot(knownPatients, { source, keysJson: keysJson(sourceIds) })
  return new Map(rows.map((row) => [row.sourceId, row.id]))
}

type KnownRow = { id: string; sourceId: string; sourceHash: string; version: number }

const knownPatients = hot<KnownRow[]>('patients_known_by_source', (db, t) =>
  db.select({ id: t.patients.id, sourceId: t.patients.sourceId, sourceHash: t.patients.sourceHash, version: t.patients.version }).from(t.patients)
    .where(and(eq(t.patients.source, sql.placeholder('source')), inArray(t.patients.sourceId, sql`(select key from json_each(${sql.placeholder('keysJson')}))`))))

async function knownRows(w: Writer, people: readonly PreparedPatient[]): Promise<Map<string, KnownRow>> {
  const source = people[0]?.source
  if (source === undefined) return new Map()
  if (people.some((one) => one.source !== source)) throw new Error('patients of one source at a time')
  const ids = people.map((one) => one.sourceId)
  if (new Set(ids).size < ids.length) throw new Error('each patient once at a time')
  const rows = await w.hot(knownPatients, { source, keysJson: keysJson(ids) })
  return new Map(rows.map((row) => [row.sourceId, row]))
}

const bearersOf = hot<{ value: string; patientId: string }[]>('patients_bearers_of_numbers', (db, t) =>
  db.select({ value: t.patientIdentifiers.value, patientId: t.patientIdentifiers.patientId }).from(t.patientIdentifiers)
    .where(and(eq(t.patientIdentifiers.system, sql.placeholder('system')), inArray(t.patientIdentifiers.value, sql`(select key from json_each(${sql.placeholder('keysJson')}))`))))

/** Who bears which number already. */
async function takenNumbers(w: Writer, people: readonly PreparedPatient[]): Promise<Map<string, string>> {
  const taken = new Map<string, string>()
  for (const [system, numbers] of Map.groupBy(people.flatMap((one) => one.numbers), ([name]) => name)) {
    const rows = await w.hot(bearersOf, { system, keysJson: keysJson(numbers.map(([, value]) => value)) })
    for (const row of rows) taken.set(numberKey([system, row.value]), row.patientId)
  }
  return taken
}

const numberKey = ([system, value]: readonly [string, string]): string => `${system}\u001f${value}`
