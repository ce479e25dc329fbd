import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, find, namesFound, type Made } from '#test/server/patients/people.ts'

let practice: TestPractice
let desk: Desk
let vip: Made

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  const people = [
    ['Lee', 'Sue', '1980-01-01'], ['Leeds', 'Ann', '1981-01-01'], ['Brown', 'Lee', '1982-01-01'], ['Brownlee', 'Kit', '1983-01-01'], ['Fleece', 'Ann', '1984-01-01'],
    ['Cho', 'Mina', '1990-03-12'], ['Cho', 'Mira', '1990-03-12'], ['Cho', 'Mina', '1961-07-07'],
    ['Castañeda', 'Jürgen', '1975-06-15'], ['王', '小龙', '1988-08-08'], ['Иванов', 'Пётр', '1970-01-31'],
  ]
  for (const [family, given, birthDate] of people) await buildPatient(practice, { family, given, birthDate })
  await buildPatient(practice, { family: 'Stone', given: 'Rosa', birthDate: '1999-09-09', phone: '914-555-7788' })
  await buildPatient(practice, { family: 'Reyes', given: 'Leo', birthDate: '1999-09-09', phone: '(914) 555-7788' })
  vip = await buildPatient(practice, { family: 'Zyskowski', given: 'Star', birthDate: '1990-03-12', mrn: 'vip-9901', phone: '914-555-7788', restricted: true })
  await buildPatient(practice, { family: 'Cho', given: 'Minah', birthDate: '1961-07-08', restricted: true })
})
afterAll(() => practice.stop())

test('the whole family name comes before its beginning, that before given names, and letters inside a name come last', async () => {
  expect(await namesFound(desk, 'lee')).toEqual(['Sue Lee', 'Ann Leeds', 'Lee Brown', 'Kit Brownlee', 'Ann Fleece'])
})

test('letters inside a name are looked for when no name begins so', async () => {
  expect(await namesFound(desk, 'ownle')).toEqual(['Kit Brownlee'])
  expect(await namesFound(desk, 'tane')).toEqual(['Jürgen Castañeda'])
})

test.each([
  ['jurgen castaneda', 'Jürgen Castañeda'], ['Castañeda Jürgen', 'Jürgen Castañeda'], ['castaneda, j', 'Jürgen Castañeda'], ['castan 15/6/1975', 'Jürgen Castañeda'],
  ['jur 6/15/75', 'Jürgen Castañeda'], ['castaneda june 1975', 'Jürgen Castañeda'], ['王', '小龙 王'], ['小龙', '小龙 王'], ['иван', 'Пётр Иванов'], ['петр иванов', 'Пётр Иванов'],
])('IN-05: %s finds %s, in any order and script and with a birth date in any usual form', async (text, name) => {
  expect((await namesFound(desk, text))[0]).toBe(name)
})

test('two people born on one day with names alike are marked on their rows, with the reason; a namesake of another age is not', async () => {
  const { rows } = await find(desk, 'cho')
  expect(rows.map((row) => [row.name, row.birthDate, row.lookAlike, row.lookAlikeHow])).toEqual([
    ['Mina Cho', '1990-03-12', true, 'similar-name'], ['Mina Cho', '1961-07-07', false, null], ['Mira Cho', '1990-03-12', true, 'similar-name'],
  ])
})

test('somebody who was called as another is now, born on the same day, is marked on both rows', async () => {
  const now = await buildPatient(practice, { family: 'Harrow', given: 'Noemi', birthDate: '1977-02-02' })
  await buildPatient(practice, { family: 'Oakes', given: 'Noemi', birthDate: '1977-02-02' })
  const seen = (await find(desk, 'noemi')).rows.map((row) => [row.name, row.lookAlikeHow])
  expect(seen).toEqual([['Noemi Harrow', null], ['Noemi Oakes', null]])
  const { version } = (await desk.get<{ version: number }>(`/api/patients/${now.id}`)).body
  const before = await desk.post(`/api/patients/${now.id}/edit`, { legalFamily: 'Oakes', keepFormerName: false, reason: 'mistyped' }, { version })
  await desk.post(`/api/patients/${now.id}/edit`, { legalFamily: 'Harrow', keepFormerName: true, reason: 'married' }, { version: Number(before.body.version) })
  expect((await find(desk, 'noemi')).rows.map((row) => [row.name, row.lookAlikeHow])).toEqual([['Noemi Harrow', 'same-name'], ['Noemi Oakes', 'same-name']])
})

