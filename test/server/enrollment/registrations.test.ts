import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RegistrationAnswer, RegistrationRow } from '#domain/contracts/invitations.ts'
import { DAY } from '#domain/time.ts'
import { MYCHART, type Refused } from '#test/server/enrollment/enroll.ts'
import { mailsTo, mailWith } from '#test/server/enrollment/mailbox.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPortal, type Portal } from '#test/server/proxy-access/portal.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
let portal: Portal
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  portal = await openPortal(practice, [MYCHART], ['registrations'])
  desk = await practice.as('helpline1')
})
afterAll(() => practice.stop())

const old = new Date(Date.now() - 200 * DAY).toISOString()
/** Somebody signs up on the portal, which finds no record. */
async function received(sourceId: string, more: Record<string, unknown> = {}): Promise<RegistrationAnswer> {
  const typed = { portalId: MYCHART, sourceId, givenName: 'Nadia', familyName: 'Reyes-Cole', birthDate: '1984-04-04', email: 'typed@example.com', phone: '914-555-0122', ...more }
  const reply = await portal.send('POST', '/registrations', await portal.token(), typed)
  expect([reply.status, reply.body]).toEqual([200, { outcome: 'opened' }])
  const { rows } = (await desk.post<{ rows: RegistrationRow[] }>('/api/registrations/search', {})).body
  return read(rows.find((row) => row.givenName === typed.givenName && row.familyName === typed.familyName)?.id ?? '')
}
const read = async (id: string): Promise<RegistrationAnswer> => (await desk.get<RegistrationAnswer>(`/api/registrations/${id}`)).body
const act = async (id: string, name: string, body: Record<string, unknown>) =>
  desk.post<Refused & { invitationId: string }>(`/api/registrations/${id}/${name}`, { reason: 'rang and asked', ...body }, { version: (await read(id)).version })

test('R6, R44: facts that agree send nothing; a recorded verification does, and to the address on file, never to the one that was typed', async () => {
  const person = await buildPatient(practice, { family: 'Reyes', given: 'Nadia', birthDate: '1984-04-04', phone: '914-555-0122', email: 'onfile@example.org', contactsSinceAt: old })
  const shown = await received('reg-1')
  expect(shown.candidates).toMatchObject([{ patientId: person.id, agrees: ['birth-date', 'phone'], differs: ['name', 'email'] }])
  expect((await act(shown.id, 'invite', {})).body.code).toBe('REGISTRATION_NOT_MATCHED')
  expect((await act(shown.id, 'verify', { how: 'call-back-to-number-on-file' })).body.code).toBe('REGISTRATION_NOT_MATCHED')
  expect((await act(shown.id, 'match', { patientId: person.id })).status).toBe(200)
  expect((await act(shown.id, 'invite', {})).body.code).toBe('REGISTRATION_NOT_VERIFIED')
  expect((await act(shown.id, 'verify', { how: 'call-back-to-number-on-file' })).status).toBe(200)
  const invited = await act(shown.id, 'invite', {})
  expect([invited.status, (await read(shown.id)).state]).toEqual([200, 'invited'])
  await mailWith(practice, 'onfile@example.org', '/p/i/')
  expect(await mailsTo(practice, 'typed@example.com')).toEqual([])
  expect((await act(shown.id, 'invite', {})).body.code).toBe('REGISTRATION_DONE')
})

test('ID-02: a call back goes to no number that is younger than 30 days; a photo ID at the desk does, and matching anew asks anew', async () => {
  const young = await buildPatient(practice, { family: 'Newnumber', given: 'Ines', birthDate: '1984-04-05', phone: '914-555-0123', email: 'ines@example.org' })
  const other = await buildPatient(practice, { family: 'Newnumber', given: 'Inez', birthDate: '1984-04-05', email: 'inez@example.org', contactsSinceAt: old })
  const { id } = await received('reg-2', { givenName: 'Ines', familyName: 'Newnumber', birthDate: '1984-04-05', phone: '914-555-0123' })
  await act(id, 'match', { patientId: young.id })
  expect((await act(id, 'verify', { how: 'call-back-to-number-on-file' })).body.code).toBe('REGISTRATION_NO_NUMBER')
  expect((await act(id, 'verify', { how: 'photo-id-at-desk' })).status).toBe(200)
  await act(id, 'match', { patientId: other.id })
  expect((await act(id, 'invite', {})).body.code).toBe('REGISTRATION_NOT_VERIFIED')
})

