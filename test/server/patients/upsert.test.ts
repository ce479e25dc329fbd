import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { ContactFacts, PatientFacts } from '#domain/feeds/facts.ts'
import { DAY } from '#domain/time.ts'
import type { Kept } from '#db/kept.ts'
import { upsertPatients } from '#db/patients.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#test/support/database.ts'

const at = Date.UTC(2026, 10, 24, 15, 42)

function buildFacts(more: Partial<PatientFacts> = {}): PatientFacts {
  return {
    source: 'feed', sourceId: 'p1', legalFamily: 'Heredia', legalGiven: 'Hernán', usedGiven: null, birthDate: '2014-11-23',
    sexAtBirth: null, gender: null, language: null, deceased: false, deceasedOn: null, city: null, state: null,
    identifiers: [{ kind: 'mrn', system: 'urn:feed', value: 'M-1' }], contacts: [], ...more,
  }
}

const phone = (value: string, more: Partial<ContactFacts> = {}): ContactFacts =>
  ({ kind: 'phone', use: 'home', value, sinceAt: null, sinceProof: null, ...more })

async function emptyStore(): Promise<Store> {
  const store = await freshStore()
  onTestFinished(() => store.close())
  return store
}

function keep(store: Store, facts: PatientFacts[], how: { at?: number; onFileSinceAt?: number } = {}): Promise<Kept[]> {
  return store.tx((w) => upsertPatients(w, facts.map((each) => ({ facts: each, siteId: 'site' })), { at, newId: () => randomUUID(), ...how }))
}

const rowsOf = ({ read }: Store) => read.select().from(read.t.patients).orderBy(asc(read.t.patients.sourceId))
const contactsOf = ({ read }: Store) => read.select().from(read.t.patientContacts).orderBy(asc(read.t.patientContacts.value))

test('the same row twice is one patient and writes nothing the second time', async () => {
  const store = await emptyStore()
  expect((await keep(store, [buildFacts()])).map((one) => one.outcome)).toEqual(['created'])
  const before = JSON.stringify(await rowsOf(store))
  expect((await keep(store, [buildFacts()], { at: at + DAY })).map((one) => one.outcome)).toEqual(['unchanged'])
  expect(JSON.stringify(await rowsOf(store))).toBe(before)
})

test('a changed row keeps its patient and gets a new version, and is found by its new name', async () => {
  const store = await emptyStore()
  await keep(store, [buildFacts()])
  const [before] = await rowsOf(store)
  expect((await keep(store, [buildFacts({ legalFamily: "O'Neil" })], { at: at + DAY })).map((one) => one.outcome)).toEqual(['changed'])
  const rows = await rowsOf(store)
  expect(rows.map(({ id, familyKey, familyHead, version, createdAt, updatedAt }) => ({ id, familyKey, familyHead, version, createdAt, updatedAt }))).toEqual([
    { id: before?.id, familyKey: 'oneil', familyHead: 'one', version: 2, createdAt: at, updatedAt: at + DAY },
  ])
})

test('R13: a death that a feed tells of suspends sign-in and ends what is under way, like one that a desk records; told again it changes nothing', async () => {
  const store = await emptyStore()
  const [kept] = await keep(store, [buildFacts()])
  const patientId = kept?.outcome === 'created' ? kept.id : ''
  await store.tx(async (w) => {
    const account = (portalId: string, state: string) => ({ id: portalId, patientId, portalId, state, sinceAt: at })
    await w.insert(w.t.portalAccounts).values([account('one', 'active'), account('two', 'invited'), account('three', 'ended')])
    await w.insert(w.t.portalInvitations).values({
      id: 'i', patientId, portalId: 'two', siteId: 'site', channel: 'email', language: 'en', state: 'handed', stateAt: at, sentAt: at, endsAt: at + DAY, sends: 1, createdBy: 'x', createdAt: at,
    })
  })
  const states = async () => {
    const { portalAccounts: a, portalInvitations: i } = store.read.t
    const accounts = await store.read.select({ id: a.id, state: a.state }).from(a).orderBy(asc(a.id))
    return [...accounts.map((one) => `${one.id} ${one.state}`), ...(await store.read.select().from(i)).map((one) => `${one.state} ${one.endReason ?? ''}`)]
  }
  await keep(store, [buildFacts({ deceased: true })], { at: at + DAY })
  expect(await states()).toEqual(['one suspended', 'three ended', 'two ended', 'cancelled PATIENT_DECEASED'])
  await keep(store, [buildFacts({ deceased: true, city: 'Albany' })], { at: at + 2 * DAY })
  expect(await states()).toEqual(['one suspended', 'three ended', 'two ended', 'cancelled PATIENT_DECEASED'])
  expect(await store.read.select().from(store.read.t.deathRecords)).toMatchObject([{ patientId, evidence: 'feed', recordedBy: 'feed', recordedAt: at + DAY }])
})

