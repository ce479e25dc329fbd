import { randomUUID } from 'node:crypto'
import type { PatientFacts } from '#domain/feeds/facts.ts'
import { upsertPatients } from '#db/patients.ts'
import type { Store } from '#db/store.ts'

const families = ['Smith', 'García', 'van der Berg', "O'Brien", 'Nguyen', 'Kowalski', 'Okafor', 'de la Cruz']
const givens = ['John', 'María José', 'Wei', 'Ann', 'Joseph', 'Zoë', 'Omar']

/** Some thousand made-up people with numbers and phones: enough for an engine to weigh its ways. */
export async function fillTables(store: Store, count = 3_000): Promise<void> {
  const people = Array.from({ length: count }, (_, n): PatientFacts => ({
    source: 'test', sourceId: `p-${n}`, legalFamily: `${families[n % families.length]}${String.fromCharCode(97 + (n % 23), 97 + (n % 19))}`,
    legalGiven: givens[n % givens.length] ?? '', usedGiven: null, birthDate: `19${String(30 + (n % 70))}-0${1 + (n % 9)}-1${n % 10}`,
    sexAtBirth: null, gender: null, language: null, deceased: false, deceasedOn: null, city: null, state: null,
    identifiers: [{ kind: 'mrn', system: 'urn:test', value: `M-${n}` }],
    contacts: [{ kind: 'phone', use: null, value: `914555${String(n).padStart(4, '0')}`, sinceAt: null, sinceProof: null }],
  }))
  for (let from = 0; from < count; from += 500) {
    await store.tx((w) => upsertPatients(w, people.slice(from, from + 500).map((facts) => ({ facts, siteId: 'site' })), { at: 1, newId: () => randomUUID() }))
  }
}
