import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SharedContactRow } from '#domain/contracts/enrollment-care.ts'
import { runDueJobs } from '#server/job-list.ts'
import { buildPatient, type Made } from '#test/server/patients/people.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice({ REQUESTS_PER_SECOND: '10000' }) })
afterAll(() => practice.stop())

const list = async (when: 'now' | 'ahead'): Promise<SharedContactRow[]> => {
  const desk = await practice.as('frontdesk1')
  return (await desk.post<{ rows: SharedContactRow[] }>('/api/shared-contacts/search', { when })).body.rows
}
const of = (rows: readonly SharedContactRow[], { id }: Made) => rows.filter((row) => row.patientId === id)
const household = (child: Made, adult: Made) => practice.app.store.tx(async (w) => void await w.insert(w.t.householdLinks).values({
  id: practice.app.random.id(), patientId: child.id, relatedPatientId: adult.id, relatedName: 'Mother', relationship: 'mother', source: 'test', sourceId: practice.app.random.id(),
}))

test('R10: a child’s shared mailbox is seen coming, and is against the rule from the midnight of the 12th birthday, whether or not the job runs', async () => {
  practice.clock.set(Date.parse('2026-11-24T15:00:00Z'))
  const mother = await buildPatient(practice, { family: 'Ahead', birthDate: '1985-01-01', email: 'Ahead.Family+home@gmail.com' })
  const child = await buildPatient(practice, { family: 'Ahead', birthDate: '2014-12-01', email: 'aheadfamily@gmail.com' })
  await household(child, mother)
  await runDueJobs(practice.app)
  expect(of(await list('now'), child)).toEqual([])
  const ahead = await eventually('the job has looked', async () => {
    await runDueJobs(practice.app)
    const rows = of(await list('ahead'), child)
    return rows.length > 0 ? rows : null
  })
  expect(ahead).toMatchObject([{ rule: 'R10', arisesAt: '2026-12-01T05:00:00.000Z', other: { patientId: mother.id }, hasAccount: false, relation: 'household' }])
  practice.clock.set(Date.parse('2026-12-01T04:59:50Z'))
  expect(of(await list('now'), child)).toEqual([])
  practice.clock.set(Date.parse('2026-12-01T05:00:00Z'))
  expect(of(await list('now'), child)).toMatchObject([{ age: 12 }])
})

test('R9: two adults with accounts on one portal and one mailbox are on the list, until one of them gets an own one', async () => {
  const on = { portals: [{ portalId: 'mychart-ny-nj', state: 'active' }] }
  const [one, other] = [await buildPatient(practice, { family: 'Couple', given: 'Ada', birthDate: '1970-01-01', email: 'couple@example.org', ...on }), await buildPatient(practice, { family: 'Couple', given: 'Ben', birthDate: '1971-01-01', email: 'COUPLE@example.org', ...on })]
  practice.clock.advance(6 * 60_000)
  await runDueJobs(practice.app)
  expect(of(await list('now'), one)).toMatchObject([{ rule: 'R9', hasAccount: true, other: { patientId: other.id } }])
  await practice.app.store.tx(async (w) => void await w.update(w.t.patientContacts).set({ retiredAt: practice.clock.now() }).where(eq(w.t.patientContacts.patientId, other.id)))
  practice.clock.advance(6 * 60_000)
  await runDueJobs(practice.app)
  expect([...of(await list('now'), one), ...of(await list('now'), other)]).toEqual([])
})

test('AZ-02: who reads it too is not named where the desk may not know of them', async () => {
  const hidden = await buildPatient(practice, { family: 'Hidden', birthDate: '1980-01-01', email: 'shared.hidden@example.org', restricted: true })
  const teen = await buildPatient(practice, { family: 'Plain', birthDate: '2011-01-01', email: 'shared.hidden@example.org' })
  await household(teen, hidden)
  practice.clock.advance(6 * 60_000)
  await runDueJobs(practice.app)
  expect(of(await list('now'), teen)).toMatchObject([{ other: null }])
  expect(of(await list('now'), hidden)).toEqual([])
})
