import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UndoneEnrollment } from '#domain/contracts/enrollment-care.ts'
import type { IncidentAnswer } from '#domain/contracts/enrollment-figures.ts'
import type { PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { accountCommandBody } from '#db/account-commands.ts'
import { MYCHART, identified, readDraft, step, withCode, type Refused } from '#test/server/enrollment/enroll.ts'
import { activate, birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { DAY } from '#domain/time.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const undo = <Body = UndoneEnrollment>(patientId: string, more: Record<string, unknown> = {}, at = desk) =>
  at.post<Body>('/api/enrollments/undo', { patientId, portalId: MYCHART, cause: 'look-alike', reason: 'the twin was meant', ...more })

test('a twin enrolled by mistake: code, invitation, draft, account and sessions end in one act, what had been seen is said, and the right one is offered', async () => {
  const born = '1991-05-05'
  const [wrong, right] = [await buildPatient(practice, { family: 'Twin', given: 'Mara', birthDate: born }), await buildPatient(practice, { family: 'Twin', given: 'Mary', birthDate: born })]
  const shown = await withCode(practice, desk, wrong.id)
  const browser = patientBrowser(practice.origin)
  await browser.open(new URL(shown.url).pathname)
  expect((await activate(browser, birth(born), 'twin.one')).title).toBe('Your account is active')
  const { store, random } = practice.app
  await store.tx(async (w) => {
    const base = { patientId: wrong.id, portalId: MYCHART, source: 'mychart', sessionRef: 's1' }
    const at = practice.clock.now()
    await w.insert(w.t.portalUses).values([
      { ...base, id: random.id(), kind: 'sign-in', category: null, at }, { ...base, id: random.id(), kind: 'view', category: 'results', at: at + 1 },
      { ...base, id: random.id(), kind: 'view', category: 'results', at: at + 2 },
    ])
  })
  const { status, body } = await undo(wrong.id, { rightPatientId: right.id })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ended: { account: true, sessions: 1 }, seen: { reported: true, signIns: 1, categories: [{ category: 'results', times: 2 }] }, right: { patientId: right.id },
  })
  const { portalAccounts: a, patientCredentials: c, portalUses: u } = store.read.t
  expect((await store.read.select().from(a).where(eq(a.patientId, wrong.id))).map((row) => row.state)).toEqual(['ended'])
  expect((await store.read.select().from(c).where(eq(c.patientId, wrong.id))).every((row) => row.endedAt !== null)).toBe(true)
  expect((await store.read.select().from(u).where(and(eq(u.patientId, wrong.id), eq(u.kind, 'sign-in')))).every((row) => row.endedAt !== null)).toBe(true)
  expect((await readDraft(desk, shown.enrollment.id)).state).toBe('undone')
  const [told] = await store.read.select().from(store.read.t.portalCommands)
  expect(told).toMatchObject({ kind: 'account.ended', portalId: MYCHART, state: 'queued' })
  expect(await accountCommandBody(store.read, { kind: 'account.ended', objectId: told?.objectId ?? '' })).toMatchObject({ patientId: wrong.id, sessions: ['s1'] })
  const officer = await practice.as('privacy1')
  const incident = (await officer.get<IncidentAnswer>(`/api/incidents/${body.incidentId}`)).body
  expect(incident).toMatchObject({ kind: 'wrong-enrollment', state: 'open', patient: { name: 'Mara Twin' }, openedBy: 'Front Desk 1', facts: { signIns: 1, categoriesSeen: 'results' } })
  expect((await desk.get('/api/incidents')).status).toBe(403)
  const closed = await officer.post<IncidentAnswer>(`/api/incidents/${body.incidentId}/close`, { reason: 'both twins were told' }, { version: incident.version })
  expect(closed.body).toMatchObject({ state: 'closed', closed: { by: 'Privacy 1' } })
})

test('in the middle of the patient’s steps: the open page goes nowhere, and the person can be enrolled anew', async () => {
  const made = await buildPatient(practice, { family: 'Midway', birthDate: '1992-02-02' })
  const shown = await withCode(practice, desk, made.id)
  const browser = patientBrowser(practice.origin)
  await browser.open(new URL(shown.url).pathname)
  await browser.send(birth('1992-02-02'))
  expect((await undo(made.id)).body).toMatchObject({ ended: { codes: 1, invitation: true, account: false, draft: true }, seen: { reported: false, signIns: 0 } })
  expect((await browser.send({ accept: 'yes', do: 'accept' })).status).toBe(410)
  const found = await desk.post<PatientSearchAnswer>('/api/patients/search', { text: 'midway 2/2/1992' })
  expect(found.body.rows[0]).toMatchObject({ portalState: 'ended', nextAction: { act: 'enroll' } })
  expect((await withCode(practice, desk, made.id)).code).toHaveLength(8)
})

test('where there is nothing to undo it says so; without a reason nothing is done; a helpline may undo, too', async () => {
  const made = await buildPatient(practice, { family: 'Nothing', birthDate: '1992-03-03' })
  expect((await undo<Refused>(made.id)).body.code).toBe('NOTHING_TO_UNDO')
  expect((await undo<Refused>(made.id, { reason: undefined })).body.code).toBe('REASON_NEEDED')
  const helpline = await practice.as('helpline1')
  await withCode(practice, desk, made.id)
  expect((await undo(made.id, {}, helpline)).status).toBe(200)
})

test('ending an account and enrolling anew is no way round account recovery: no code at the desk, no mail to an address of yesterday', async () => {
  const made = await buildPatient(practice, { family: 'Takeover', birthDate: '1980-08-08', email: 'long.on.file@home.example' })
  const first = await withCode(practice, desk, made.id)
  const browser = patientBrowser(practice.origin)
  await browser.open(new URL(first.url).pathname)
  expect((await activate(browser, birth('1980-08-08'), 'real.owner')).title).toBe('Your account is active')
  expect((await undo(made.id)).status).toBe(200)
  const draft = await identified(desk, made.id)
  const settled = await step(desk, draft, 'settle-contact', { way: 'email', contactId: draft.onFile[0]?.contactId })
  expect(settled.handOverChoices.map(({ handOver, refusal }) => [handOver, refusal?.code ?? 'may'])).toEqual([['desk-code', 'ENROLL_ENDED_LATELY'], ['email', 'ENROLL_ENDED_LATELY']])
  for (const handOver of ['desk-code', 'email']) {
    expect((await desk.post<Refused>(`/api/enrollments/${draft.id}/choose-hand-over`, { handOver }, { version: settled.version })).body.code).toBe('ENROLL_ENDED_LATELY')
  }
  practice.clock.advance(31 * DAY)
  desk = await practice.as('frontdesk1')
  const later = await readDraft(desk, draft.id)
  // The account is long gone; whoever comes now shows a document before there is a code.
  expect(later.handOverChoices.map(({ handOver, refusal }) => [handOver, refusal?.code ?? 'may'])).toEqual([['desk-code', 'IDENTITY_NOT_RECORDED'], ['email', 'may']])
  const seen = await step(desk, later, 'record-identity', { kind: 'driver-licence', issuer: 'New York', expiresOn: null })
  expect(seen.handOverChoices.every(({ refusal }) => refusal === null)).toBe(true)
})
