import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DifferencesAnswer } from '#domain/contracts/desk-edits.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { fhirPatient, importFiles, putFile } from '#test/server/feeds/feed-files.ts'
import { find, open, proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

let files = 0
const families: Record<number, string> = { 801: 'Alphadesk', 802: 'Bravodesk', 803: 'Charliedesk', 804: 'Deltadesk', 805: 'Echodesk', 806: 'Foxtrotdesk', 807: 'Golfdesk' }
const feed = (of: number, more: Record<string, unknown>) =>
  importFiles(practice.app, [putFile(practice.app, `feed-${++files}.ndjson`, [fhirPatient(of, { birthDate: '1980-05-05', name: [{ family: families[of], given: ['Nora'] }], ...more })])])

async function recordOf(of: number, family = families[of] ?? ''): Promise<PatientOverview> {
  const [row] = (await find(desk, `${family} 1980`)).rows
  return open(desk, row?.id ?? '')
}

async function edit(patient: PatientOverview, body: Record<string, unknown>): Promise<void> {
  const answer = await desk.post(`/api/patients/${patient.id}/edit`, { reason: 'as the passport says', ...body }, { version: patient.version })
  expect(answer.status).toBe(200)
}

const settle = async (patient: PatientOverview, body: Record<string, unknown>) =>
  desk.post<Record<string, unknown>>(`/api/patients/${patient.id}/settle-difference`, { reason: 'asked the patient', ...body }, { version: patient.version })

test('a feed does not overwrite what a desk decided; what it says otherwise is listed, and the rest of its row is taken', async () => {
  await feed(801, { gender: 'female' })
  await edit(await recordOf(801), { legalFamily: 'Corrected', keepFormerName: false, language: 'es' })
  await feed(801, { gender: 'other', communication: [{ language: { coding: [{ code: 'fr' }] } }] })
  const now = await recordOf(801, 'corrected')
  expect([now.legalFamily, now.language, now.gender]).toEqual(['Corrected', 'es', 'other'])
  expect(now.differences.map((one) => [one.field, one.feedValue])).toEqual([['language', 'fr'], ['legalFamily', 'Alphadesk']])
  expect((await find(desk, 'alphadesk')).rows).toEqual([])
  const list = await desk.post<DifferencesAnswer>('/api/patients/differences/search')
  expect(list.body.rows.map((row) => [row.patient.name, row.fields])).toContainEqual(['Nora Corrected', ['language', 'legalFamily']])
})

test('a name that a desk changed and kept as a former one is still found by it after the feed came again', async () => {
  await feed(802, {})
  await edit(await recordOf(802), { legalFamily: 'Married', keepFormerName: true })
  await feed(802, { gender: 'other' })
  expect((await recordOf(802)).legalFamily).toBe('Married')
  expect((await recordOf(802, 'married')).formerNames).toContain('Nora Bravodesk')
})

test('a feed that comes to say the same as the desk leaves no difference', async () => {
  await feed(803, {})
  await edit(await recordOf(803), { birthDate: '1980-06-06' })
  await feed(803, { gender: 'other' })
  expect((await recordOf(803)).differences.map((one) => one.field)).toEqual(['birthDate'])
  await feed(803, { birthDate: '1980-06-06', gender: 'female' })
  expect((await recordOf(803)).differences).toEqual([])
})

test('whoever keeps the desk’s value hears of it again only when the feed says something new', async () => {
  await feed(804, {})
  await edit(await recordOf(804), { birthDate: '1980-06-06', language: 'es' })
  const french = { communication: [{ language: { coding: [{ code: 'fr' }] } }] }
  await feed(804, french)
  const differing = await recordOf(804)
  expect(differing.differences.map((one) => one.field)).toEqual(['birthDate', 'language'])
  expect((await settle(differing, { field: 'language', take: 'desk' })).status).toBe(200)
  await feed(804, { ...french, gender: 'female' })
  expect((await recordOf(804)).differences.map((one) => one.field)).toEqual(['birthDate'])
  await feed(804, { communication: [{ language: { coding: [{ code: 'ht' }] } }] })
  expect((await recordOf(804)).differences.map((one) => [one.field, one.feedValue])).toContainEqual(['language', 'ht'])
})

test('a feed that is silent on what a desk knows contradicts nobody', async () => {
  await feed(807, {})
  await edit(await recordOf(807), { pronouns: 'they/them', language: 'es', interpreterNeeded: true })
  await feed(807, { gender: 'other' })
  const now = await recordOf(807)
  expect([now.pronouns, now.language, now.interpreterNeeded, now.differences]).toEqual(['they/them', 'es', true, []])
})

test('whoever takes the feed’s value leaves the field to the feed again; it is in the record who decided what', async () => {
  await feed(805, {})
  await edit(await recordOf(805), { legalFamily: 'Mistaken', keepFormerName: false })
  await feed(805, { gender: 'other' })
  const differing = await recordOf(805, 'mistaken')
  expect((await settle(differing, { field: 'legalFamily', take: 'feed' })).status).toBe(200)
  expect((await recordOf(805)).differences).toEqual([])
  await feed(805, { name: [{ family: 'Fromthefeed', given: ['Nora'] }] })
  expect((await recordOf(805, 'fromthefeed')).legalFamily).toBe('Fromthefeed')
  const { read } = practice.app.store
  const events = await read.select().from(read.t.auditEvents).orderBy(read.t.auditEvents.seq)
  expect(events.findLast((one) => one.event === 'patient.difference-settled')?.detail).toBe(JSON.stringify({ field: 'legalFamily', taken: 'feed', reason: 'asked the patient' }))
  expect((await settle(await recordOf(805, 'fromthefeed'), { field: 'legalFamily', take: 'feed' })).body.code).toBe('ALREADY_DONE')
})

test('ID-03: an address that a desk put on file is neither retired nor joined by the feed’s, and is never taken over with one press', async () => {
  const mail = (value: string) => ({ telecom: [{ system: 'email', value }, { system: 'phone', value: '555-201-3344' }] })
  await feed(806, mail('old@example.org'))
  const before = await recordOf(806)
  const proof = await proofFor(practice, desk, 'contact.change', before.id)
  const changed = await desk.post(`/api/patients/${before.id}/change-contact`, {
    kind: 'email', contactId: before.contacts.find((one) => one.kind === 'email')?.id, value: 'new@example.org', use: null, evidence: 'photo-id', patientIsPresent: true, reason: 'says so at the desk',
  }, { version: before.version, stepUp: proof })
  expect(changed.status).toBe(200)
  await feed(806, { ...mail('old@example.org'), gender: 'other' })
  const now = await recordOf(806)
  expect(now.contacts.filter((one) => one.kind === 'email').map((one) => one.masked)).toEqual([now.contacts.find((one) => one.masked.startsWith('n'))?.masked])
  expect(now.differences.map((one) => one.field)).toEqual(['email'])
  expect(JSON.stringify(now.differences)).not.toContain('old@example.org')
  const taken = await settle(now, { field: 'email', take: 'feed' })
  expect([taken.status, taken.body.code]).toEqual([409, 'CONTACT_TAKEN_BY_CHANGE'])
  await feed(806, { telecom: [{ system: 'email', value: 'old@example.org' }, { system: 'phone', value: '555-201-9999' }] })
  expect((await recordOf(806)).contacts.find((one) => one.kind === 'phone')?.masked).toContain('99')
})
