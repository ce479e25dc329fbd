import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { birthdayStartsAt } from '#domain/birthdays.ts'
import type { WaitingLine } from '#domain/contracts/proxy-access.ts'
import { DAY, MINUTE } from '#domain/time.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { activate, birth, patientBrowser, PASSWORD } from '#test/server/enrollment/patient-browser.ts'
import { withCode } from '#test/server/enrollment/enroll.ts'
import { mailWith, pathOf } from '#test/server/enrollment/mailbox.ts'
import { buildPerson, dayFrom, grant, grantNow, matrix, NY, openAccess, turns, wish, type Problem } from '#test/server/proxy-access/family.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())


test('a proxy confirms on the page: looking uses nothing up, three wrong answers deny, and an older link no longer opens', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Page', given: 'Pia', birthDate })
  const personId = await buildPerson(desk, { email: 'page@example.org' })
  const granted = await grant(practice, desk, ossie.id, wish(practice, personId))
  const first = pathOf(await mailWith(practice, 'page@example.org', '/p/proxy/'))
  for (const method of ['HEAD', 'GET', 'GET']) expect((await fetch(practice.origin + first, { method })).status).toBe(200)
  const resend = () => desk.post<Problem>(`/api/proxy-grants/${granted.body.id}/resend`, { reason: 'nothing arrived' })
  expect((await resend()).body.code).toBe('PROXY_RESENT_RECENTLY')
  practice.clock.advance(3 * MINUTE)
  expect((await resend()).status).toBe(200)
  const second = pathOf(await mailWith(practice, 'page@example.org', '/p/proxy/', 2))
  const browser = patientBrowser(practice.origin, 'es')
  const old = await browser.open(first)
  expect([second === first, old.status]).toEqual([false, 410])
  expect((await browser.open(second)).title).toBe('Confirme su acceso')
  const left: (string | null)[] = []
  for (let tries = 0; tries < 3; tries += 1) left.push((await browser.send(birth('1999-01-01'))).refusal)
  expect(left).toEqual(['No coincide.', 'No coincide.', null])
  expect(await grantNow(desk, ossie.id, granted.body.id)).toMatchObject({ state: 'denied', cause: 'wrong-answers', now: 'none' })
  const ended = await browser.open(second)
  const words = (page: typeof old, path: string) => page.text.replace(/nonce="[^"]+"/, '').replace(path, 'the path that was asked for')
  expect([ended.status, words(ended, second)]).toEqual([old.status, words(old, first)])
})

test('a proxy confirms with the account that they have, or says no; another’s password does not do', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Page', given: 'Quin', birthDate })
  const sibling = await buildPatient(practice, { family: 'Page', given: 'Rae', birthDate: turns(practice, 12, 900) })
  const { personId, email } = await openAccess(practice, desk, ossie.id, birthDate, { person: { email: 'own@example.org' } })
  const { proxyCredentials: c } = practice.app.store.read.t
  const [account] = await practice.app.store.read.select().from(c).where(eq(c.personId, personId))
  expect(account?.passwordHash).toMatch(/^\$argon2id\$/)
  const granted = await grant(practice, desk, sibling.id, wish(practice, personId))
  const browser = patientBrowser(practice.origin)
  await browser.open(pathOf(await mailWith(practice, email, '/p/proxy/', 2)))
  await browser.send(birth(turns(practice, 12, 900)))
  expect((await browser.send({ account: 'own', userName: account?.userName ?? '', password: 'not this one at all', do: 'confirm' })).refusal).toBe('That does not fit.')
  expect((await browser.send({ account: 'own', userName: account?.userName ?? '', password: PASSWORD, do: 'confirm' })).title).toBe('Confirmed')
  expect((await grantNow(desk, sibling.id, granted.body.id)).state).toBe('active')
})

