import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BreakGlassAnswer } from '#domain/contracts/patient-acts.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { MINUTE, isoOf } from '#domain/time.ts'
import { openPractice, type Answer, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, find, open, type Made } from '#test/server/patients/people.ts'

let practice: TestPractice
let vip: Made
let ordinary: Made
const why = { kind: 'patient-is-here', reason: 'stands at the desk' }

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  vip = await buildPatient(practice, { family: 'Known', given: 'Well', birthDate: '1971-06-04', mrn: 'VIP-0001', restricted: true })
  ordinary = await buildPatient(practice, { family: 'Plain', given: 'Jane', birthDate: '1971-06-04', mrn: 'ORD-0001' })
})
afterAll(() => practice.stop())

const breakGlass = (desk: Desk, body: Record<string, unknown>): Promise<Answer<BreakGlassAnswer & { code?: string }>> =>
  desk.post('/api/patients/break-glass', { ...why, ...body })

async function events(patientId: string) {
  const { read } = practice.app.store
  const { auditEvents: e } = read.t
  return read.select().from(e).where(and(eq(e.patientId, patientId))).orderBy(e.seq)
}

async function mailsTo(userName: string): Promise<number> {
  const { read } = practice.app.store
  const [person] = await read.select().from(read.t.staff).where(eq(read.t.staff.userName, userName))
  return read.$count(read.t.outboxMails, and(eq(read.t.outboxMails.personId, person?.id ?? ''), eq(read.t.outboxMails.template, 'break-glass-opened')))
}

test('AZ-08: with its number and a reason one restricted chart opens for 60 minutes, to that person and nobody else', async () => {
  const desk = await practice.as('frontdesk1')
  expect((await desk.get(`/api/patients/${vip.id}`)).status).toBe(404)
  const opened = await breakGlass(desk, { mrn: 'vip 0001' })
  expect(opened.status).toBe(200)
  expect(opened.body.patientId).toBe(vip.id)
  const [held] = await practice.app.store.read.select().from(practice.app.store.read.t.breakGlass).where(eq(practice.app.store.read.t.breakGlass.staffId, desk.staffId ?? ''))
  expect([(held?.endsAt ?? 0) - (held?.openedAt ?? 0), isoOf(held?.endsAt ?? 0)]).toEqual([60 * MINUTE, opened.body.endsAt])
  expect(await open(desk, vip.id)).toMatchObject({ name: 'Well Known', restricted: true, heldUntil: opened.body.endsAt })
  expect((await (await practice.as('frontdesk2')).get(`/api/patients/${vip.id}`)).status).toBe(404)
  expect((await find(desk, 'known well')).rows.map((row) => row.id)).toEqual([vip.id])
  expect((await find(await practice.as('frontdesk2'), 'known well')).rows).toEqual([])
})

test('AZ-08: it ends by itself at the 60th minute', async () => {
  const desk = await practice.as('helpline3')
  const endsAt = Date.parse((await breakGlass(desk, { mrn: 'VIP-0001' })).body.endsAt)
  practice.clock.set(endsAt - MINUTE)
  const again = await practice.as('helpline3')
  expect((await again.get(`/api/patients/${vip.id}`)).status).toBe(200)
  practice.clock.set(endsAt)
  expect((await (await practice.as('helpline3')).get(`/api/patients/${vip.id}`)).status).toBe(404)
})

test('AZ-08: the privacy officers are told at once by mail, without who or whom, and the audit knows all of it', async () => {
  const before = [await mailsTo('privacy1'), await mailsTo('privacy2')]
  const desk = await practice.as('clinician2')
  await breakGlass(desk, { name: 'Known, Well', birthDate: '1971-06-04', kind: 'other', reason: 'a call from the ward' })
  expect([await mailsTo('privacy1'), await mailsTo('privacy2')]).toEqual(before.map((count) => count + 1))
  const { read } = practice.app.store
  const mails = await read.select().from(read.t.outboxMails).where(eq(read.t.outboxMails.template, 'break-glass-opened'))
  expect(JSON.stringify(mails)).not.toMatch(/Known|VIP-0001|ward/)
  const event = (await events(vip.id)).findLast((one) => one.event === 'chart.break-glass')
  expect(event).toMatchObject({ actorId: desk.staffId, purpose: 'BTG', evidence: 'other' })
  expect(JSON.parse(event?.detail ?? '')).toEqual({ kind: 'other', reason: 'a call from the ward', minutes: 60, cause: 'restricted' })
  await open(desk, vip.id)
  expect((await events(vip.id)).at(-1)).toMatchObject({ event: 'patient.read', purpose: 'BTG' })
})