test('ID-02: after a call back the invitation goes to no address that is younger than the number; to an older one it does', async () => {
  const person = await buildPatient(practice, { family: 'Oldnumber', given: 'Olga', birthDate: '1984-04-06', phone: '914-555-0124', contactsSinceAt: old })
  const row = (value: string, sinceAt: number) => ({ id: value, patientId: person.id, kind: 'email', value, use: null, searchKey: value, reachKey: value, sinceAt, sinceProof: 'first-seen' })
  const put = (value: string, sinceAt: number) => practice.app.store.tx(async (w) => void await w.insert(w.t.patientContacts).values(row(value, sinceAt)))
  await put('olga.young@example.org', practice.clock.now() - DAY)
  const { id } = await received('reg-5', { givenName: 'Olga', familyName: 'Oldnumber', birthDate: '1984-04-06', phone: '914-555-0124' })
  await act(id, 'match', { patientId: person.id })
  expect((await act(id, 'verify', { how: 'call-back-to-number-on-file' })).status).toBe(200)
  expect((await act(id, 'invite', {})).body.code).toBe('CONTACT_YOUNG')
  await put('olga.old@example.org', practice.clock.now() - 90 * DAY)
  expect((await act(id, 'invite', {})).status).toBe(200)
  await mailWith(practice, 'olga.old@example.org', '/p/i/')
})

test('the same registration reported twice is one case; one of somebody who is nobody here is closed with a reason', async () => {
  const { id, candidates } = await received('reg-3', { givenName: 'Theo', familyName: 'Nobody', birthDate: '1950-01-01', email: null, phone: null })
  expect(candidates).toEqual([])
  const again = await portal.send('POST', '/registrations', await portal.token(), { portalId: MYCHART, sourceId: 'reg-3', givenName: 'Theo', familyName: 'Nobody', birthDate: '1950-01-01' })
  expect(again.body).toEqual({ outcome: 'known' })
  expect((await act(id, 'close', { because: 'not-a-patient' })).status).toBe(200)
  expect(await read(id)).toMatchObject({ state: 'closed', closed: { reason: 'not-a-patient', by: 'Helpline 1' } })
})

test('AZ-02: a closed chart is no candidate, for whoever may not know of it', async () => {
  await buildPatient(practice, { family: 'Shielded', given: 'Una', birthDate: '1977-07-07', email: 'una@example.org', restricted: true })
  expect((await received('reg-4', { givenName: 'Una', familyName: 'Shielded', birthDate: '1977-07-07', email: 'una@example.org', phone: null })).candidates).toEqual([])
})

test('AZ-02: which chart a case was matched with is told to nobody who may not know of it any more', async () => {
  const person = await buildPatient(practice, { family: 'Closedlater', given: 'Cleo', birthDate: '1977-07-08', email: 'cleo@example.org' })
  const { id } = await received('reg-6', { givenName: 'Cleo', familyName: 'Closedlater', birthDate: '1977-07-08' })
  await act(id, 'match', { patientId: person.id })
  expect((await read(id)).patientId).toBe(person.id)
  await practice.app.store.tx(async (w) => void await w.update(w.t.patients).set({ restricted: true }).where(eq(w.t.patients.id, person.id)))
  const { rows } = (await desk.post<{ rows: RegistrationRow[] }>('/api/registrations/search', {})).body
  expect([(await read(id)).patientId, rows.find((row) => row.id === id)?.patientId]).toEqual([null, null])
})
