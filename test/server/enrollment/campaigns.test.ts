import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignAnswer, CampaignItemRow, CampaignPreview } from '#domain/contracts/campaigns.ts'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { MYCHART, start, type Refused } from '#test/server/enrollment/enroll.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let manager: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  manager = await practice.as('manager1')
  const legacy = [{ portalId: 'nextgen-legacy', state: 'legacy-only' }]
  const old = new Date(Date.now() - 200 * DAY).toISOString()
  const person = (family: string, more: Record<string, unknown> = {}) =>
    buildPatient(practice, { family, birthDate: '1980-01-01', portals: legacy, email: `${family.toLowerCase()}@example.org`, contactsSinceAt: old, ...more })
  for (const family of ['Amber', 'Basil', 'Clover', 'Dill']) await person(family)
  await person('Departed', { deceased: true })
  await person('Younger', { birthDate: '2020-01-01' })
  await person('Noaddress', { email: undefined })
  await person('Freshmail', { contactsSinceAt: undefined })
  await person('Already', { portals: [...legacy, { portalId: MYCHART, state: 'active' }] })
  await person('Hidden', { restricted: true })
  await buildPatient(practice, { family: 'Nolegacy', birthDate: '1980-01-01', email: 'nolegacy@example.org', contactsSinceAt: old })
})
afterAll(() => practice.stop())

const cohort = { portalId: MYCHART, standing: { portalId: 'nextgen-legacy', states: ['legacy-only'] } }
const again = async () => { manager = await practice.as('manager1') }
const read = async (id: string) => (await manager.get<CampaignAnswer>(`/api/campaigns/${id}`)).body
const tick = async (ms: number) => {
  practice.clock.advance(ms)
  await runDueJobs(practice.app)
  await again()
}

test('the preview says who is left out and why, each once, and closed charts are in no count', async () => {
  const { body } = await manager.post<CampaignPreview>('/api/campaigns/preview', cohort)
  expect(body).toMatchObject({ inCohort: 9, toInvite: 4, partial: false })
  expect(Object.fromEntries(body.leftOut.map((one) => [one.code, one.count]))).toEqual({
    PATIENT_DECEASED: 1, ACCOUNT_TOO_YOUNG: 1, CONTACT_ADDRESS_MISSING: 1, CONTACT_YOUNG: 1, ACCOUNT_ACTIVE: 1,
  })
  expect(body.leftOut.map((one) => one.message).join(' ')).not.toContain('{')
})

test('a campaign goes out at its pace, is paused, resumed and ends; each person is weighed once more before the mail', async () => {
  const made = await manager.post<{ id: string }>('/api/campaigns', { name: 'Legacy to MyChart', cohort, perHour: 12, reason: 'the old portal closes' })
  expect(made.status).toBe(200)
  const { id } = made.body
  expect((await manager.post<Refused>('/api/campaigns', { name: 'Once more', cohort, perHour: 12, reason: 'again' })).body.code).toBe('CAMPAIGN_RUNNING')
  await tick(MINUTE)
  expect(await read(id)).toMatchObject({ state: 'running', progress: { waiting: 3, sent: 1, leftOut: 5 } })
  await tick(MINUTE)
  expect((await read(id)).progress.sent).toBe(1)
  await tick(5 * MINUTE)
  expect((await read(id)).progress.sent).toBe(2)
  const paused = await manager.post<{ version: number }>(`/api/campaigns/${id}/pause`, { reason: 'the phones ring' }, { version: (await read(id)).version })
  expect(paused.status).toBe(200)
  await tick(HOUR)
  expect((await read(id)).progress.sent).toBe(2)
  const { rows } = (await manager.post<{ rows: CampaignItemRow[] }>(`/api/campaigns/${id}/items`, { state: 'waiting' })).body
  const [next] = rows
  await practice.app.store.tx(async (w) => void await w.update(w.t.patients).set({ deceased: true }).where(eq(w.t.patients.id, next?.patientId ?? '')))
  await manager.post(`/api/campaigns/${id}/resume`, { reason: 'quiet again' }, { version: paused.body.version })
  await tick(MINUTE)
  const over = await read(id)
  expect(over).toMatchObject({ state: 'done', progress: { waiting: 0, sent: 3, leftOut: 6, cancelled: 0 } })
  expect(Object.values(over.outcome).reduce((sum, count) => sum + count, 0)).toBe(3)
  expect((await manager.post<Refused>(`/api/campaigns/${id}/cancel`, { reason: 'too late' }, { version: over.version })).body.code).toBe('CAMPAIGN_OVER')
})

test('whoever was invited by it is invited like anybody else: a desk takes the invitation over', async () => {
  const { portalInvitations: i } = practice.app.store.read.t
  const [invitation] = await practice.app.store.read.select().from(i).limit(1)
  const desk = await practice.as('frontdesk1')
  const { body } = await start(desk, invitation?.patientId ?? '')
  expect(body.preflight.find((line) => line.key === 'no-invitation')?.state).toBe('ask')
})

test('a front desk starts no campaign, and a cohort of nobody is none', async () => {
  const desk = await practice.as('frontdesk1')
  expect((await desk.post('/api/campaigns', { name: 'Mine', cohort, reason: 'why not' })).status).toBe(403)
  expect((await manager.post<Refused>('/api/campaigns', { name: 'Nobody', cohort: { ...cohort, standing: { portalId: 'followmyhealth', states: ['ended'] } }, reason: 'a try' })).body.code).toBe('CAMPAIGN_NOBODY')
})
