import { createHash } from 'node:crypto'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { PatientFacts } from '#domain/feeds/facts.ts'
import { foldName } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { tailKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'
import type { NewId } from '#db/new-id.ts'
import { addContacts, changeContacts } from '#db/patient-contacts.ts'
import type { Writer } from '#db/store.ts'

/** A patient to be kept: what a feed says and what the practice adds. */
export type PatientToKeep = {
  facts: PatientFacts
  /** The site of a new patient; one who is there already stays where they are. */
  siteId: string
  restricted?: boolean
  /** Fields that a seed made up. */
  madeFields?: readonly string[]
}

export type KeepHow = {
  at: Instant
  newId: NewId
  /** Only for the load into an empty practice: contacts without a proof were on file at least since then (ID-02). */
  onFileSinceAt?: Instant
}

/** What became of one row. A refused row leaves no trace, not even in part. */
export type Kept = { sourceId: string } & ({ outcome: 'created' | 'changed' | 'unchanged'; id: string } | { outcome: 'refused'; code: ReasonCode })

type PatientRow = Writer['t']['patients']['$inferSelect']

/**
 * Writes patients by (source, source id): new ones are created, changed ones get what the feed now says and a new
 * version, unchanged ones write nothing. A number that another patient bears refuses the row (CC-05). Numbers
 * are never taken away; a contact that the feed no longer gives is retired. One source and each of its ids once per call.
 */
export async function upsertPatients(w: Writer, people: readonly PatientToKeep[], how: KeepHow): Promise<Kept[]> {
  const known = await knownRows(w, people)
  const taken = await takenNumbers(w, people)
  const kept: Kept[] = []
  const created: { row: PatientRow; facts: PatientFacts }[] = []
  for (const person of people) {
    const { facts } = person
    const before = known.get(originOf(facts))
    const id = before?.id ?? how.newId('patient', facts.source, facts.sourceId)
    const sourceHash = hashOf(facts)
    if (before?.sourceHash === sourceHash) {
      kept.push({ sourceId: facts.sourceId, outcome: 'unchanged', id })
      continue
    }
    if (facts.identifiers.some((one) => (taken.get(numberOf(one)) ?? id) !== id)) {
      kept.push({ sourceId: facts.sourceId, outcome: 'refused', code: 'IDENTIFIER_TAKEN' })
      continue
    }
    for (const one of facts.identifiers) taken.set(numberOf(one), id)
    if (before) await changePatient(w, before, facts, sourceHash, how)
    else created.push({ facts, row: newRow(person, id, sourceHash, how.at) })
    kept.push({ sourceId: facts.sourceId, outcome: before ? 'changed' : 'created', id })
  }
  if (created.length > 0) await w.insert(w.t.patients).values(created.map((one) => one.row))
  await addIdentifiers(w, created.map((one) => ({ patientId: one.row.id, facts: one.facts })), how)
  await addContacts(w, created.flatMap((one) => one.facts.contacts.map((facts) => ({ patientId: one.row.id, facts }))), how)
  return kept
}

async function changePatient(w: Writer, before: PatientRow, facts: PatientFacts, sourceHash: string, how: KeepHow): Promise<void> {
  await w.update(w.t.patients).set({ ...columnsOf(facts), sourceHash, updatedAt: how.at, version: before.version + 1 })
    .where(eq(w.t.patients.id, before.id))
  await addIdentifiers(w, [{ patientId: before.id, facts }], how)
  await changeContacts(w, before.id, facts.contacts, how)
}

async function addIdentifiers(w: Writer, people: readonly { patientId: string; facts: PatientFacts }[], how: KeepHow): Promise<void> {
  const rows = people.flatMap(({ patientId, facts }) => facts.identifiers.map((one) => ({
    id: how.newId('identifier', one.system, one.value), patientId, ...one, searchKey: tailKey(one.value),
  })))
  if (rows.length > 0) await w.insert(w.t.patientIdentifiers).values(rows).onConflictDoNothing()
}

function newRow(person: PatientToKeep, id: string, sourceHash: string, at: Instant): PatientRow {
  const { facts } = person
  return {
    id, siteId: person.siteId, source: facts.source, sourceId: facts.sourceId, ...columnsOf(facts), sourceHash,
    restricted: person.restricted ?? false, madeFields: (person.madeFields ?? []).join(','), createdAt: at, updatedAt: at, version: 1,
  }
}

/** The columns that a feed decides, with the keys by which they are found. */
function columnsOf(facts: PatientFacts) {
  const { source: _source, sourceId: _sourceId, identifiers: _identifiers, contacts: _contacts, ...columns } = facts
  const familyKey = foldName(facts.legalFamily)
  return { ...columns, familyKey, givenKey: foldName(facts.usedGiven ?? facts.legalGiven), familyHead: [...familyKey].slice(0, 3).join('') }
}

async function knownRows(w: Writer, people: readonly PatientToKeep[]): Promise<Map<string, PatientRow>> {
  const { patients } = w.t
  const source = people[0]?.facts.source
  if (source === undefined) return new Map()
  if (people.some(({ facts }) => facts.source !== source)) throw new Error('patients of one source at a time')
  const ids = people.map(({ facts }) => facts.sourceId)
  if (new Set(ids).size < ids.length) throw new Error('each patient once at a time')
  const rows = await w.select().from(patients).where(and(eq(patients.source, source), inArray(patients.sourceId, ids)))
  return new Map(rows.map((row) => [originOf(row), row]))
}

/** Who bears which number already. */
async function takenNumbers(w: Writer, people: readonly PatientToKeep[]): Promise<Map<string, string>> {
  const { patientIdentifiers } = w.t
  const bySystem = Map.groupBy(people.flatMap(({ facts }) => facts.identifiers), (one) => one.system)
  if (bySystem.size === 0) return new Map()
  const rows = await w.select({ system: patientIdentifiers.system, value: patientIdentifiers.value, patientId: patientIdentifiers.patientId })
    .from(patientIdentifiers).where(or(...[...bySystem].map(([system, all]) =>
      and(eq(patientIdentifiers.system, system), inArray(patientIdentifiers.value, all.map((one) => one.value))))))
  return new Map(rows.map((row) => [numberOf(row), row.patientId]))
}

const originOf = (row: { source: string; sourceId: string }): string => `${row.source}\u001f${row.sourceId}`
const numberOf = (one: { system: string; value: string }): string => `${one.system}\u001f${one.value}`

/** SHA-256 of the facts: what decides whether a row has changed. */
function hashOf(facts: PatientFacts): string {
  return createHash('sha256').update(JSON.stringify(facts, Object.keys(facts).toSorted().concat(nested))).digest('hex')
}

const nested = ['kind', 'system', 'value', 'use', 'sinceAt', 'sinceProof']
