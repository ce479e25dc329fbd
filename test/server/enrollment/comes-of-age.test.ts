import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '#domain/time.ts'
import { byItself, prepareAdultInvitation } from '#server/invitations/invitations.ts'
import { MYCHART } from '#test/server/enrollment/enroll.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

const old = new Date(Date.now() - 200 * DAY).toISOString()
let count = 0
/** Somebody who turned 18 some days ago, with an own address of long standing. */
const grown = (more: Record<string, unknown> = {}) => buildPatient(practice, {
  family: `Grown${++count}`, birthDate: '2008-10-01', email: `grown${count}@example.org`, contactsSinceAt: old, ...more,
})
const prepare = (patientId: string) => practice.app.store.tx((w) => prepareAdultInvitation(w, byItself(practice.app), { patientId, portalId: MYCHART }))
const invitationsOf = (patientId: string) => {
  const { read } = practice.app.store
  return read.select().from(read.t.portalInvitations).where(eq(read.t.portalInvitations.patientId, patientId))
}

test('R23: at 18 the own invitation goes to the own address, once', async () => {
  const { id } = await grown()
  const first = await prepare(id)
  expect(first).toMatchObject({ sent: true })
  expect(await prepare(id)).toEqual({ sent: false, code: 'INVITATION_OUT' })
  expect(await invitationsOf(id)).toMatchObject([{ channel: 'email', sends: 1, createdBy: 'system' }])
})

test('an address that a parent reads is never used, though the law that closed it to the teen is over', async () => {
  const { id } = await grown({ email: 'family@example.org' })
  const mother = await buildPatient(practice, { family: 'Mother', birthDate: '1980-01-01', email: 'Family@Example.org' })
  await practice.app.store.tx(async (w) => void await w.insert(w.t.householdLinks).values({
    id: practice.app.random.id(), patientId: id, relatedPatientId: mother.id, relatedName: 'Mother', relationship: 'mother', source: 'test', sourceId: practice.app.random.id(),
  }))
  expect(await prepare(id)).toEqual({ sent: false, code: 'CONTACT_ADDRESS_MISSING' })
  expect(await invitationsOf(id)).toEqual([])
})

test('who is too young, has an account, died, or has a young address only, is left to the desk', async () => {
  const of = async (more: Record<string, unknown>) => prepare((await grown(more)).id)
  expect(await of({ birthDate: '2012-01-01' })).toEqual({ sent: false, code: 'ACCOUNT_TOO_YOUNG' })
  expect(await of({ portals: [{ portalId: MYCHART, state: 'active' }] })).toEqual({ sent: false, code: 'ACCOUNT_ACTIVE' })
  expect(await of({ deceased: true })).toEqual({ sent: false, code: 'PATIENT_DECEASED' })
  expect(await of({ contactsSinceAt: new Date().toISOString() })).toEqual({ sent: false, code: 'CONTACT_YOUNG' })
  expect(await of({ email: undefined })).toEqual({ sent: false, code: 'CONTACT_ADDRESS_MISSING' })
})
