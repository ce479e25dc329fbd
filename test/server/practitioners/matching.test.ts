import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PractitionerLine } from '#domain/contracts/practitioners.ts'
import { giveNpi, readOne, tellPractitioners } from '#test/server/practitioners/colleagues.ts'
import { openPeople, type People } from '#test/server/staff/people.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

let people: People
let practice: TestPractice
let admin: Desk
let clinician1: string
beforeAll(async () => {
  people = await openPeople()
  practice = people.practice
  admin = await practice.as('admin1')
  clinician1 = await giveNpi(practice, 'clinician1', '1467560003')
})
afterAll(() => people.stop())

const staffOf = async (id: string) => (await readOne(admin, id)).staffId

test('a practitioner of a feed is matched with the colleague who has the NPI, by itself', async () => {
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Clinician One', npi: '1467560003' }])
  expect(await readOne(admin, id)).toMatchObject({ staffId: clinician1, staffName: 'Clinician 1', matchedHow: 'npi', matchedByName: null })
})

test('a practitioner without an NPI, or with one that nobody here has, waits for a person', async () => {
  const ids = await tellPractitioners(practice, [{ name: 'No Number' }, { name: 'Other Number', npi: '1000000001' }])
  expect(await Promise.all(ids.map(staffOf))).toEqual([null, null])
})

test('a colleague who is invited with an NPI is matched with what the feeds told before', async () => {
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Noor Haddad', npi: '1234567893' }])
  expect(await staffOf(id)).toBe(null)
  const browser = await people.sit('admin1')
  const asked = await people.act(browser, '/api/staff/invite', {
    userName: 'noor.haddad', name: 'Noor Haddad', email: 'noor@example.org', roles: ['clinician'], clinicianKind: 'prescriber', npi: '1234567893',
    siteIds: [], reason: 'joins in December',
  })
  const approved = await people.approve(await people.sit('privacy1'), asked.body.requestId)
  expect([asked.status, approved.status]).toEqual([200, 200])
  expect(await readOne(admin, id)).toMatchObject({ staffName: 'Noor Haddad', matchedHow: 'npi' })
})

test('two names under one NPI in one feed: nobody is matched; whoever was matched before stays so', async () => {
  const npi = '1740283779'
  await giveNpi(practice, 'clinician2', npi)
  const both = await tellPractitioners(practice, [{ name: 'Sam Fay', npi, source: 'old' }, { name: 'Samantha Fay', npi, source: 'old' }])
  expect(await Promise.all(both.map(staffOf))).toEqual([null, null])
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Sam Fay', npi, source: 'new' }])
  await tellPractitioners(practice, [{ name: 'Sam Fay', npi, source: 'new' }, { name: 'Samantha Fay', npi, source: 'new' }])
  expect((await readOne(admin, id)).staffName).toBe('Clinician 2')
  expect((await readOne(admin, id)).sameNpi.map((one) => one.name).toSorted()).toEqual(['Sam Fay', 'Samantha Fay', 'Samantha Fay'])
})

test('a match ends when the feed corrects the NPI, and whoever has the new one is matched', async () => {
  const third = await giveNpi(practice, 'clinician3', '1000000003')
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Wrong Number', npi: '1467560003', source: 'lab' }])
  expect(await staffOf(id)).toBe(clinician1)
  await tellPractitioners(practice, [{ name: 'Wrong Number', npi: '1000000003', source: 'lab' }])
  expect(await staffOf(id)).toBe(third)
  await tellPractitioners(practice, [{ name: 'Wrong Number', npi: null, source: 'lab' }])
  expect(await staffOf(id)).toBe(null)
})

test('when the feed corrects one of two names under an NPI, the other is matched', async () => {
  const npi = '1467560003'
  const [right = '', wrong = ''] = await tellPractitioners(practice, [{ name: 'Right One', npi, source: 'twice' }, { name: 'Wrong One', npi, source: 'twice' }])
  expect(await Promise.all([right, wrong].map(staffOf))).toEqual([null, null])
  await tellPractitioners(practice, [{ name: 'Wrong One', npi: '1000000007', source: 'twice' }])
  expect(await Promise.all([right, wrong].map(staffOf))).toEqual([clinician1, null])
})

