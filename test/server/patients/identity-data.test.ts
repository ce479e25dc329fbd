import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patientFromFhir } from '#domain/feeds/fhir-patient.ts'
import { displayName, legalName } from '#domain/names.ts'
import { upsertPatients } from '#db/patients.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, find, namesFound, open } from '#test/server/patients/people.ts'

let practice: TestPractice
let desk: Desk
const at = Date.UTC(2026, 10, 24, 15, 42)

const mariana = {
  resourceType: 'Patient', id: 'mariana', birthDate: '1985-02-11', gender: 'female', deceasedBoolean: false,
  name: [
    { use: 'official', family: 'de la Cruz', given: ['María', 'José'] },
    { use: 'nickname', given: ['Majo'] },
    { use: 'maiden', family: 'Ibáñez' },
    { use: 'old', family: 'Kowalski', given: ['Maria'] },
  ],
  extension: [
    { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'M' },
    { url: 'http://hl7.org/fhir/StructureDefinition/individual-pronouns', extension: [{ url: 'value', valueCodeableConcept: { coding: [{ code: 'LA29520-6' }] } }] },
    { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity', valueCodeableConcept: { coding: [{ code: '33791000087105' }] } },
    { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: true },
  ],
  communication: [{ language: { coding: [{ code: 'en' }] } }, { language: { coding: [{ code: 'es-MX' }] }, preferred: true }],
}

async function keep(resource: Record<string, unknown>): Promise<string> {
  const answer = patientFromFhir(resource, { source: 'feed', at, timeZone: 'America/New_York' })
  if ('refused' in answer) throw new Error(answer.refused)
  const { store } = practice.app
  const [site] = await store.read.select({ id: store.read.t.sites.id }).from(store.read.t.sites).limit(1)
  const [kept] = await store.tx((w) => upsertPatients(w, [{ facts: answer.mapped, siteId: site?.id ?? '' }], { at, newId: () => randomUUID() }))
  return kept?.outcome ?? 'nothing'
}

async function row(sourceId: string) {
  const { read } = practice.app.store
  const [found] = await read.select().from(read.t.patients).where(eq(read.t.patients.sourceId, sourceId))
  if (!found) throw new Error(`${sourceId} is not here`)
  return found
}

async function nameRows(patientId: string) {
  const { read } = practice.app.store
  const { patientNames: t } = read.t
  return read.select().from(t).where(eq(t.patientId, patientId)).orderBy(asc(t.place))
}

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  await keep(mariana)
})
afterAll(() => practice.stop())

test.each(['majo', 'maria jose', 'jose cruz', 'cruz', 'la cruz', 'de la cruz', 'delacruz maria', 'ibanez', 'Ibáñez Majo', 'kowalski', 'kowalski maria', 'cruz, jos'])(
  'IN-05: somebody is found by the used, legal and former names and by the middle of a family name: %s', async (text) => {
    expect(await namesFound(desk, text)).toEqual(['Majo de la Cruz'])
  },
)

test('the used name is shown and the legal one is for documents', async () => {
  const person = await row('mariana')
  expect([displayName(person), legalName(person)]).toEqual(['Majo de la Cruz', 'María José de la Cruz'])
})

test('pronouns as given, sex at birth and gender apart, the preferred language and the interpreter are kept', async () => {
  const { pronouns, sexAtBirth, gender, language, interpreterNeeded } = await row('mariana')
  expect({ pronouns, sexAtBirth, gender, language, interpreterNeeded }).toEqual({
    pronouns: 'they/them', sexAtBirth: 'M', gender: 'non-binary', language: 'es-MX', interpreterNeeded: true,
  })
})

test('the same person again writes nothing; a changed name replaces every row by which they are found', async () => {
  const before = await row('mariana')
  expect(await keep(mariana)).toBe('unchanged')
  expect(await row('mariana')).toEqual(before)
  expect(await keep({ ...mariana, name: [{ use: 'official', family: 'Ruiz', given: ['María'] }, { use: 'maiden', family: 'de la Cruz' }] })).toBe('changed')
  expect((await nameRows(before.id)).map((one) => [one.use, one.familyKey])).toEqual([['former', 'delacruz'], ['former', 'lacruz'], ['former', 'cruz']])
  expect(await namesFound(desk, 'ruiz')).toEqual(['María Ruiz'])
  expect(await namesFound(desk, 'cruz')).toEqual(['María Ruiz'])
  expect(await namesFound(desk, 'kowalski')).toEqual([])
  expect(await keep(mariana)).toBe('changed')
})

test.each([
  ['without an e-mail address', { phone: '(914) 555-0101' }, '01', ['email']],
  ['without a phone', { email: 'wanda@example.org' }, null, ['phone']],
  ['without both', {}, null, ['email', 'phone']],
])('somebody %s is found, shown, opened and asked to enroll like anybody else', async (what, contacts, phoneTail, missing) => {
  const family = `Plain${what.replace(/\W/g, '')}`
  const made = await buildPatient(practice, { family, given: 'Wanda', ...contacts })
  const { rows } = await find(desk, family)
  expect(rows.map((one) => [one.id, one.phoneTail, one.nextAction])).toEqual([[made.id, phoneTail, { act: 'enroll', missing }]])
  expect((await open(desk, made.id)).name).toBe(`Wanda ${family}`)
})

test('R13: a date of death or a flag alone is kept; the row says why there can be no account', async () => {
  await keep({ ...mariana, id: 'flagged', name: [{ family: 'Gonebyflag', given: ['A'] }], deceasedBoolean: true })
  await keep({ ...mariana, id: 'dated', name: [{ family: 'Gonebydate', given: ['B'] }], deceasedBoolean: undefined, deceasedDateTime: '2026-10-01' })
  expect([(await row('flagged')).deceased, (await row('flagged')).deceasedOn]).toEqual([true, null])
  expect([(await row('dated')).deceased, (await row('dated')).deceasedOn]).toEqual([true, '2026-10-01'])
  const { rows } = await find(desk, 'gonebyflag')
  expect(rows[0]?.nextAction).toMatchObject({ act: 'why-not', code: 'PATIENT_DECEASED', rule: 'R13' })
})

test('R10: a child too young for an own account has its reason on the row, in the language of the desk', async () => {
  await buildPatient(practice, { family: 'Tinychild', given: 'Io', birthDate: '2025-05-05' })
  const { rows } = await find(desk, 'tinychild')
  expect(rows[0]?.nextAction).toMatchObject({ act: 'why-not', code: 'ACCOUNT_TOO_YOUNG', rule: 'R10' })
  const spanish = await desk.post<{ rows: { nextAction: { message: string } }[] }>('/api/patients/search', { text: 'tinychild' }, { headers: { 'Accept-Language': 'es' } })
  expect(spanish.body.rows[0]?.nextAction.message).toMatch(/cuenta propia/)
})

test('identifiers are unique in their system and may be several for one person', async () => {
  const numbers = (values: string[]) => values.map((value, index) => ({ system: `urn:hospital:${index}`, value, type: { coding: [{ code: 'MR' }] } }))
  expect(await keep({ ...mariana, id: 'two-numbers', name: [{ family: 'Twonumbers', given: ['C'] }], identifier: numbers(['AB-7001', 'CD-7002']) })).toBe('created')
  for (const number of ['AB-7001', '7002']) expect(await namesFound(desk, `mrn ${number}`)).toEqual(['C Twonumbers'])
  expect(await keep({ ...mariana, id: 'thief', name: [{ family: 'Thief', given: ['D'] }], identifier: numbers(['AB-7001']) })).toBe('refused')
})
