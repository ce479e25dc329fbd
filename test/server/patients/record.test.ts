import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, isoOf } from '#domain/time.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, open, type Made } from '#test/server/patients/people.ts'

let practice: TestPractice
let child: Made
let mother: Made
let vip: Made

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  vip = await buildPatient(practice, { family: 'Known', given: 'Well', restricted: true })
  mother = await buildPatient(practice, { family: 'Heredia', given: 'Marisol', birthDate: '1985-02-03' })
  child = await buildPatient(practice, {
    family: 'Heredia', given: 'Hernán', birthDate: '2014-11-23', language: 'es', mrn: 'MRN-7f4b', phone: '555-208-4176', email: 'hernan@example.org',
    contactsSinceAt: isoOf(practice.clock.now() - 40 * DAY),
    portals: [{ portalId: 'nextgen-legacy', state: 'legacy-only' }],
    household: [{ patientId: mother.id, relationship: 'mother' }, { patientId: vip.id, relationship: 'father' }],
  })
})
afterAll(() => practice.stop())

test('the record shows who the patient is, and contacts only as far as they can be recognised', async () => {
  const record = await open(await practice.as('frontdesk1'), child.id)
  expect(record).toMatchObject({ name: 'Hernán Heredia', birthDate: '2014-11-23', language: 'es', mrnTail: '7f4b', version: 1, deceased: false })
  expect(record.contacts.map(({ kind, masked, sinceProof, ageDays }) => ({ kind, masked, sinceProof, ageDays }))).toEqual([
    { kind: 'email', masked: 'h···@example.org', sinceProof: 'period-start', ageDays: 40 },
    { kind: 'phone', masked: '···76', sinceProof: 'period-start', ageDays: 40 },
  ])
})

