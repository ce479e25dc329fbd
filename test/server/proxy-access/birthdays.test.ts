import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BirthdaysAnswer, LetterAnswer, LetterLine } from '#domain/contracts/proxy-access.ts'
import { DAY, HOUR } from '#domain/time.ts'
import { prepareBirthdays } from '#server/proxy-access/prepare-birthdays.ts'
import { mailsTo, mailWith } from '#test/server/enrollment/mailbox.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { buildPerson, grant, grantNow, openAccess, turns, wish } from '#test/server/proxy-access/family.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const birthdays = async () => (await desk.get<BirthdaysAnswer>('/api/birthdays?within=90&passed=7&limit=100')).body
const prepared = async (state: string) => (await desk.get<{ patientId: string }[]>(`/api/prepared-invitations?range=[0,99]&filter=${encodeURIComponent(JSON.stringify({ state }))}`)).body.map((one) => one.patientId)
const letters = async () => (await desk.get<LetterLine[]>('/api/proxy-letters?range=[0,99]')).body

test('PX-04: the list names each birthday once, what every proxy loses, who was told, and whether anybody could act', async () => {
  const birthDate = turns(practice, 12, 20)
  const { id } = await buildPatient(practice, { family: 'Ahead', given: 'Ann', birthDate })
  const her = await openAccess(practice, desk, id, birthDate)
  await prepareBirthdays(practice.app)
  await prepareBirthdays(practice.app)
  const row = (await birthdays()).rows.find((one) => one.patientId === id)
  expect(row).toMatchObject({ age: 12, daysLeft: 20, step: '30', told: 1, hasOwnAccount: false, gap: true, proxies: [{ personId: her.personId, before: 22, after: 9 }] })
  expect(row?.proxies[0]?.loses.length).toBe(13)
  expect((await mailWith(practice, her.email, '20 days')).text).not.toMatch(/\bAnn\b|Ahead/)
  expect((await mailsTo(practice, her.email)).filter((mail) => mail.text.includes('20 days'))).toHaveLength(1)
})

test('who has no address gets a letter in their language; printing it is noted once', async () => {
  const birthDate = turns(practice, 12, 25)
  const { id } = await buildPatient(practice, { family: 'Carta', given: 'Cora', birthDate })
  const personId = await buildPerson(desk, { legalGiven: 'Dolores', email: null, language: 'es' })
  const granted = await grant(practice, desk, id, wish(practice, personId))
  await practice.app.store.tx(async (w) => {
    await w.update(w.t.proxyGrants).set({ state: 'active', cause: 'confirmed' }).where(eq(w.t.proxyGrants.id, granted.body.id))
    await w.insert(w.t.proxyGrantEvents).values({ id: 'confirmed-in-person', grantId: granted.body.id, state: 'active', cause: 'confirmed', at: practice.clock.now(), by: 'patient', place: 2, wish: null })
  })
  await prepareBirthdays(practice.app)
  const letter = (await letters()).find((one) => one.patientId === id)
  expect(letter).toMatchObject({ template: 'proxy-birthday', language: 'es', printedAt: null })
  const words = (await desk.get<LetterAnswer>(`/api/proxy-letters/${letter?.id ?? ''}`)).body
  expect(words.paragraphs.join(' ')).toMatch(/25 días/)
  const said = async () => (await desk.get<LetterAnswer>(`/api/proxy-letters/${letter?.id ?? ''}`)).body.paragraphs.join(' ')
  practice.clock.advance(5 * DAY)
  desk = await practice.as('frontdesk1')
  expect(await said()).toMatch(/20 días/)
  for (let times = 0; times < 2; times += 1) expect((await desk.post(`/api/proxy-letters/${letter?.id ?? ''}/printed`, {})).status).toBe(200)
  expect((await letters()).map((one) => one.id)).not.toContain(letter?.id)
  practice.clock.advance(3 * DAY)
  desk = await practice.as('frontdesk1')
  expect(await said()).toMatch(/20 días/)
})

test('what is told after the birthday, because nothing ran, is told as what has been', async () => {
  const birthDate = turns(practice, 12, 5)
  const { id } = await buildPatient(practice, { family: 'After', given: 'Abe', birthDate })
  const her = await openAccess(practice, desk, id, birthDate)
  practice.clock.advance(40 * DAY)
  desk = await practice.as('frontdesk1')
  await prepareBirthdays(practice.app)
  expect((await mailWith(practice, her.email, 'Since a birthday that has passed')).text).not.toMatch(/Today|In \d+ days/)
})

