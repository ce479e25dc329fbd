import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CoverLine, CoversAnswer, DanglingAnswer } from '#domain/contracts/practitioners.ts'
import { relationOf } from '#domain/relations.ts'
import { DAY, HOUR, isoOf, MINUTE } from '#domain/time.ts'
import { tiesOf } from '#db/relations.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { giveNpi, tellOrder, tellPractitioners } from '#test/server/practitioners/colleagues.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let fay: Desk
let weimann: Desk
let manager: Desk
let now: number
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  fay = await practice.as('clinician1')
  weimann = await practice.as('clinician2')
  manager = await practice.as('manager1')
  now = practice.clock.now()
})
afterAll(() => practice.stop())

type Wish = { absent?: Desk; covering?: Desk; fromAt?: number; untilAt?: number }

const setCover = (desk: Desk, { absent = fay, covering = weimann, fromAt = now, untilAt = now + DAY }: Wish = {}) =>
  desk.post<{ id: string; version: number; code?: string }>('/api/covers', {
    absentId: absent.staffId, coveringId: covering.staffId, fromAt: isoOf(fromAt), untilAt: isoOf(untilAt),
  })

const covers = async (): Promise<CoverLine[]> => (await manager.get<CoversAnswer>('/api/covers')).body.rows

describe('a cover', () => {
  test('is set by the clinician who will be away, and the list and the record say by whom', async () => {
    const answer = await setCover(fay, { fromAt: now + HOUR })
    expect(answer.status).toBe(200)
    expect((await covers()).find((one) => one.id === answer.body.id)).toMatchObject({
      absentName: 'Clinician 1', coveringName: 'Clinician 2', setByName: 'Clinician 1', state: 'to-come', fromAt: isoOf(now + HOUR), untilAt: isoOf(now + DAY),
    })
    const { auditEvents: e } = practice.app.store.read.t
    const [event] = await practice.app.store.read.select().from(e).where(and(eq(e.objectId, answer.body.id), eq(e.event, 'cover.set')))
    expect(JSON.parse(event?.detail ?? '{}')).toMatchObject({ absentId: fay.staffId, coveringId: weimann.staffId })
  })

  test('is set by a manager for anybody, and may overlap with another', async () => {
    const third = await practice.as('clinician3')
    expect((await setCover(manager)).status).toBe(200)
    expect((await setCover(manager, { covering: third })).status).toBe(200)
  })

  test('is not set for a colleague by a clinician, nor by whoever would gain by it', async () => {
    expect((await setCover(await practice.as('clinician4'))).body.code).toBe('COVER_OF_OTHERS')
    expect((await setCover(weimann)).body.code).toBe('COVER_OF_OTHERS')
  })

  test('of a prescriber is not given to a nurse; nor to a clerk; nor to somebody who is not there', async () => {
    expect((await setCover(fay, { covering: await practice.as('clinician11') })).body.code).toBe('COVER_NEEDS_PRESCRIBER')
    expect((await setCover(fay, { covering: await practice.as('frontdesk1') })).body.code).toBe('COVER_NEEDS_CLINICIANS')
    expect((await fay.post('/api/covers', { absentId: fay.staffId, coveringId: 'nobody', fromAt: isoOf(now), untilAt: isoOf(now + DAY) })).status).toBe(404)
  })

  test('always has an end: without one it is not taken, and not one in the past', async () => {
    expect((await fay.post('/api/covers', { absentId: fay.staffId, coveringId: weimann.staffId, fromAt: isoOf(now) })).status).toBe(422)
    expect((await setCover(fay, { fromAt: now - 2 * DAY, untilAt: now - DAY })).body.code).toBe('COVER_ENDS_BEFORE')
  })

  test('never reaches back: one that should have begun yesterday begins now', async () => {
    const { body } = await setCover(fay, { fromAt: now - DAY })
    const row = (await covers()).find((one) => one.id === body.id)
    expect(Date.parse(row?.fromAt ?? '')).toBeGreaterThanOrEqual(now)
    expect(row?.state).toBe('running')
  })

  test('is ended by whoever was away or by a manager, with the version they saw, once', async () => {
    const { body } = await setCover(fay)
    const end = (desk: Desk, version = 1) => desk.post(`/api/covers/${body.id}/end`, {}, { version })
    expect((await end(weimann)).body.code).toBe('COVER_OF_OTHERS')
    expect((await end(fay, 7)).status).toBe(412)
    expect((await end(fay)).status).toBe(200)
    expect((await end(manager, 2)).body.code).toBe('ALREADY_DONE')
    expect((await covers()).find((one) => one.id === body.id)?.state).toBe('over')
  })

  test('front desk and helpline neither read nor set covers; the administrator reads', async () => {
    for (const [who, read, set] of [['frontdesk1', 403, 403], ['helpline1', 403, 403], ['admin1', 200, 403], ['privacy1', 200, 403]] as const) {
      const desk = await practice.as(who)
      expect([who, (await desk.get('/api/covers')).status, (await setCover(desk)).status]).toEqual([who, read, set])
    }
  })
})