test('a new account on a proxy’s link opens what the link was for; what they could open before waits until a desk has looked', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Page', given: 'Tess', birthDate })
  const sibling = await buildPatient(practice, { family: 'Page', given: 'Uma', birthDate })
  const before = await openAccess(practice, desk, ossie.id, birthDate, { person: { email: 'read.by.two@example.org' } })
  const granted = await grant(practice, desk, sibling.id, wish(practice, before.personId))
  const browser = patientBrowser(practice.origin)
  await browser.open(pathOf(await mailWith(practice, before.email, '/p/proxy/', 2)))
  const asked = await browser.send(birth(birthDate))
  expect(asked.text).toContain('stay closed until the practice has looked')
  expect((await browser.send({ account: 'new', userName: 'whoever.reads', password: PASSWORD, repeat: PASSWORD, do: 'confirm' })).title).toBe('Confirmed')
  expect(await grantNow(desk, sibling.id, granted.body.id)).toMatchObject({ state: 'active', now: 'full' })
  const closed = await grantNow(desk, ossie.id, before.grantId)
  expect(closed).toMatchObject({ state: 'suspended', cause: 'new-account', now: 'none' })
  const waiting = await desk.get<WaitingLine[]>(`/api/proxy-requests?filter=${encodeURIComponent('{"waitsFor":"review"}')}`)
  expect(waiting.body.find((line) => line.grantId === before.grantId)).toMatchObject({ cause: 'new-account', waitsFor: 'review' })
})

test('IN-09: a page that lay open for too long is opened again where it was, and no try is lost', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Page', given: 'Slo', birthDate })
  const personId = await buildPerson(desk, { email: 'slow.page@example.org' })
  await grant(practice, desk, ossie.id, wish(practice, personId))
  const path = pathOf(await mailWith(practice, 'slow.page@example.org', '/p/proxy/'))
  const browser = patientBrowser(practice.origin)
  await browser.open(path)
  practice.clock.advance(40 * MINUTE)
  const over = await browser.send(birth(birthDate))
  expect([over.status, over.text.includes(`<a href="${path}?lang=en">Begin again`)]).toEqual([400, true])
  await browser.open(path)
  expect((await browser.send(birth(birthDate))).title).toBe('Your account')
  desk = await practice.as('frontdesk1')
})

test('one user name is one person’s: a patient does not get a name that a proxy has on the portal', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Page', given: 'Sol', birthDate })
  const { personId } = await openAccess(practice, desk, ossie.id, birthDate)
  const { proxyCredentials: c } = practice.app.store.read.t
  const [account] = await practice.app.store.read.select().from(c).where(eq(c.personId, personId))
  const adult = await buildPatient(practice, { family: 'Other', given: 'Tom', birthDate: '1990-03-22' })
  const { url } = await withCode(practice, desk, adult.id)
  const browser = patientBrowser(practice.origin)
  await browser.open(new URL(url).pathname)
  expect((await activate(browser, birth('1990-03-22'), (account?.userName ?? '').toUpperCase())).refusal).toBe('This user name is taken.')
  expect((await browser.send({ userName: 'tom.other', password: PASSWORD, repeat: PASSWORD })).title).toBe('Your account is active')
})

test('R3: an invitation to confirm is over after its 60th local day, also if nothing ran', async () => {
  const birthDate = turns(practice, 12, 900)
  const ossie = await buildPatient(practice, { family: 'Late', given: 'Lou', birthDate })
  const personId = await buildPerson(desk, { email: 'late@example.org' })
  const granted = await grant(practice, desk, ossie.id, wish(practice, personId))
  const path = pathOf(await mailWith(practice, 'late@example.org', '/p/proxy/'))
  practice.clock.advance(61 * DAY)
  desk = await practice.as('frontdesk1')
  expect((await fetch(practice.origin + path)).status).toBe(410)
  expect((await grant(practice, desk, ossie.id, wish(practice, personId))).status).toBe(200)
  expect((await grantNow(desk, ossie.id, granted.body.id)).state).toBe('ended')
})

