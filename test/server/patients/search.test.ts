import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, find, namesFound, type Made } from '#test/server/patients/people.ts'

let practice: TestPractice
let desk: Desk
let angele: Made
let vip: Made

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  angele = await buildPatient(practice, { family: 'Greenfelder', given: 'Angele', birthDate: '2004-03-01', mrn: 'MRN-77-4307', phone: '555-208-9364', email: 'angele@example.org' })
  await buildPatient(practice, { family: 'Green', given: 'Donnell', birthDate: '1936-03-12', mrn: 'aaaa-d2ee', phone: '(914) 555-9361' })
  await buildPatient(practice, { family: 'Zoë-Brontë', given: 'Renée', birthDate: '1992-02-29' })
  await buildPatient(practice, { family: "O'Brien", given: 'María José', birthDate: '1971-12-24' })
  await buildPatient(practice, { family: 'van der Berg', given: 'Ann', birthDate: '1955-07-04' })
  await buildPatient(practice, { family: 'Null', given: 'X', birthDate: '1999-09-09' })
  vip = await buildPatient(practice, { family: 'Greenwood', given: 'Very Important', birthDate: '2004-03-01', mrn: 'vip-4307', phone: '555-208-9364', email: 'vip@example.org', restricted: true })
})
afterAll(() => practice.stop())

test.each([
  ['green', ['Donnell Green', 'Angele Greenfelder']],
  ['ang', ['Angele Greenfelder']],
  ['green ang', ['Angele Greenfelder']],
  ['ang green', ['Angele Greenfelder']],
  ['green 3/1', ['Angele Greenfelder']],
  ['3/1/04 ang', ['Angele Greenfelder']],
  ['2004-03-01', ['Angele Greenfelder']],
  ['1 Mar 2004', ['Angele Greenfelder']],
  ['MRN-77-4307', ['Angele Greenfelder']],
  ['d2ee', ['Donnell Green']],
  ['555-208-9364', ['Angele Greenfelder']],
  ['9361', ['Donnell Green']],
  ['angele@example.org', ['Angele Greenfelder']],
  ['nobody', []],
])('%s finds %j', async (text, names) => {
  expect(await namesFound(desk, text)).toEqual(names)
})

test.each([
  ['zoe', 'Renée Zoë-Brontë'],
  ['ZOË', 'Renée Zoë-Brontë'],
  ['zoebronte', 'Renée Zoë-Brontë'],
  ['zoe-bronte renee', 'Renée Zoë-Brontë'],
  ['obrien', "María José O'Brien"],
  ['O’Brien', "María José O'Brien"],
  ['maria jose', "María José O'Brien"],
  ['van der berg ann', 'Ann van der Berg'],
  ['vanderberg', 'Ann van der Berg'],
  ['Null', 'X Null'],
])('IN-05: %s finds %s', async (text, name) => {
  expect(await namesFound(desk, text)).toEqual([name])
})

test('each row says which of the typed identifiers it carries', async () => {
  const { rows } = await find(desk, 'green 3/1')
  expect(rows.map((row) => row.matched)).toEqual([['name', 'birth-date']])
})

test('a birth date that nobody of that name has leaves the name alone to be asked about', async () => {
  const { rows } = await find(desk, 'green 5/6/1950')
  expect(rows.map((row) => row.matched)).toEqual([['name'], ['name']])
})

test('PH-04: a row holds the least that tells two people apart, and ends of numbers only, for every role', async () => {
  for (const who of ['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'privacy1']) {
    const { rows } = await find(await practice.as(who), 'greenfelder')
    expect(rows).toEqual([{
      id: angele.id, name: 'Angele Greenfelder', birthDate: '2004-03-01', age: 22, mrnTail: '4307', phoneTail: '64',
      siteName: 'Hudson Street', portalState: 'none', matched: ['name'], lookAlike: false, lookAlikeHow: null, nextAction: { act: who.startsWith('frontdesk') || who.startsWith('manager') ? 'enroll-now' : 'open' },
    }])
  }
})

test('the administrator looks up nobody', async () => {
  const answer = await (await practice.as('admin1')).post('/api/patients/search', { text: 'green' })
  expect([answer.status, answer.body.code]).toEqual([403, 'ROLE_MAY_NOT'])
})

test.each(['greenw', 'green very', '3/1/2004', 'vip-4307', '555-208-9364', '9364', 'vip@example.org', ''])(
  'AZ-02: a restricted chart leaves no trace in rows or counts of %j', async (text) => {
    const answer = await find(desk, text)
    expect(JSON.stringify(answer)).not.toContain(vip.id)
    expect(answer.total).toBe(answer.rows.length)
  },
)

test('without a text the list goes by name, page after page, and counts only what it may know of', async () => {
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; page < 4; page++) {
    const answer = await find(desk, '', { limit: 2, ...(after ? { after } : {}) })
    expect(answer.total).toBe(6)
    seen.push(...answer.rows.map((row) => row.name))
    after = answer.rows.at(-1)?.id
    if (!answer.more) break
  }
  expect(seen).toEqual(['Donnell Green', 'Angele Greenfelder', 'X Null', "María José O'Brien", 'Ann van der Berg', 'Renée Zoë-Brontë'])
})

test('AZ-02: a page cannot be asked for after a restricted chart, as if there were none', async () => {
  const restricted = await desk.post('/api/patients/search', { text: '', after: vip.id })
  const absent = await desk.post('/api/patients/search', { text: '', after: 'no-such-id' })
  expect([restricted.status, restricted.body.errors]).toEqual([absent.status, absent.body.errors])
  expect(restricted.status).toBe(422)
})

test('one letter shows the people whose names begin with it, and none of a closed chart', async () => {
  const { rows } = await find(desk, 'g')
  expect(rows.map((row) => row.name)).toEqual(['Donnell Green', 'Angele Greenfelder'])
})

test('two single letters are too little: the answer says what is needed and shows nobody', async () => {
  expect(await find(desk, 'g j')).toEqual({ rows: [], more: true, total: null, need: 'letters', nearSpellings: [] })
})

test('IN-02: an unknown sort, limit or field is refused with its name', async () => {
  for (const wrong of [{ sort: 'family_key desc' }, { limit: 51 }, { limit: 0 }, { filter: {} }]) {
    const answer = await desk.post('/api/patients/search', { text: '', ...wrong })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors as object)).toEqual(Object.keys(wrong))
  }
})

test.each(['%', "' or 1=1 --", '\u0000', '💥', '\u{10ffff}', '_'.repeat(120), 'a '.repeat(60)])('IN-01: %j is answered like any other text', async (text) => {
  expect((await desk.post('/api/patients/search', { text })).status).toBe(200)
})

test('AD-01: every answered search is one event with a keyed hash of the terms and the ids shown, never the terms', async () => {
  const { read } = practice.app.store
  const searches = () => read.select().from(read.t.auditEvents).where(eq(read.t.auditEvents.event, 'patient.searched')).orderBy(read.t.auditEvents.seq)
  const before = (await searches()).length
  await find(desk, 'greenfelder 3/1/2004')
  const events = await searches()
  expect(events.length).toBe(before + 1)
  const event = events.at(-1)
  const { termsHash, ...detail } = JSON.parse(event?.detail ?? '') as { termsHash: string }
  expect(detail).toEqual({ terms: 2, hits: 1, ids: [angele.id], kinds: 'name,birth-date' })
  expect(termsHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(events)).not.toMatch(/greenfelder/i)
})
