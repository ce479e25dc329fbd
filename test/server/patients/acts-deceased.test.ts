import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, open, proofFor } from '#test/server/patients/people.ts'

let practice: TestPractice
let desk: Desk

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const mark = (id: string, version: number, more: Record<string, unknown> = {}, at = desk) =>
  at.post<{ code?: string; errors?: Record<string, string> }>(`/api/patients/${id}/mark-deceased`, { evidence: 'death-certificate', diedOn: null, reason: 'the family came by', ...more }, { version })

test('R13: any desk role records it with evidence; sign-in is suspended, mail stops, the record says so and takes no changes', async () => {
  const made = await buildPatient(practice, {
    family: 'Late', given: 'Lou', birthDate: '1940-01-01', email: 'lou@example.org', portals: [{ portalId: 'mychart-ny-nj', state: 'active' }, { portalId: 'nextgen-legacy', state: 'invited' }],
  })
  const helpline = await practice.as('helpline1')
  expect((await mark(made.id, 1, { diedOn: '1939-01-01' }, helpline)).body.errors).toHaveProperty('diedOn')
  expect((await mark(made.id, 1, { diedOn: '2999-01-01' }, helpline)).body.errors).toHaveProperty('diedOn')
  expect((await mark(made.id, 1, { diedOn: '2026-01-05' }, helpline)).status).toBe(200)
  const record = await open(desk, made.id)
  expect(record).toMatchObject({ deceased: true, deceasedOn: '2026-01-05', death: { evidence: 'death-certificate', recordedBy: 'Helpline 1' } })
  expect(record.portals.map((one) => one.state).toSorted()).toEqual(['ended', 'suspended'])
  expect((await desk.post(`/api/patients/${made.id}/edit`, { pronouns: 'x', reason: 'said so' }, { version: 2 })).body.code).toBe('PATIENT_DECEASED')
  const contact = { kind: 'email', contactId: null, value: 'x@example.org', evidence: 'photo-id', patientIsPresent: true, reason: 'new' }
  const stepUp = await proofFor(practice, desk, 'contact.change', made.id)
  expect((await desk.post(`/api/patients/${made.id}/change-contact`, contact, { version: 2, stepUp })).body.code).toBe('PATIENT_DECEASED')
  expect((await mark(made.id, 2)).body.code).toBe('PATIENT_DECEASED')
})

test('R13: undoing it takes a second person; accounts are then as before, an ended invitation stays ended', async () => {
  const made = await buildPatient(practice, {
    family: 'Alive', given: 'Amy', birthDate: '1941-01-01', portals: [{ portalId: 'mychart-ny-nj', state: 'active' }, { portalId: 'nextgen-legacy', state: 'invited' }],
  })
  await mark(made.id, 1)
  const asked = await desk.post<{ requestId: string; state: string }>(`/api/patients/${made.id}/undo-deceased`, { reason: 'she is at the desk' })
  expect([asked.status, asked.body.state, (await open(desk, made.id)).deceased]).toEqual([200, 'open', true])
  const officer = await practice.as('privacy2')
  const path = `/api/two-person-requests/${asked.body.requestId}/approve`
  expect((await officer.post(path, {}, { version: 1, stepUp: await proofFor(practice, officer, 'two-person.approve', asked.body.requestId) })).status).toBe(200)
  const record = await open(desk, made.id)
  expect([record.deceased, record.deceasedOn, record.death]).toEqual([false, null, null])
  expect(Object.fromEntries(record.portals.map((one) => [one.portalId, one.state]))).toEqual({ 'mychart-ny-nj': 'active', 'nextgen-legacy': 'ended' })
  expect((await desk.post(`/api/patients/${made.id}/undo-deceased`, { reason: 'again' })).body.code).toBe('PATIENT_NOT_DECEASED')
})

test('who is of the household does not decide it, and the request waits for somebody else', async () => {
  const own = await buildPatient(practice, { family: 'Kin', given: 'Officer', staffUserName: 'privacy4' })
  const father = await buildPatient(practice, { family: 'Kin', given: 'Father', birthDate: '1942-01-01', household: [{ patientId: own.id, relationship: 'child' }] })
  await mark(father.id, 1)
  const { requestId } = (await desk.post<{ requestId: string }>(`/api/patients/${father.id}/undo-deceased`, { reason: 'a mistake' })).body
  const approve = async (who: string) => {
    const at = await practice.as(who)
    return at.post(`/api/two-person-requests/${requestId}/approve`, {}, { version: 1, stepUp: await proofFor(practice, at, 'two-person.approve', requestId) })
  }
  const near = await approve('privacy4')
  expect([near.status, near.body.code]).toEqual([403, 'OWN_OR_HOUSEHOLD_CHART'])
  expect((await approve('manager4')).status).toBe(200)
})