test('the same file again changes nothing', async () => {
  const before = await practice.app.store.read.select().from(practice.app.store.read.t.practitioners)
  await tellPractitioners(practice, [{ name: 'Clinician One', npi: '1467560003' }])
  expect(await practice.app.store.read.select().from(practice.app.store.read.t.practitioners)).toEqual(before)
})

test('an administrator matches by hand, once for each version seen, and the record says who', async () => {
  const [id = ''] = await tellPractitioners(practice, [{ name: 'By Hand' }])
  const staffId = await people.idOf('clinician5')
  const { version } = await readOne(admin, id)
  expect((await admin.post(`/api/practitioners/${id}/match`, { staffId })).status).toBe(428)
  expect((await admin.post(`/api/practitioners/${id}/match`, { staffId }, { version: version + 1 })).status).toBe(412)
  expect((await admin.post(`/api/practitioners/${id}/match`, { staffId }, { version })).status).toBe(200)
  expect(await readOne(admin, id)).toMatchObject({ staffId, matchedHow: 'hand', matchedByName: 'Admin 1', version: version + 1 })
  const { auditEvents: e } = practice.app.store.read.t
  const [event] = await practice.app.store.read.select().from(e).where(and(eq(e.objectId, id), eq(e.event, 'practitioner.matched')))
  expect(JSON.parse(event?.detail ?? '{}')).toEqual({ staffId, before: null })
})

test('what was set apart by hand is not matched again by any file', async () => {
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Set Apart', npi: '1467560003', source: 'apart' }])
  const { version } = await readOne(admin, id)
  expect((await admin.post(`/api/practitioners/${id}/unmatch`, {}, { version })).status).toBe(200)
  await tellPractitioners(practice, [{ name: 'Set Apart Anew', npi: '1467560003', source: 'apart', sourceId: 'Set Apart' }])
  expect(await readOne(admin, id)).toMatchObject({ name: 'Set Apart Anew', staffId: null, matchedHow: 'apart' })
})

test('a clerk, somebody with another NPI, and a colleague who is not there are not matched', async () => {
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Not These', npi: '1000000009' }])
  const { version } = await readOne(admin, id)
  const tries = await Promise.all(['frontdesk1', 'clinician1', 'nobody'].map(async (who) =>
    (await admin.post(`/api/practitioners/${id}/match`, { staffId: await people.idOf(who) || 'nobody' }, { version })).body.code))
  expect(tries).toEqual(['PRACTITIONER_NEEDS_CLINICIAN', 'NPI_DIFFERS', 'NOT_FOUND'])
  expect(await readOne(admin, id)).toMatchObject({ staffId: null, version })
})

test('only an administrator matches; a clinician, a manager and a privacy officer read', async () => {
  const [id = ''] = await tellPractitioners(practice, [{ name: 'Read Only' }])
  for (const who of ['clinician1', 'manager1', 'privacy1']) {
    const desk = await practice.as(who)
    expect((await desk.get(`/api/practitioners/${id}`)).status).toBe(200)
    expect((await desk.post(`/api/practitioners/${id}/match`, { staffId: 'x' }, { version: 1 })).status).toBe(403)
  }
})

test('the list finds a name in any order of letters’ marks, the beginning of an NPI, and whoever waits', async () => {
  await tellPractitioners(practice, [{ name: 'Dr. Zoë O’Brien', npi: '1999999984' }])
  const list = async (filter: Record<string, unknown>) =>
    (await admin.get<PractitionerLine[]>(`/api/practitioners?filter=${encodeURIComponent(JSON.stringify(filter))}`)).body.map((one) => one.name)
  expect(await list({ q: 'zoe obrien' })).toEqual(['Dr. Zoë O’Brien'])
  expect(await list({ q: '19999' })).toEqual(['Dr. Zoë O’Brien'])
  expect(await list({ q: '%' })).not.toEqual([])
  expect(await list({ matched: true })).toContain('Clinician One')
  expect(await list({ matched: false })).not.toContain('Clinician One')
})