test('R13: a feed tells of a death and cannot take one back', async () => {
  const store = await emptyStore()
  await keep(store, [buildFacts({ deceased: true, deceasedOn: '2026-11-01' })])
  await keep(store, [buildFacts({ legalGiven: 'Hernan', deceased: false, deceasedOn: null })], { at: at + DAY })
  const [row] = await rowsOf(store)
  expect(row).toMatchObject({ legalGiven: 'Hernan', deceased: true, deceasedOn: '2026-11-01' })
})

test('CC-05: a number that another patient bears refuses the row and leaves nothing of it', async () => {
  const store = await emptyStore()
  await keep(store, [buildFacts()])
  const other = buildFacts({ sourceId: 'p2', legalFamily: 'Other', contacts: [phone('555-208-0000')] })
  const third = buildFacts({ sourceId: 'p3', identifiers: [{ kind: 'mrn', system: 'urn:feed', value: 'M-3' }] })
  const kept = await keep(store, [other, third])
  expect(kept.map((one) => [one.sourceId, one.outcome, 'code' in one ? one.code : null])).toEqual([['p2', 'refused', 'IDENTIFIER_TAKEN'], ['p3', 'created', null]])
  expect((await rowsOf(store)).map((row) => row.sourceId)).toEqual(['p1', 'p3'])
  expect(await contactsOf(store)).toEqual([])
})

test('CC-05: two rows of one call cannot bear the same number either', async () => {
  const store = await emptyStore()
  expect((await keep(store, [buildFacts(), buildFacts({ sourceId: 'p2' })])).map((one) => one.outcome)).toEqual(['created', 'refused'])
})

test('ID-02: in the first load a contact without a proof is as old as the load says; later it is as young as its first sight', async () => {
  const store = await emptyStore()
  await keep(store, [buildFacts({ contacts: [phone('555-208-0001')] })], { onFileSinceAt: at - 400 * DAY })
  await keep(store, [buildFacts({ sourceId: 'p2', identifiers: [], contacts: [phone('555-208-0002')] })])
  expect((await contactsOf(store)).map((one) => [one.value, one.sinceAt, one.sinceProof])).toEqual([
    ['555-208-0001', at - 400 * DAY, 'before-go-live'], ['555-208-0002', at, 'first-seen'],
  ])
})

test('ID-02: a contact that a later feed changes is young, whatever the feed says of its age, and the old one is retired', async () => {
  const store = await emptyStore()
  const claim = { sinceAt: at - 900 * DAY, sinceProof: 'period-start' as const }
  await keep(store, [buildFacts({ contacts: [phone('555-208-0001', claim)] })])
  await keep(store, [buildFacts({ contacts: [phone('555-208-9999', claim)] })], { at: at + DAY })
  expect((await contactsOf(store)).map((one) => [one.value, one.sinceAt, one.sinceProof, one.retiredAt])).toEqual([
    ['555-208-0001', at - 900 * DAY, 'period-start', at + DAY], ['555-208-9999', at + DAY, 'first-seen', null],
  ])
})

test('ID-02: a contact written in another form is the same contact and keeps its age', async () => {
  const store = await emptyStore()
  await keep(store, [buildFacts({ contacts: [phone('555-208-0001')] })])
  await keep(store, [buildFacts({ contacts: [phone('(555) 208-0001')] })], { at: at + DAY })
  const { read } = store
  const current = await read.select().from(read.t.patientContacts).where(and(eq(read.t.patientContacts.kind, 'phone'), isNull(read.t.patientContacts.retiredAt)))
  expect(current.map((one) => one.sinceAt)).toEqual([at])
})
