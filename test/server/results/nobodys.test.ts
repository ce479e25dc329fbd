import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HoldSheet, UnownedResults } from '#domain/contracts/result-care.ts'
import { DAY, isoOf, localDateOf } from '#domain/time.ts'
import { buildReport, press, readOne, receive, wardOf, type Ward } from '#test/server/results/results-here.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const FMH = 'followmyhealth'
let practice: TestPractice
let weimann: Desk
let fay: Desk
let manager: Desk
let ward: Ward
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '2000' })
  weimann = await practice.as('clinician1')
  fay = await practice.as('clinician2')
  manager = await practice.as('manager1')
  ward = await wardOf(practice, 'clinician1', '1111111111')
})
afterAll(() => practice.stop())

const unowned = async () => (await manager.post<UnownedResults>('/api/results/unowned', {})).body

test('a result that nobody ordered reaches the manager without what it says, and whoever it is given to may release it', async () => {
  const who = await ward.patient(FMH)
  const id = await receive(practice, null, who.id, buildReport(practice))
  const row = (await unowned()).rows.find((one) => one.id === id)
  expect(row).toMatchObject({ patientId: who.id, group: 'review' })
  expect(JSON.stringify(row)).not.toMatch(/Lipid|\b184\b/)
  expect((await manager.get(`/api/results/${id}`)).status).toBe(403)
  const many = async () => (await manager.get<{ count: number }>('/api/results/unowned-count')).body.count
  const before = await many()
  expect(before).toBe((await unowned()).rows.length)
  expect((await press(practice, fay, id, 'release')).body.code).toBe('RESULT_OF_OTHERS')
  const { rows: people } = (await manager.get<{ rows: { id: string; isNear: boolean }[] }>(`/api/results/${id}/assignable`)).body
  expect(people[0]?.isNear).toBe(true)
  const fayId = (await fay.get<{ session: { staff: { id: string } } }>('/api/session')).body.session.staff.id
  const given = await manager.post<Record<string, unknown>>(`/api/results/${id}/assign`, { toStaffId: fayId, reason: 'Knows the family' }, { version: row?.version ?? 0 })
  expect(given.body).toMatchObject({ id })
  expect((await unowned()).rows.map((one) => one.id)).not.toContain(id)
  expect(await many()).toBe(before - 1)
  expect((await readOne(fay, id)).may.release.allowed).toBe(true)
  expect((await press(practice, fay, id, 'release')).status).toBe(200)
})

test('what has a clinician is not given away by the manager', async () => {
  const who = await ward.patient(FMH)
  const id = await receive(practice, ward, who.id, buildReport(practice))
  const { version } = await readOne(weimann, id)
  const fayId = (await fay.get<{ session: { staff: { id: string } } }>('/api/session')).body.session.staff.id
  const answer = await manager.post<{ code: string }>(`/api/results/${id}/assign`, { toStaffId: fayId, reason: 'Has more room' }, { version })
  expect(answer.body.code).toBe('ALREADY_DONE')
})

test('"not mine" to nobody in particular goes to the manager; to a colleague it goes at once', async () => {
  const who = await ward.patient(FMH)
  const id = await receive(practice, ward, who.id, buildReport(practice))
  expect((await press(practice, weimann, id, 'decline')).status).toBe(200)
  expect((await unowned()).rows.map((one) => one.id)).toContain(id)
  const other = await receive(practice, ward, who.id, buildReport(practice))
  const fayId = (await fay.get<{ session: { staff: { id: string } } }>('/api/session')).body.session.staff.id
  expect((await press(practice, weimann, other, 'decline', { toStaffId: fayId })).status).toBe(200)
  expect((await readOne(fay, other)).may.release.allowed).toBe(true)
})

test('R68: one hold from patient and representatives is one act with a ground that fits all, and each stands in the file with its evidence', async () => {
  const who = await ward.patient(FMH)
  const id = await receive(practice, ward, who.id, buildReport(practice))
  const endAt = isoOf(practice.clock.now() + 2 * DAY)
  const others = [{ recipient: 'representative', personId: null }]
  const refused = await press(practice, weimann, id, 'hold', { recipient: 'patient', others, ground: 'substantial-harm', endAt, reason: 'History does not fit the injury' })
  expect(refused.body.code).toBe('GROUND_DOES_NOT_FIT')
  expect((await readOne(weimann, id)).holds).toEqual([])
  expect((await press(practice, weimann, id, 'hold', { recipient: 'patient', others, ground: 'data-doubtful', endAt, reason: '=Label and order disagree' })).status).toBe(200)
  expect((await readOne(weimann, id)).holds.map(({ recipient }) => recipient).toSorted()).toEqual(['patient', 'representative'])
  const on = localDateOf(practice.clock.now(), 'America/New_York')
  const privacy = await practice.as('privacy1')
  const { csv, rows } = (await privacy.post<HoldSheet>('/api/holds/export', { from: on, to: on, reason: 'Monthly look' })).body
  expect(rows).toBe(2)
  expect(csv.match(/'=Label and order disagree/g)).toHaveLength(2)
  expect((await manager.post('/api/holds/export', { from: on, to: on, reason: 'Curious' })).status).toBe(403)
})

test('AZ-02: what comes for a closed chart moves no figure and no finding, and nobody is proposed for it', async () => {
  const closed = await ward.patient(FMH)
  expect((await weimann.post(`/api/patients/${closed.id}/result-wishes`, { category: null, recipient: 'patient', days: 3, reason: 'wants a call before it shows' })).status).toBe(200)
  const { patients } = practice.app.store.read.t
  await practice.app.store.tx(async (w) => void await w.update(patients).set({ restricted: true }).where(eq(patients.id, closed.id)))
  const today = localDateOf(practice.clock.now(), practice.app.config.practiceTimeZone)
  const sums = () => Promise.all([`/api/results/figures?from=${today}&to=${today}`, '/api/results/findings', '/api/test-kinds']
    .map(async (path) => Object.values((await manager.get<Record<string, object[]>>(path)).body).flat().map((one) => JSON.stringify(one)).toSorted()))
  const unknown = () => buildReport(practice, { name: 'Marker 9', codings: [{ system: 'HOUSE', code: 'M9', display: 'Marker 9' }], values: [] })
  const before = await sums()
  expect((await manager.get(`/api/results/figures?from=${today}&to=${today}`)).status).toBe(200)
  const id = await receive(practice, null, closed.id, unknown())
  expect(await sums()).toEqual(before)
  expect((await manager.get(`/api/results/${id}/assignable`)).status).toBe(404)
  await receive(practice, null, (await ward.patient(FMH)).id, unknown())
  for (const [place, sum] of (await sums()).entries()) if (place !== 1) expect(sum).not.toEqual(before[place])
})