test('two people born on one day with a phone in common are marked, whatever their names', async () => {
  const { rows } = await find(desk, '9/9/1999')
  expect(rows.map((row) => [row.name, row.lookAlike, row.lookAlikeHow])).toEqual([['Leo Reyes', true, 'same-household'], ['Rosa Stone', true, 'same-household']])
})

test.each([['castaneta', ['Castañeda']], ['catsaneda', ['Castañeda']], ['jurgen castaneeda', ['jurgen Castañeda']], ['brownle kitt', ['brownle Kit']], ['castaneta 6/15/1975', ['Castañeda 6/15/1975']], ['castaneta 6/15', ['Castañeda 6/15']], ['qqqqqq', []]])(
  'where nobody is found, the near spelling is offered: %s', async (text, offered) => {
    const answer = await find(desk, text)
    expect(answer.rows).toEqual([])
    expect(answer.nearSpellings).toEqual(offered)
  },
)

test('AZ-02: a restricted chart leaves no trace in rows, counts, marks of look-alikes or near spellings', async () => {
  for (const text of ['zyskowski', 'zyskowsky', 'yskow', 'star', '3/12/1990', 'vip-9901', '7788', 'minah', 'cho 7/8/1961']) {
    const answer = await find(desk, text)
    expect(JSON.stringify(answer), text).not.toMatch(new RegExp(`${vip.id}|Zyskowski|Star|Minah`, 'i'))
    expect(answer.total, text).toBe(answer.rows.length)
  }
  const stone = (await find(desk, '3/12/1990')).rows
  expect(stone.map((row) => row.name)).toEqual(['Mina Cho', 'Mira Cho'])
})

test('more than fifty of one name: a page of them, and a birth date is asked for; with one, they are few', async () => {
  for (let n = 0; n < 52; n++) await buildPatient(practice, { family: 'Manyfold', given: `Nr${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`, birthDate: `19${String(40 + n)}-04-05` })
  const many = await find(desk, 'manyfold')
  expect([many.rows.length, many.more, many.total, many.need]).toEqual([25, true, null, 'birth-date'])
  const one = await find(desk, 'manyfold 4/5/1941')
  expect([one.rows.length, one.more, one.total, one.need]).toEqual([1, false, 1, null])
  const seen = new Set<string>()
  let after: string | undefined
  for (let page = 0; page < 4; page++) {
    const answer = await find(desk, 'manyfold', { limit: 20, ...(after ? { after } : {}) })
    for (const row of answer.rows) seen.add(row.id)
    after = answer.rows.at(-1)?.id
    if (!answer.more) break
  }
  expect(seen.size).toBe(52)
})

test('only people of one site, where one is asked for', async () => {
  const [first] = (await find(desk, 'castaneda')).rows
  const { read } = practice.app.store
  const sites = await read.select().from(read.t.sites)
  const here = sites.find((site) => site.name === first?.siteName)
  const elsewhere = sites.find((site) => site.name !== first?.siteName)
  expect((await find(desk, 'castaneda', { siteId: here?.id })).rows).toHaveLength(1)
  expect((await find(desk, 'castaneda', { siteId: elsewhere?.id })).rows).toEqual([])
})

test('a scanned licence finds its bearer by name and birth date; number and address stand nowhere afterwards', async () => {
  const licence = '@\n\x1e\rANSI 636001080002DL00410278ZN03190008DLDAQ501230987\nDCSCASTANEDA\nDACJURGEN\nDADNONE\nDBB06151975\nDAG12 SECRET LANE\nDAIALBANY\nDAJNY\n'
  const { rows } = await find(desk, licence)
  expect(rows.map((row) => [row.name, row.matched])).toEqual([['Jürgen Castañeda', ['name', 'birth-date']]])
  const { read } = practice.app.store
  const kept = JSON.stringify(await read.select().from(read.t.auditEvents))
  expect(kept).not.toMatch(/501230987|SECRET|LANE|castaneda/i)
  const unreadable = await find(desk, '%B4111111111111111^STONE/ROSA^2512?')
  expect(unreadable.rows).toEqual([])
})