test('R13, PX-03: a letter that waits goes to nobody whose access was ended since, and none is about the dead', async () => {
  const birthDate = turns(practice, 12, 26)
  const letterFor = async (given: string) => {
    const { id } = await buildPatient(practice, { family: 'Waits', given, birthDate })
    const { grantId, personId } = await openAccess(practice, desk, id, birthDate)
    await practice.app.store.tx(async (w) => void await w.update(w.t.proxyPersons).set({ email: null, emailKey: null }).where(eq(w.t.proxyPersons.id, personId)))
    return { id, grantId, personId }
  }
  const [revoked, blocked, dead, stays] = [await letterFor('Rena'), await letterFor('Bert'), await letterFor('Dora'), await letterFor('Stan')]
  await prepareBirthdays(practice.app)
  const waiting = async () => (await letters()).filter((one) => [revoked, blocked, dead, stays].some(({ id }) => id === one.patientId))
  const before = await waiting()
  expect(before).toHaveLength(4)
  await desk.post(`/api/proxy-grants/${revoked.grantId}/revoke`, {})
  await desk.post(`/api/patients/${blocked.id}/blocks`, { kind: 'court-order', note: 'shown at the desk', personId: blocked.personId, reason: 'an order' })
  const died = await desk.post(`/api/patients/${dead.id}/mark-deceased`, { evidence: 'hospital-or-hospice', diedOn: null, reason: 'the ward called' }, { version: 1 })
  expect(died.status).toBe(200)
  expect((await waiting()).map((one) => one.patientId)).toEqual([stays.id])
  for (const { id, patientId } of before) {
    const path = `/api/proxy-letters/${id}`
    expect([(await desk.get(path)).status, (await desk.post(`${path}/printed`, {})).status]).toEqual(patientId === stays.id ? [200, 200] : [404, 404])
  }
})

test('R23: at 18 the own invitation goes to an address that nobody else reads; else it waits at the desks', async () => {
  const birthDate = turns(practice, 18, 45)
  const [own, shared] = [
    await buildPatient(practice, { family: 'Own', given: 'Olga', birthDate, email: 'olga.own@example.org' }), await buildPatient(practice, { family: 'Shared', given: 'Sven', birthDate, email: 'all.of.us@example.org' }),
  ]
  const of = await openAccess(practice, desk, own.id, birthDate)
  await openAccess(practice, desk, shared.id, birthDate, { person: { email: 'all.of.us@example.org' } })
  practice.clock.advance(45 * DAY + HOUR)
  desk = await practice.as('frontdesk1')
  await prepareBirthdays(practice.app)
  expect(await grantNow(desk, own.id, of.grantId)).toMatchObject({ now: 'none', why: { code: 'MAJORITY_REACHED' } })
  expect(await prepared('sent')).toEqual([own.id])
  expect(await prepared('open')).toEqual([shared.id])
  await mailWith(practice, 'olga.own@example.org', '/p/')
  expect((await mailsTo(practice, 'all.of.us@example.org')).filter((mail) => mail.text.includes('/p/i'))).toEqual([])
  await prepareBirthdays(practice.app)
  expect([await prepared('sent'), await prepared('open')]).toEqual([[own.id], [shared.id]])
})

test('on top of a record: a safety note first, then that nobody can act, with its day', async () => {
  const birthDate = turns(practice, 12, 12)
  const { id } = await buildPatient(practice, { family: 'Alert', given: 'Al', birthDate })
  const alerts = async () => (await desk.get<{ alerts: { kind: string; passed?: boolean }[] }>(`/api/patients/${id}`)).body.alerts.map((one) => [one.kind, one.passed])
  expect(await alerts()).toEqual([['band', false]])
  const { grantId } = await openAccess(practice, desk, id, birthDate)
  expect(await alerts()).toEqual([['nobody-can-act', false], ['band', false]])
  await desk.post(`/api/proxy-grants/${grantId}/suspend`, { reason: 'until somebody looks' })
  expect(await alerts()).toEqual([['nobody-can-act', true], ['band', false]])
  const set = await desk.post(`/api/patients/${id}/blocks`, { kind: 'safety-flag', note: 'shown at the desk', names: [{ family: 'Vega', given: 'Carlos' }], reason: 'she told the desk' })
  expect([set.status, set.body.code]).toEqual([200, undefined])
  expect((await alerts()).map(([kind]) => kind)).toEqual(['safety', 'nobody-can-act'])
})
