import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LookAlikeRow } from '#domain/contracts/patient-acts.ts'
import { DAY, isoOf } from '#domain/time.ts'
import { openPractice, type Answer, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, find, open, proofFor } from '#test/server/patients/people.ts'

let practice: TestPractice
let desk: Desk
let siteId: string

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  siteId = (await buildPatient(practice, { family: 'First', given: 'One', birthDate: '1950-01-01' })).siteId
})
afterAll(() => practice.stop())

type Refused = { code?: string; errors?: Record<string, string>; current?: { candidates?: LookAlikeRow[]; version?: number; legalFamily?: string } }
const person = (more: Record<string, unknown> = {}) => ({ legalFamily: 'Ortega', legalGiven: 'Ruth', birthDate: '1990-05-06', siteId, reason: 'new at this desk', ...more })
const create = (body: Record<string, unknown>, at = desk): Promise<Answer<{ id: string; version: number } & Refused>> => at.post('/api/patients', body)
const edit = (id: string, body: Record<string, unknown>, version: number, at = desk): Promise<Answer<{ version: number } & Refused>> =>
  at.post(`/api/patients/${id}/edit`, { reason: 'said so with a document', ...body }, { version })

async function changeContact(id: string, body: Record<string, unknown>, version: number, at = desk): Promise<Answer<{ version: number; told: number } & Refused>> {
  const stepUp = await proofFor(practice, at, 'contact.change', id)
  return at.post(`/api/patients/${id}/change-contact`, {
    kind: 'email', contactId: null, value: null, evidence: 'photo-id', patientIsPresent: true, reason: 'a new address', ...body,
  }, { version, stepUp })
}

async function auditOf(patientId: string, event: string) {
  const { read } = practice.app.store
  const { auditEvents: e } = read.t
  const rows = await read.select().from(e).where(and(eq(e.patientId, patientId), eq(e.event, event)))
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }))
}

/** The names by which somebody is found beside the one that is shown. */
async function otherNames(patientId: string): Promise<string[]> {
  const { read } = practice.app.store
  const { patientNames: t } = read.t
  const rows = await read.select().from(t).where(eq(t.patientId, patientId))
  return [...new Set(rows.map((row) => `${row.use} ${row.given} ${row.family}`))]
}

async function mailsFor(patientId: string): Promise<string[]> {
  const { read } = practice.app.store
  return (await read.select().from(read.t.outboxMails).where(eq(read.t.outboxMails.personId, patientId))).map((mail) => mail.address).toSorted()
}