test('a review lets access go on until a new date; past its date it is closed until then', async () => {
  const birthDate = turns(practice, 12, 900)
  const ossie = await buildPatient(practice, { family: 'Review', given: 'Rex', birthDate })
  const { grantId } = await openAccess(practice, desk, ossie.id, birthDate, { wish: { reviewOn: dayFrom(practice, 3) } })
  practice.clock.advance(5 * DAY)
  desk = await practice.as('frontdesk1')
  const line = await grantNow(desk, ossie.id, grantId)
  expect([line.now, line.why.code]).toEqual(['none', 'REVIEW_OVERDUE'])
  const waiting = await desk.get<WaitingLine[]>(`/api/proxy-requests?filter=${encodeURIComponent('{"waitsFor":"review-due"}')}`)
  expect(waiting.body.map((one) => one.grantId)).toContain(grantId)
  const reply = await desk.post<Problem>(`/api/proxy-grants/${grantId}/review`, { reviewOn: dayFrom(practice, 300), reason: 'seen with photo ID' }, { version: line.version })
  expect(reply.status).toBe(200)
  expect((await grantNow(desk, ossie.id, grantId)).now).toBe('full')
})

test('the matrix compares two instants by the function that portals ask, and names the gap', async () => {
  const birthDate = turns(practice, 12, 13)
  const ossie = await buildPatient(practice, { family: 'Matrix', given: 'Mia', birthDate })
  await openAccess(practice, desk, ossie.id, birthDate)
  await openAccess(practice, desk, ossie.id, birthDate, { wish: { relationship: 'father' } })
  const seen = await matrix(desk, ossie.id)
  expect(seen).toMatchObject({ portalId: NY, ageAt: 11, ageWith: 12, withOn: dayFrom(practice, 13) })
  expect(Date.parse(seen.with ?? '')).toBe(birthdayStartsAt(birthDate, 12, 'America/New_York'))
  const results = seen.rows.findIndex((row) => row.capability === 'see-results')
  const bills = seen.rows.findIndex((row) => row.capability === 'pay-bills')
  for (const column of seen.columns) {
    expect([column.first[results]?.answer, column.second?.[results]?.answer, column.second?.[bills]?.answer]).toEqual(['yes', 'no', 'yes'])
    expect(column.second?.[results]?.why).toMatchObject({ code: 'BAND_CLOSED', rule: 'R21', ageThen: 12, findingSentences: expect.arrayContaining([expect.stringContaining('R22')]) as unknown })
    expect(column.changes).toBe(13)
  }
  expect(seen.gap?.sentence).toContain('nobody can read the results')
  expect(seen.ahead[0]).toMatchObject({ kind: 'birthday', age: 12, cells: 26 })
})

test('AZ-02: a restricted chart leaves no trace on any list of this room', async () => {
  const birthDate = turns(practice, 12, 10)
  const secret = await buildPatient(practice, { family: 'Famous', given: 'Fay', birthDate, restricted: true })
  const manager = await practice.as('manager1')
  const personId = await buildPerson(manager, { legalFamily: 'Famous', legalGiven: 'Mother' })
  const opened = await desk.post('/api/patients/break-glass', { name: 'Fay Famous', birthDate, kind: 'patient-is-here', reason: 'is at the desk' })
  expect(opened.status).toBe(200)
  const granted = await grant(practice, desk, secret.id, wish(practice, personId))
  expect(granted.status).toBe(200)
  const other = await practice.as('frontdesk2')
  for (const path of ['/api/proxy-requests?range=[0,199]', '/api/proxy-documents?range=[0,199]', '/api/birthdays?limit=100', '/api/proxy-letters?range=[0,199]', '/api/prepared-invitations?range=[0,199]', `/api/proxy-persons/${personId}`]) {
    expect([path, JSON.stringify((await other.get(path)).body).includes(secret.id)]).toEqual([path, false])
  }
  expect((await other.get(`/api/patients/${secret.id}/proxies`)).status).toBe(404)
  expect((await other.post(`/api/proxy-grants/${granted.body.id}/resend`, { reason: 'again' })).status).toBe(404)
  expect((await desk.get(`/api/proxy-requests?range=[0,199]`)).headers.get('content-range')).not.toBe((await other.get(`/api/proxy-requests?range=[0,199]`)).headers.get('content-range'))
})
