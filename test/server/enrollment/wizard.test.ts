import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContactCheckAnswer, EnrollmentAnswer, EnrollmentRow, PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { identified, mailed, MYCHART, readDraft, showCode, start, step, withCode, type Refused } from '#test/server/enrollment/enroll.ts'
import { buildPatient, proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
let other: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
  other = await practice.as('frontdesk4')
})
afterAll(() => practice.stop())

const refusedBy = async (draft: { id: string; version: number }, name: string, body: unknown = {}, at = desk): Promise<string> =>
  (await at.post<Refused>(`/api/enrollments/${draft.id}/${name}`, body, { version: draft.version })).body.code

describe('one enrollment at a time', () => {
  test('pre-flight says what is missing before it is asked for', async () => {
    const made = await buildPatient(practice, { family: 'Preflight', birthDate: '1990-03-22' })
    const { body } = await desk.get<PatientEnrollmentAnswer>(`/api/patients/${made.id}/enrollment`)
    expect(body.portals.map((one) => one.portal.id)).toEqual([MYCHART])
    expect(Object.fromEntries(body.portals[0]?.preflight.map((line) => [line.key, line.state]) ?? [])).toEqual({
      'portal-open': 'ok', age: 'ok', 'no-account': 'ok', identity: 'ask', contact: 'ask', language: 'ok', consents: 'later',
    })
  })

  test('two desks that begin with one person at the same moment: one enrollment, and the other desk is told who has it', async () => {
    const made = await buildPatient(practice, { family: 'Rush' })
    const answers = await Promise.all([start<EnrollmentAnswer & Refused>(desk, made.id), start<EnrollmentAnswer & Refused>(other, made.id)])
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200, 409]))
    const late = answers.find((one) => one.status === 409)?.body
    const first = answers.find((one) => one.status === 200)?.body
    expect(late).toMatchObject({ code: 'ENROLLMENT_OPEN', current: { enrollmentId: first?.id } })
    expect(String(late?.current?.by)).toMatch(/^Front Desk [14]$/)
  })

  test('it can be left, found on Home and taken up by another desk, which the first then hears', async () => {
    const made = await buildPatient(practice, { family: 'Leaving' })
    const draft = await identified(desk, made.id)
    const left = await step(desk, draft, 'leave')
    const rows = (await other.post<{ rows: EnrollmentRow[] }>('/api/enrollments/search', {})).body.rows
    const row = rows.find((one) => one.id === draft.id)
    expect(row).toMatchObject({ done: 1, of: 7, heldBy: null, stuck: { code: 'CONTACT_TO_SETTLE', fix: 'fix-address' } })
    const taken = await step(other, left, 'take-up')
    expect(taken).toMatchObject({ mine: true, step: 'contact' })
    expect(await refusedBy(taken, 'leave', {}, desk)).toBe('ENROLLMENT_ELSEWHERE')
    expect(await refusedBy(left, 'take-up', {}, desk)).toBe('VERSION_STALE')
  })

  test('a site’s enrollments are for its own desks; a chart that nobody may know of has none', async () => {
    const made = await buildPatient(practice, { family: 'Elsewhere' })
    const draft = await identified(desk, made.id)
    const california = await practice.as('frontdesk3')
    const ids = async (at: Desk) => (await at.post<{ rows: EnrollmentRow[] }>('/api/enrollments/search', {})).body.rows.map((one) => one.id)
    expect([(await ids(desk)).includes(draft.id), (await ids(california)).includes(draft.id)]).toEqual([true, false])
    await practice.app.store.tx(async (w) => void await w.update(w.t.patients).set({ restricted: true }).where(eq(w.t.patients.id, made.id)))
    expect((await desk.get(`/api/enrollments/${draft.id}`)).status).toBe(404)
    expect(await refusedBy(draft, 'leave')).toBe('NOT_FOUND')
  })
})

describe('identity', () => {
  test('only its kind, issuer, date and who looked is kept; a document number is not taken, an expired document neither', async () => {
    const made = await buildPatient(practice, { family: 'Evidence' })
    const { body: draft } = await start(desk, made.id)
    expect(await refusedBy(draft, 'settle-contact', { way: 'no-own-contact' })).toBe('IDENTITY_NOT_RECORDED')
    expect(await refusedBy(draft, 'record-identity', { kind: 'passport', issuer: 'A 1234567' })).toBe('EVIDENCE_HOLDS_A_NUMBER')
    expect(await refusedBy(draft, 'record-identity', { kind: 'passport', expiresOn: '2020-01-01' })).toBe('EVIDENCE_EXPIRED')
    expect((await desk.post(`/api/enrollments/${draft.id}/record-identity`, { kind: 'passport', number: '1' }, { version: draft.version })).status).toBe(422)
    const seen = await step(desk, draft, 'record-identity', { kind: 'passport-card', issuer: 'United States', expiresOn: '2999-01-01' })
    expect(seen.evidence).toMatchObject({ kind: 'passport-card', withPhoto: true, seenBy: { name: 'Front Desk 1' } })
    expect(seen.done).toBe(1)
  })

  test('ID-04: without a photo document no code is shown at a desk, and without a fresh second factor neither', async () => {
    const made = await buildPatient(practice, { family: 'Photo', email: 'photo@example.org' })
    const { body: started } = await start(desk, made.id)
    const vouched = await step(desk, await step(desk, started, 'record-identity', { kind: 'two-documents' }), 'settle-contact', { way: 'no-own-contact' })
    expect(await refusedBy(vouched, 'choose-hand-over', { handOver: 'desk-code' })).toBe('EVIDENCE_WITHOUT_PHOTO')
    const photo = await step(desk, vouched, 'record-identity', { kind: 'state-id' })
    const chosen = await step(desk, photo, 'choose-hand-over', { handOver: 'desk-code' })
    expect(await refusedBy(chosen, 'show-code')).toBe('STEP_UP_NEEDED')
    expect((await showCode(practice, desk, chosen)).code).toHaveLength(8)
  })
})