describe('create', () => {
  test.each([
    ['without a phone', { email: 'ruth.a@example.org' }, ['email']], ['without an e-mail', { phone: '(555) 208-4111' }, ['phone']],
    ['without either', {}, []], ['with both', { phone: '555 208 4112', phoneUse: 'mobile', email: 'ruth.b@example.org' }, ['email', 'phone']],
  ])('a patient %s is ordinary', async (name, contacts, kinds) => {
    const made = await create(person({ legalGiven: name, legalFamily: `Case ${name}`, birthDate: '1988-02-02', ...contacts }))
    expect(made.status).toBe(200)
    expect((await open(desk, made.body.id)).contacts.map((one) => one.kind)).toEqual(kinds)
  })

  test('names by use, pronouns, sex and gender apart, language and interpreter are kept as they are said', async () => {
    const made = await create(person({
      legalFamily: 'Da Silva', legalGiven: 'Marcos', usedGiven: 'Mara', birthDate: '1991-07-08', sexAtBirth: 'M', gender: 'female', pronouns: 'she/her',
      language: 'pt', interpreterNeeded: true, mrn: 'DESK-77',
    }))
    expect(await open(desk, made.body.id)).toMatchObject({
      name: 'Mara Da Silva', legalGiven: 'Marcos', sexAtBirth: 'M', gender: 'female', pronouns: 'she/her', language: 'pt', interpreterNeeded: true, mrnTail: 'SK77',
      provenance: { source: 'console' },
    })
    expect((await find(desk, 'da silva mara')).rows.map((row) => row.id)).toContain(made.body.id)
    expect(await otherNames(made.body.id)).toContain('legal Marcos Da Silva')
  })

  test('CC-05: somebody alike stops it once, shown as a row; with a reason it goes on and the override is recorded', async () => {
    const first = await create(person())
    const again = person({ legalGiven: 'Rúth', phone: '555-208-4999' })
    const stopped = await create(again)
    expect([stopped.status, stopped.body.code]).toEqual([409, 'LOOKS_LIKE_SOMEBODY'])
    expect(stopped.body.current?.candidates?.map((one) => [one.id, one.alike])).toEqual([[first.body.id, 'same-name']])
    const made = await create({ ...again, override: { reason: 'a cousin of the same name, both are here' } })
    expect(made.status).toBe(200)
    const [event] = await auditOf(made.body.id, 'patient.created')
    expect(event?.detail).toEqual({ reason: 'new at this desk', lookAlikeIds: [first.body.id], override: 'a cousin of the same name, both are here' })
  })

  test('CC-05: a phone in common on the same birth date is alike, another day is not', async () => {
    await create(person({ legalFamily: 'Twin', legalGiven: 'Aldo', birthDate: '2010-10-10', phone: '555-300-4000' }))
    const sister = person({ legalFamily: 'Other', legalGiven: 'Bea', birthDate: '2010-10-10', phone: '(555) 300 4000' })
    expect((await create(sister)).body.current?.candidates?.[0]?.alike).toBe('same-household')
    expect((await create({ ...sister, birthDate: '2010-10-11' })).status).toBe(200)
  })

  test('AZ-02: a restricted chart is nobody’s look-alike, unless the desk holds it open', async () => {
    const hidden = await buildPatient(practice, { family: 'Star', given: 'Pop', birthDate: '1970-03-03', mrn: 'STAR-1', restricted: true })
    const other = await practice.as('frontdesk4')
    await other.post('/api/patients/break-glass', { mrn: 'STAR-1', kind: 'patient-is-here', reason: 'is at the desk' })
    const stopped = await create(person({ legalFamily: 'Star', legalGiven: 'Pop', birthDate: '1970-03-03' }), other)
    expect(stopped.body.current?.candidates?.map((one) => one.id)).toEqual([hidden.id])
    expect((await create(person({ legalFamily: 'Star', legalGiven: 'Pop', birthDate: '1970-03-03' }))).status).toBe(200)
  })

  test('IN-05, IN-06: a name of nothing, a day that is none and a number that cannot be are named by their field', async () => {
    const refused = await create(person({ legalFamily: ' ', legalGiven: '', birthDate: '2023-02-29', email: 'nobody', phone: '1234' }))
    expect([refused.status, Object.keys(refused.body.errors ?? {}).toSorted()]).toEqual([422, ['birthDate', 'email', 'legalFamily', 'phone']])
  })

  test.each(['helpline1', 'clinician1', 'privacy1', 'admin1'])('%s creates nobody', async (who) => {
    expect((await create(person(), await practice.as(who))).body.code).toBe('ROLE_MAY_NOT')
  })
})