test('AZ-08: whatever is done with a chart that break-glass holds open is recorded under that purpose; the same act on an ordinary chart is not', async () => {
  const desk = await practice.as('manager1')
  await breakGlass(desk, { mrn: 'VIP-0001' })
  await desk.get(`/api/patients/${vip.id}/access-log`)
  const edited = await desk.post(`/api/patients/${vip.id}/edit`, { pronouns: 'she/her', reason: 'as she asks' }, { version: (await open(desk, vip.id)).version })
  expect(edited.status).toBe(200)
  const mine = (await events(vip.id)).filter((one) => one.actorId === desk.staffId)
  expect(mine.map((one) => [one.event, one.purpose])).toEqual([
    ['chart.break-glass', 'BTG'], ['patient.read', 'BTG'], ['patient.read', 'BTG'], ['patient.edited', 'BTG'],
  ])
  await desk.post(`/api/patients/${ordinary.id}/edit`, { pronouns: 'she/her', reason: 'as she asks' }, { version: (await open(desk, ordinary.id)).version })
  expect((await events(ordinary.id)).map((one) => one.purpose)).not.toContain('BTG')
})

test('AZ-02: whoever asks for a wrong number, half a name or another day gets the very answer that is given for nobody', async () => {
  const desk = await practice.as('frontdesk3')
  const asked = [
    { mrn: 'VIP-0002' }, { mrn: 'nobody-has-this' }, { name: 'Known', birthDate: '1971-06-04' }, { name: 'Well Known', birthDate: '1971-06-05' },
    { name: 'W Known', birthDate: '1971-06-04' }, { mrn: 'VIP-0001', birthDate: '1971-06-05' }, { mrn: 'VIP-0001', name: 'Other Person' },
    { patientId: vip.id }, { patientId: 'nobody-has-this' },
  ]
  const answers = await Promise.all(asked.map((one) => breakGlass(desk, one)))
  expect(new Set(answers.map((one) => one.status))).toEqual(new Set([404]))
  expect(new Set(answers.map((one) => JSON.stringify({ ...one.body, requestId: '' }))).size).toBe(1)
  expect((await desk.get(`/api/patients/${vip.id}`)).status).toBe(404)
})

test('AZ-08: without words, or with one identifier, nothing opens', async () => {
  const desk = await practice.as('frontdesk3')
  const wordless = await desk.post('/api/patients/break-glass', { mrn: 'VIP-0001', kind: 'patient-is-here' })
  expect([wordless.status, wordless.body.code]).toEqual([422, 'REASON_NEEDED'])
  for (const body of [{ name: 'Well Known' }, { birthDate: '1971-06-04' }, {}]) expect((await breakGlass(desk, body)).status).toBe(422)
})

test('an ordinary chart needs no breaking', async () => {
  const answer = await breakGlass(await practice.as('frontdesk3'), { mrn: 'ORD-0001' })
  expect([answer.status, answer.body.code]).toEqual([409, 'CHART_NOT_CLOSED'])
  expect((await events(ordinary.id)).some((one) => one.event === 'chart.break-glass')).toBe(false)
})

test('the administrator opens nothing, with or without a reason', async () => {
  expect((await breakGlass(await practice.as('admin1'), { mrn: 'VIP-0001' })).status).toBe(403)
})

test('AZ-08: the own chart and the household’s are read only through it, by their id', async () => {
  const own = await buildPatient(practice, { family: 'Bell', given: 'Marcus', staffUserName: 'frontdesk5' })
  const child = await buildPatient(practice, { family: 'Bell', given: 'Ada', birthDate: '2015-01-01', household: [{ patientId: own.id, relationship: 'father' }] })
  const desk = await practice.as('frontdesk5')
  expect((await desk.get(`/api/patients/${child.id}`)).body.code).toBe('OWN_OR_HOUSEHOLD_CHART')
  expect((await breakGlass(desk, { patientId: child.id })).status).toBe(200)
  expect((await open(desk, child.id)).heldUntil).not.toBeNull()
  expect((await desk.get(`/api/patients/${own.id}`)).body.code).toBe('OWN_OR_HOUSEHOLD_CHART')
  expect(JSON.parse((await events(child.id)).find((one) => one.event === 'chart.break-glass')?.detail ?? '')).toMatchObject({ cause: 'own-or-household' })
})

test('AZ-02: relatives with a restricted chart appear to whoever holds that chart open, and vanish with the hour', async () => {
  const hidden = await buildPatient(practice, { family: 'Stone', given: 'Rex', birthDate: '1980-02-02', mrn: 'HID-1', restricted: true })
  const wife = await buildPatient(practice, { family: 'Stone', given: 'Ida', birthDate: '1981-03-03', household: [{ patientId: hidden.id, relationship: 'husband' }] })
  const desk = await practice.as('manager3')
  const household = async (): Promise<string[]> => (await open(desk, wife.id)).household.map((one: PatientOverview['household'][number]) => one.name)
  expect(await household()).toEqual([])
  await breakGlass(desk, { mrn: 'HID-1' })
  expect(await household()).toEqual(['Rex Stone'])
})