test('AZ-05: an order gives its clinician a tie to the patient; cover lends it for its time and no longer', async () => {
  const away = await practice.as('clinician7')
  const stand = await practice.as('clinician8')
  await giveNpi(practice, 'clinician7', '1467560003')
  const [practitionerId = ''] = await tellPractitioners(practice, [{ name: 'Clinician Seven', npi: '1467560003' }])
  const { id: patientId } = await buildPatient(practice)
  await tellOrder(practice, { patientId, practitionerId, orderedAt: now })
  await setCover(away, { absent: away, covering: stand, fromAt: now + HOUR })
  const ties = await tiesOf(practice.app.store.read, patientId, now)
  const relation = (desk: Desk, at: number) => relationOf(desk.staffId ?? '', ties, at)
  expect(relation(away, now + MINUTE)).toEqual({ kind: 'own' })
  expect([now + MINUTE, now + HOUR, now + DAY].map((at) => relation(stand, at).kind)).toEqual(['none', 'covering', 'none'])
  expect(relation(fay, now + HOUR)).toEqual({ kind: 'none' })
})

describe('the worklist of ties that lead nowhere', () => {
  const dangling = async () => (await (await practice.as('admin1')).get<DanglingAnswer>('/api/dangling-relations')).body.rows
  const kinds = async (name: string) => (await dangling()).filter((one) => one.name === name).map((one) => one.kind)

  test('a practitioner whom nobody is matched with is on it as soon as a tie stands in their name, and off it when matched', async () => {
    const [practitionerId = ''] = await tellPractitioners(practice, [{ name: 'Nobody Yet' }])
    expect(await kinds('Nobody Yet')).toEqual([])
    const { id: patientId } = await buildPatient(practice)
    await tellOrder(practice, { patientId, practitionerId, orderedAt: now })
    expect(await kinds('Nobody Yet')).toEqual(['practitioner-unmatched'])
    await (await practice.as('admin1')).post(`/api/practitioners/${practitionerId}/match`, { staffId: fay.staffId }, { version: 1 })
    expect(await kinds('Nobody Yet')).toEqual([])
  })

  test('two names under one NPI are on it as what they are', async () => {
    const ids = await tellPractitioners(practice, [{ name: 'One Name', npi: '1000000001' }, { name: 'Another Name', npi: '1000000001' }])
    const { id: patientId } = await buildPatient(practice)
    for (const practitionerId of ids) await tellOrder(practice, { patientId, practitionerId, orderedAt: now })
    expect([...await kinds('One Name'), ...await kinds('Another Name')]).toEqual(['npi-ambiguous', 'npi-ambiguous'])
  })

  test('a colleague who has left is on it until somebody stands in', async () => {
    const gone = await practice.as('clinician9')
    const [practitionerId = ''] = await tellPractitioners(practice, [{ name: 'Has Left' }])
    await (await practice.as('admin1')).post(`/api/practitioners/${practitionerId}/match`, { staffId: gone.staffId }, { version: 1 })
    const { id: patientId } = await buildPatient(practice)
    await tellOrder(practice, { patientId, practitionerId, orderedAt: now })
    const { staff } = practice.app.store.read.t
    await practice.app.store.tx(async (w) => void await w.update(w.t.staff).set({ status: 'disabled' }).where(eq(staff.id, gone.staffId ?? '')))
    expect(await kinds('Has Left')).toEqual(['nobody-covers'])
    expect((await setCover(manager, { absent: gone })).status).toBe(200)
    expect(await kinds('Has Left')).toEqual([])
  })

  test('a cover by somebody who has left is on it, under both names', async () => {
    const tired = await practice.as('clinician10')
    await setCover(fay, { covering: tired })
    const { staff } = practice.app.store.read.t
    await practice.app.store.tx(async (w) => void await w.update(w.t.staff).set({ status: 'disabled' }).where(eq(staff.id, tired.staffId ?? '')))
    expect((await dangling()).filter((one) => one.kind === 'cover-idle')).toMatchObject([{ name: 'Clinician 10', staffName: 'Clinician 1' }])
  })
})