describe('edit', () => {
  test('CC-01: without a version 428, on an old one 412 with the record as it is now, and nothing is overwritten', async () => {
    const { id } = (await create(person({ legalFamily: 'Version', birthDate: '1961-01-01' }))).body
    expect((await desk.post(`/api/patients/${id}/edit`, { pronouns: 'they/them', reason: 'said so' })).status).toBe(428)
    expect((await edit(id, { pronouns: 'she/her' }, 1)).body.version).toBe(2)
    const late = await edit(id, { pronouns: 'he/him' }, 1, await practice.as('manager1'))
    expect([late.status, late.body.code, late.body.current?.version]).toEqual([412, 'VERSION_STALE', 2])
    expect((await open(desk, id)).pronouns).toBe('she/her')
  })

  test('AZ-03: what is no field of the list is refused and never stored', async () => {
    const { id } = (await create(person({ legalFamily: 'Allow', birthDate: '1962-01-01' }))).body
    for (const more of [{ restricted: true }, { deceased: true }, { version: 9 }, { source: 'feed' }, { createdAt: 1 }, { id: 'x' }]) {
      expect((await edit(id, { pronouns: 'x', ...more }, 1)).status).toBe(422)
    }
    expect(await open(desk, id)).toMatchObject({ version: 1, pronouns: null, restricted: false, deceased: false })
  })

  test('a legal name that was changed stays findable, one that was mistyped does not', async () => {
    const { id } = (await create(person({ legalFamily: 'Oldname', legalGiven: 'Nora', birthDate: '1963-01-01' }))).body
    await edit(id, { legalFamily: 'Newname' }, 1)
    expect(await open(desk, id)).toMatchObject({ name: 'Nora Newname', formerNames: ['Nora Oldname'] })
    expect(await otherNames(id)).toEqual(['former Nora Oldname'])
    await edit(id, { legalFamily: 'Newnamme', keepFormerName: false }, 2)
    expect((await open(desk, id)).formerNames).toEqual(['Nora Oldname'])
    expect((await auditOf(id, 'patient.edited')).map((one) => one.detail.fields)).toEqual(['legalFamily', 'legalFamily'])
  })

  test('a day that is none is refused by its field; nothing changed is nothing done', async () => {
    const { id } = (await create(person({ legalFamily: 'Nothing', birthDate: '1964-01-01' }))).body
    expect((await edit(id, { birthDate: '2999-01-01' }, 1)).body.errors?.birthDate).toContain('not come yet')
    expect((await edit(id, { legalFamily: 'Nothing' }, 1)).body.code).toBe('ALREADY_DONE')
  })

  test('AZ-02: nobody acts on the own chart or the household’s, break-glass or not', async () => {
    const own = await buildPatient(practice, { family: 'Mine', given: 'Own', staffUserName: 'manager6' })
    const child = await buildPatient(practice, { family: 'Mine', given: 'Kid', birthDate: '2014-04-04', household: [{ patientId: own.id, relationship: 'mother' }] })
    const manager = await practice.as('manager6')
    await manager.post('/api/patients/break-glass', { patientId: child.id, kind: 'other', reason: 'must look' })
    expect((await manager.get(`/api/patients/${child.id}`)).status).toBe(200)
    const answers = [
      await edit(child.id, { pronouns: 'x' }, 1, manager),
      await changeContact(child.id, { value: 'kid@example.org' }, 1, manager),
      await manager.post(`/api/patients/${child.id}/mark-deceased`, { evidence: 'family', diedOn: null, reason: 'said so' }, { version: 1 }),
    ]
    expect(answers.map((one) => [one.status, one.body.code])).toEqual(answers.map(() => [403, 'OWN_OR_HOUSEHOLD_CHART']))
  })
})