test('PH-04: full numbers and addresses are in no answer, for any role', async () => {
  for (const who of ['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'privacy1']) {
    const answer = await (await practice.as(who)).get(`/api/patients/${child.id}?reason=complaint`)
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toMatch(/208-4176|2084176|hernan@|MRN-7f4b/)
  }
})

test('the portals that serve the patient’s state are there with one sentence each, in the language asked for', async () => {
  const desk = await practice.as('frontdesk1')
  const { portals } = await open(desk, child.id)
  expect(portals.map(({ portalId, state, serviceState, rule }) => [portalId, state, serviceState, rule])).toEqual([
    ['mychart-ny-nj', 'none', 'open', 'R10'], ['nextgen-legacy', 'legacy-only', 'read-only', 'R8'],
  ])
  const spanish = await desk.get(`/api/patients/${child.id}`, { 'Accept-Language': 'es' })
  expect(JSON.stringify(spanish.body)).toContain('Solo la cuenta antigua')
})

test('AZ-02: the household is shown both ways, but nobody whose chart is restricted', async () => {
  const desk = await practice.as('frontdesk1')
  expect((await open(desk, child.id)).household).toEqual([
    { name: 'Marisol Heredia', relationship: 'mother', patientId: mother.id, source: 'test' },
  ])
  expect((await open(desk, mother.id)).household).toEqual([
    { name: 'Hernán Heredia', relationship: 'child', patientId: child.id, source: 'test' },
  ])
})

test('AZ-02: a restricted chart answers like one that is not there, to every role and on every part', async () => {
  const { statuses, bodies } = { statuses: new Set<number>(), bodies: new Set<string>() }
  for (const who of ['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'privacy1']) {
    const desk = await practice.as(who)
    for (const path of [`/api/patients/${vip.id}?reason=complaint`, '/api/patients/no-such-chart?reason=complaint']) {
      const answer = await desk.get(path)
      statuses.add(answer.status)
      bodies.add(JSON.stringify({ ...answer.body, requestId: '' }))
    }
  }
  expect([...statuses]).toEqual([404])
  expect(bodies.size).toBe(1)
  const logs = await Promise.all([vip.id, 'no-such-chart'].map(async (id) => (await practice.as('privacy1')).get(`/api/patients/${id}/access-log`)))
  expect(logs.map((answer) => answer.status)).toEqual([404, 404])
})

test('AZ-02: nobody opens the own chart, or one of the household, as staff', async () => {
  const own = await buildPatient(practice, { family: 'Bell', given: 'Marcus', staffUserName: 'frontdesk5' })
  const daughter = await buildPatient(practice, { family: 'Bell', given: 'Ada', birthDate: '2015-01-01', household: [{ patientId: own.id, relationship: 'father' }] })
  const partner = await buildPatient(practice, { family: 'Ray', given: 'Kim', birthDate: '1986-01-01' })
  await practice.nobody().post('/api/test/patients', { birthDate: '2016-01-01', family: 'Bell', given: 'Leo', household: [{ patientId: own.id, relationship: 'father' }, { patientId: partner.id, relationship: 'mother' }] })
  const desk = await practice.as('frontdesk5')
  for (const id of [own.id, daughter.id, partner.id]) {
    const answer = await desk.get(`/api/patients/${id}`)
    expect([answer.status, answer.body.code]).toEqual([403, 'OWN_OR_HOUSEHOLD_CHART'])
  }
  expect((await desk.get(`/api/patients/${child.id}`)).status).toBe(200)
  expect((await (await practice.as('frontdesk1')).get(`/api/patients/${own.id}`)).status).toBe(200)
})

test('the privacy officer opens a record with a reason, and the reason is kept', async () => {
  const desk = await practice.as('privacy2')
  const without = await desk.get(`/api/patients/${child.id}`)
  expect([without.status, without.body.code]).toEqual([422, 'REASON_NEEDED'])
  expect((await desk.get(`/api/patients/${child.id}?reason=a+complaint+of+Tuesday`)).status).toBe(200)
  const { read } = practice.app.store
  const events = await read.select().from(read.t.auditEvents).where(eq(read.t.auditEvents.actorId, desk.staffId ?? '')).orderBy(read.t.auditEvents.seq)
  expect(events.map((one) => [one.event, one.outcome])).toEqual([['act.refused', 'refused'], ['patient.read', 'success']])
  expect(JSON.parse(events.at(-1)?.detail ?? '')).toEqual({ part: 'overview', reason: 'a complaint of Tuesday' })
})

test('the administrator sees no patient data', async () => {
  const desk = await practice.as('admin1')
  for (const part of ['', '/access-log']) expect((await desk.get(`/api/patients/${child.id}${part}`)).status).toBe(403)
})

test('AD-01: each opening of a part is one event, and the access log shows it to the privacy officer', async () => {
  const patient = await buildPatient(practice, { family: 'Muro', given: 'Carlota' })
  await open(await practice.as('frontdesk1'), patient.id)
  await open(await practice.as('clinician2'), patient.id)
  const desk = await practice.as('privacy1')
  const first = await desk.get<{ rows: Record<string, unknown>[]; more: boolean; scope: string }>(`/api/patients/${patient.id}/access-log`)
  expect(first.body.scope).toBe('all')
  expect(first.body.rows.map((row) => [row.staffName, row.event, row.part, row.purpose])).toEqual([
    ['Clinician 2', 'patient.read', 'overview', 'TREAT'], ['Front Desk 1', 'patient.read', 'overview', 'PATADMIN'],
  ])
  const second = await desk.get<{ rows: { seq: number; part: string }[]; more: boolean }>(`/api/patients/${patient.id}/access-log?limit=1`)
  expect(second.body.rows.map((row) => row.part)).toEqual(['access-log'])
  expect(second.body.more).toBe(true)
  const older = await desk.get<{ rows: { staffName: string }[] }>(`/api/patients/${patient.id}/access-log?before=${second.body.rows[0]?.seq}&limit=1`)
  expect(older.body.rows.map((row) => row.staffName)).toEqual(['Clinician 2'])
})

test('a manager sees the acts of the own team only, without the words given as reason', async () => {
  const patient = await buildPatient(practice, { family: 'Champlin', given: 'Clint' })
  await open(await practice.as('frontdesk1'), patient.id)
  await open(await practice.as('frontdesk2'), patient.id)
  await (await practice.as('privacy1')).get(`/api/patients/${patient.id}?reason=a+question`)
  const answer = await (await practice.as('manager1')).get<{ rows: { staffName: string; reason: string | null }[]; scope: string }>(`/api/patients/${patient.id}/access-log`)
  expect(answer.body.scope).toBe('own-team')
  expect(answer.body.rows.map((row) => [row.staffName, row.reason])).toEqual([['Privacy 1', null], ['Front Desk 1', null]])
})

test.each(['frontdesk1', 'helpline1', 'clinician1'])('%s does not read who opened a record', async (who) => {
  const answer = await (await practice.as(who)).get(`/api/patients/${child.id}/access-log`)
  expect([answer.status, answer.body.code]).toEqual([403, 'ROLE_MAY_NOT'])
})

test('IN-01: a patient whose birth date cannot be is not made, and the sentence says why', async () => {
  for (const [birthDate, sentence] of [['2023-02-29', 'not a day of the calendar'], ['2999-01-01', 'has not come yet'], ['', 'no birth date']]) {
    const answer = await practice.nobody().post<{ errors?: { birthDate?: string } }>('/api/test/patients', { birthDate })
    expect(answer.status).toBe(422)
    expect(answer.body.errors?.birthDate).toContain(sentence)
  }
})