describe('a teen and the parents’ address', () => {
  async function family() {
    const father = await buildPatient(practice, { family: 'King', given: 'Jeremy', birthDate: '1980-01-01', email: 'j.king@gmail.com', phone: '(914) 555-0188' })
    const teen = await buildPatient(practice, {
      family: 'King', given: 'Walton', birthDate: '2013-07-04', email: 'jking+walton@googlemail.com', phone: '+1 914 555 0188', household: [{ patientId: father.id, relationship: 'father' }],
    })
    return { father, teen }
  }

  test('R10, PX-04: both addresses are shown as the rule reads them, and what works instead comes in order', async () => {
    const { teen } = await family()
    const draft = await identified(desk, teen.id)
    const { body } = await desk.post<ContactCheckAnswer>(`/api/enrollments/${draft.id}/check-contact`, { kind: 'email', value: 'J.King+walton@gmail.com' })
    expect(body).toMatchObject({
      usable: false, refusal: { code: 'CONTACT_IS_A_HOUSEHOLD_ADULTS', rule: 'R10' }, typed: { readAs: 'jking@gmail.com' },
      with: { relation: 'household', relationship: 'father', name: 'Jeremy King', address: { readAs: 'jking@gmail.com' } },
      ways: ['mobile', 'typed-by-patient', 'no-own-contact', 'not-today'],
    })
    expect(body.typed.segments.filter((one) => !one.counts).map((one) => one.text)).toEqual(['.', '+walton'])
    const onFile = draft.onFile.find((one) => one.kind === 'email')
    expect(onFile?.check.usable).toBe(false)
    const refused = await desk.post<Refused>(`/api/enrollments/${draft.id}/settle-contact`, { way: 'email', contactId: onFile?.contactId }, { version: draft.version })
    expect(refused.body.code).toBe('CONTACT_IS_A_HOUSEHOLD_ADULTS')
  })

  test('R10: no own contact is an outcome, with a code at the desk and nobody written to', async () => {
    const { teen } = await family()
    const shown = await withCode(practice, desk, teen.id)
    expect(shown.enrollment).toMatchObject({ done: 3, contact: { way: 'no-own-contact' } })
    const mails = await practice.nobody().get<unknown[]>('/api/test/mailbox?to=jking%2Bwalton@googlemail.com')
    expect(JSON.stringify(mails.body)).not.toContain('Portal')
  })

  test('an own new address is put on file in person, with a second factor, told at the old ones and settled', async () => {
    const { teen } = await family()
    const draft = await identified(desk, teen.id)
    const stepUp = await proofFor(practice, desk, 'contact.change', draft.id)
    const parents = await desk.post<Refused>(`/api/enrollments/${draft.id}/add-contact`, { kind: 'phone', value: '914.555.0188', reason: 'own number' }, { version: draft.version, stepUp })
    expect(parents.body.code).toBe('CONTACT_IS_A_HOUSEHOLD_ADULTS')
    const fresh = await proofFor(practice, desk, 'contact.change', draft.id)
    const settled = await step(desk, draft, 'add-contact', { kind: 'email', value: 'walton@example.org', reason: 'own address' }, { stepUp: fresh })
    expect(settled).toMatchObject({ contact: { way: 'email', masked: 'w···@example.org' }, step: 'hand-over' })
  })
})

describe('outcomes', () => {
  test('declined and deferred are outcomes with a reason, and what was handed over is dead', async () => {
    const made = await buildPatient(practice, { family: 'Saysno', email: 'saysno@example.org' })
    const sent = await mailed(desk, made.id)
    expect(sent.invitation?.state).toBe('queued')
    const declined = await step(desk, sent, 'decline', { because: 'privacy-worry' })
    expect(declined).toMatchObject({ state: 'declined', ended: { reason: 'privacy-worry' }, invitation: { state: 'declined' } })
    const again = await start<EnrollmentAnswer>(desk, made.id)
    expect(again.body.preflight.find((line) => line.key === 'declined')?.state).toBe('ask')
    expect((await step(desk, again.body, 'defer', { because: 'no-phone-here' })).state).toBe('deferred')
  })

  test('R13: when a death is recorded, enrollment, invitation and code end with it', async () => {
    const made = await buildPatient(practice, { family: 'Departed', birthDate: '1940-01-01' })
    const shown = await withCode(practice, desk, made.id)
    const { store } = practice.app
    const [before] = await store.read.select().from(store.read.t.patients).where(eq(store.read.t.patients.id, made.id))
    const marked = await desk.post(`/api/patients/${made.id}/mark-deceased`, { evidence: 'family', diedOn: null, reason: 'the son called' }, { version: before?.version ?? 1 })
    expect(marked.status).toBe(200)
    const draft = await readDraft(desk, shown.enrollment.id)
    expect(draft).toMatchObject({ state: 'ended', invitation: { state: 'cancelled' }, code: { state: 'ended' } })
    expect((await start<Refused>(desk, made.id)).body.code).toBe('PATIENT_DECEASED')
  })
})
