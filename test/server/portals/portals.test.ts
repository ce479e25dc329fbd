import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PortalAsOf, PortalLine } from '#domain/contracts/portals.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk

beforeAll(async () => {
  practice = await openPractice()
  desk = await practice.as('helpline1')
})
afterAll(() => practice.stop())

const portal = async (id: string, at?: string) => (await desk.get<PortalAsOf>(`/api/portals/${id}${at ? `?at=${at}` : ''}`)).body

test('every role sees the five portals in their order and what each does now', async () => {
  for (const who of ['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'privacy1', 'admin1']) {
    const answer = await (await practice.as(who)).get<PortalLine[]>('/api/portals')
    expect(answer.body.map((one) => [one.id, one.serviceState])).toEqual([
      ['mychart-ny-nj', 'open'], ['nextgen-legacy', 'read-only'], ['caremount', 'retired'], ['myportal-ca', 'open'], ['followmyhealth', 'open'],
    ])
    expect(answer.headers.get('content-range')).toBe('portals 0-4/5')
  }
})

test.each([
  ['2025-02-26T23:59:59-05:00', 'open'],
  ['2025-02-27T00:00:00-05:00', 'read-only'],
])('R80: at %s NextGen is %s', async (at, state) => {
  expect((await portal('nextgen-legacy', encodeURIComponent(at))).serviceState).toBe(state)
})

test('R85: before its first day MyChart has no rules in force, from that local midnight it has', async () => {
  const before = await portal('mychart-ny-nj', '2025-03-01T04:59:59Z')
  expect([before.policy, before.versionInForce, before.serviceState, before.firstEffectiveFromOn]).toEqual([null, null, 'not-open', '2025-03-01'])
  const after = await portal('mychart-ny-nj', '2025-03-01T05:00:00Z')
  expect([after.policy?.portalId, after.versionInForce, after.serviceState]).toEqual(['mychart-ny-nj', 1, 'open'])
  expect(after.at).toBe('2025-03-01T05:00:00.000Z')
})

test('without an instant the answer is that of the practice’s clock', async () => {
  practice.clock.set(Date.UTC(2025, 1, 28, 12))
  const late = await practice.as('helpline2')
  expect((await late.get<PortalAsOf>('/api/portals/mychart-ny-nj')).body.serviceState).toBe('not-open')
  practice.clock.set(Date.now())
})

test('a portal that is not there, and an instant that is none', async () => {
  expect((await desk.get('/api/portals/no-such-portal')).status).toBe(404)
  const answer = await desk.get('/api/portals/caremount?at=yesterday')
  expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([422, ['at']])
})