describe('contacts', () => {
  test('AU-12: without a fresh second factor for this patient no contact is changed', async () => {
    const { id } = (await create(person({ legalFamily: 'Factor', birthDate: '1965-01-01' }))).body
    const body = { kind: 'email', contactId: null, value: 'f@example.org', evidence: 'photo-id', patientIsPresent: true, reason: 'new' }
    const bare = await desk.post(`/api/patients/${id}/change-contact`, body, { version: 1 })
    expect([bare.status, bare.body.code, bare.body.stepUp]).toEqual([403, 'STEP_UP_NEEDED', { action: 'contact.change', objectId: id }])
    const stepUp = await proofFor(practice, desk, 'contact.change', 'another-patient')
    expect((await desk.post(`/api/patients/${id}/change-contact`, body, { version: 1, stepUp })).status).toBe(403)
    expect((await open(desk, id)).contacts).toEqual([])
  })

  test('ID-03: the old row is retired, the new one is young, old and new address are told, and the fact is recorded', async () => {
    const made = await buildPatient(practice, { family: 'Change', given: 'Ann', birthDate: '1966-01-01', email: 'old@example.org', contactsSinceAt: isoOf(practice.clock.now() - 90 * DAY) })
    const [old] = (await open(desk, made.id)).contacts
    const changed = await changeContact(made.id, { contactId: old?.id, value: 'new@example.org' }, 1)
    expect(changed.body).toEqual({ version: 2, told: 2 })
    const { contacts } = await open(desk, made.id)
    expect(contacts.map((one) => [one.masked, one.ageDays, one.sinceProof])).toEqual([['n···@example.org', 0, 'first-seen']])
    expect(await mailsFor(made.id)).toEqual(['new@example.org', 'old@example.org'])
    const { read } = practice.app.store
    const facts = await read.select().from(read.t.contactChanges).where(eq(read.t.contactChanges.patientId, made.id))
    expect(facts.map((one) => [one.retiredIds, one.addedIds, one.toldAt !== null])).toEqual([[old?.id, contacts[0]?.id, true]])
    const [event] = await auditOf(made.id, 'contact.changed')
    expect(event).toMatchObject({ evidence: 'photo-id', detail: { kind: 'email', told: 2, patientPresent: true } })
    expect(JSON.stringify(event)).not.toContain('@')
  })

  test('ID-03: a notice names nobody, no address and no number, in the patient’s language', async () => {
    const made = await buildPatient(practice, { family: 'Lengua', given: 'Inés', birthDate: '1967-01-01', email: 'ines@example.org', language: 'es' })
    await changeContact(made.id, { kind: 'phone', value: '555-700-1234' }, 1)
    const box = await practice.nobody().get<{ mails?: unknown[] }>('/api/test/mailbox')
    expect(await mailsFor(made.id)).toEqual(['ines@example.org'])
    expect(JSON.stringify(box.body)).not.toMatch(/Inés|700-1234/)
  })

  test('R10: an address that a relative reads too is not told of a teen’s change', async () => {
    const mother = await buildPatient(practice, { family: 'Teen', given: 'Mother', birthDate: '1980-01-01', email: 'family+box@gmail.com' })
    const teen = await buildPatient(practice, { family: 'Teen', given: 'Tia', birthDate: '2011-01-01', email: 'fam.ily@gmail.com', household: [{ patientId: mother.id, relationship: 'mother' }] })
    expect(await open(desk, teen.id)).toMatchObject({ contacts: [{ shared: true }], alerts: [{ kind: 'contact-shared' }] })
    const [shared] = (await open(desk, teen.id)).contacts
    expect((await changeContact(teen.id, { contactId: shared?.id, value: 'tia@example.org' }, 1)).body.told).toBe(1)
    expect(await mailsFor(teen.id)).toEqual(['tia@example.org'])
  })

  test('a front desk changes a contact only while the patient is there; a manager may without', async () => {
    const made = await buildPatient(practice, { family: 'Absent', given: 'Al', birthDate: '1968-01-01' })
    const absent = { value: 'al@example.org', patientIsPresent: false }
    expect((await changeContact(made.id, absent, 1)).body.code).toBe('PATIENT_NOT_PRESENT')
    expect((await changeContact(made.id, absent, 1, await practice.as('manager2'))).status).toBe(200)
    expect((await changeContact(made.id, { value: 'AL@example.org' }, 2)).body.code).toBe('CONTACT_ON_FILE')
    expect((await changeContact(made.id, { contactId: 'gone' }, 2)).body.code).toBe('CONTACT_GONE')
    expect((await changeContact(made.id, { value: 'not an address' }, 2)).body.errors).toHaveProperty('value')
    expect((await changeContact(made.id, { value: 'a2@example.org' }, 1)).body.code).toBe('VERSION_STALE')
  })
})
