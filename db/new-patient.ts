import { hash } from 'node:crypto'
import type { ContactFacts, PatientFacts } from '#domain/feeds/facts.ts'
import { borneNames, nameRowsOf, shownKeys } from '#domain/patients/name-rows.ts'
import { reachKey } from '#domain/reach.ts'
import { contactKey, tailKey } from '#domain/search-keys.ts'
import type { Instant } from '#domain/time.ts'
import type { NewId } from '#db/new-id.ts'
import { valuesOf, type RowOf, type Values } from '#db/rows.ts'

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

/** A patient as rows, should they be new. Made without the database, so that another thread can make it. */
export type PreparedPatient = {
  source: string
  sourceId: string
  /** SHA-256 of the facts: what decides whether a known patient has changed. */
  sourceHash: string
  /** The id if they are new. */
  id: string
  /** Assigning system and value of each number. */
  numbers: readonly (readonly [system: string, value: string])[]
  patient: Values
  /** Names beside the shown one, by which the person is found too. */
  names: readonly Values[]
  identifiers: readonly Values[]
  contacts: readonly Values[]
}

/** Shapes all rows of a patient and the keys by which they are found. */
export function preparePatient(person: PatientToKeep, how: KeepHow): PreparedPatient {
  const { facts } = person
  const id = how.newId('patient', facts.source, facts.sourceId)
  const sourceHash = hashOf(facts)
  return {
    source: facts.source, sourceId: facts.sourceId, sourceHash, id,
    numbers: facts.identifiers.map((one) => [one.system, one.value]),
    patient: valuesOf('patients', {
      id, siteId: person.siteId, source: facts.source, sourceId: facts.sourceId, ...columnsOf(facts), sourceHash,
      restricted: person.restricted ?? false, madeFields: (person.madeFields ?? []).join(','), createdAt: how.at, updatedAt: how.at, version: 1,
    }),
    names: nameRowsOf(borneNames(facts)).map((row, place) => valuesOf('patientNames', { patientId: id, place, ...row, birthDate: facts.birthDate })),
    identifiers: facts.identifiers.map((one) => valuesOf('patientIdentifiers', {
      id: how.newId('identifier', one.system, one.value), patientId: id, ...one, searchKey: tailKey(one.value),
    })),
    contacts: facts.contacts.map((one) => valuesOf('patientContacts', contactRow(id, one, how))),
  }
}

/** A contact as a row. Without a proof of its age it is as old as its first sight here (ID-02). */
export function contactRow(patientId: string, facts: ContactFacts, how: KeepHow): RowOf<'patientContacts'> {
  return {
    id: how.newId('contact', patientId, facts.kind, facts.value, String(how.at)), patientId, kind: facts.kind, use: facts.use, value: facts.value,
    searchKey: contactKey(facts.kind, facts.value), ...ageOf(facts, how), retiredAt: null, reachKey: reachKey(facts.kind, facts.value),
  }
}

function ageOf(facts: ContactFacts, how: KeepHow): { sinceAt: Instant; sinceProof: string } {
  if (facts.sinceAt !== null && facts.sinceProof !== null) return { sinceAt: facts.sinceAt, sinceProof: facts.sinceProof }
  if (how.onFileSinceAt !== undefined) return { sinceAt: how.onFileSinceAt, sinceProof: 'before-go-live' }
  return { sinceAt: how.at, sinceProof: 'first-seen' }
}

/** The columns that a feed decides, with the keys by which they are found. */
function columnsOf(facts: PatientFacts) {
  const { source: _source, sourceId: _sourceId, identifiers: _identifiers, contacts: _contacts, formerNames: _formerNames, ...columns } = facts
  return {
    ...columns, ...shownKeys(facts),
    usedFamily: facts.usedFamily ?? null, pronouns: facts.pronouns ?? null, interpreterNeeded: facts.interpreterNeeded ?? false,
  }
}

function hashOf(facts: PatientFacts): string {
  return hash('sha256', JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}
