import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonSearchAnswer } from '#domain/contracts/proxy-access.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { mailsTo, mailWith } from '#test/server/enrollment/mailbox.ts'
import { approve, buildPerson, confirm, dayFrom, grant, grantNow, NY, openAccess, proxies, turns, wish, type Problem } from '#test/server/proxy-access/family.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const child = (inDays = 400) => buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate: turns(practice, 12, inDays) })

test('PX-03: a parent of a young child is granted access with proof; it is pending until the parent confirms, then open', async () => {
  const ossie = await child()
  const birthDate = turns(practice, 12, 400)
  const { grantId, email } = await openAccess(practice, desk, ossie.id, birthDate)
  const line = await grantNow(desk, ossie.id, grantId)
  expect(line).toMatchObject({ state: 'active', now: 'full', basis: 'parent', verifiedHow: 'photo-id', verifiedByName: 'Front Desk 1', why: { code: 'ALLOWED' } })
  expect(line.nextChange).toMatchObject({ kind: 'birthday', sentence: '12th birthday' })
  expect(line.history.map((one) => one.state)).toEqual(['pending', 'active'])
  expect((await mailsTo(practice, email))[0]?.text).not.toMatch(/Ossie|Rodriguez/)
  const events = practice.app.store.read.t.auditEvents
  const rows = await practice.app.store.read.select({ event: events.event }).from(events).where(eq(events.objectId, grantId))
  expect(rows.map((row) => row.event)).toEqual(expect.arrayContaining(['proxy.granted', 'proxy.confirmed', 'proxy.state-changed']))
})

test('PX-03: an end or review date is always set, a document always carries the basis, and neither runs beyond five years', async () => {
  const ossie = await child()
  const personId = await buildPerson(desk)
  const refusal = async (more: Record<string, unknown>) => (await grant(practice, desk, ossie.id, wish(practice, personId, more))).body.code
  expect(await refusal({ reviewOn: null })).toBe('FIELDS_NOT_ACCEPTED')
  expect(await refusal({ documents: [{ kind: 'power-of-attorney' }] })).toBe('PROXY_DOCUMENT_DOES_NOT_CARRY')
  expect(await refusal({ documents: [{ kind: 'birth-certificate', expiresOn: dayFrom(practice, -1) }] })).toBe('PROXY_DOCUMENT_EXPIRED')
  expect(await refusal({ reviewOn: dayFrom(practice, -1) })).toBe('PROXY_DATES_BACKWARDS')
  expect(await refusal({ reviewOn: dayFrom(practice, 20 * 366) })).toBe('PROXY_DATE_TOO_FAR')
  expect(await refusal({ levelId: 'everything' })).toBe('PROXY_LEVEL_UNKNOWN')
  expect(await refusal({ portalId: 'nextgen-legacy' })).toBe('PROXY_PORTAL_CLOSED')
  expect(await refusal({ basis: 'adult-consent', documents: [{ kind: 'adult-consent-form' }] })).toBe('PROXY_BASIS_FOR_ADULTS')
})

test('AU-12: without a fresh second factor a front desk grants nothing; a clinician never does', async () => {
  const ossie = await child()
  const personId = await buildPerson(desk)
  expect((await desk.post<Problem>(`/api/patients/${ossie.id}/grant-access`, wish(practice, personId))).body.code).toBe('STEP_UP_NEEDED')
  const clinician = await practice.as('clinician1')
  expect((await clinician.post<Problem>(`/api/patients/${ossie.id}/grant-access`, wish(practice, personId))).status).toBe(403)
})

test('somebody is found before anybody is created, by half a name, a whole address or a number', async () => {
  const personId = await buildPerson(desk, { legalFamily: 'Pulido Marín', legalGiven: 'Dolores', email: 'Dolores.Pulido@gmail.com', phone: '(212) 555-0199', otherNames: [{ family: 'Vega', given: 'Dolores', use: 'former' }] })
  const found = async (text: string) => (await desk.post<PersonSearchAnswer>('/api/proxy-persons/search', { text })).body.rows.map((row) => row.personId)
  for (const text of ['pulido', 'dol puli', 'Dolores Vega', 'dolorespulido+school@googlemail.com', '+1 212.555.0199']) expect([text, await found(text)]).toEqual([text, [personId]])
  const again = await desk.post<Problem>('/api/proxy-persons', { legalFamily: 'Pulido', legalGiven: 'Lola', email: 'dolores.pulido+x@gmail.com', reason: 'came by' })
  expect([again.status, again.body.code, again.body.current?.candidates?.length]).toEqual([409, 'PROXY_PERSON_LOOKS_KNOWN', 1])
  const override = { reason: 'her sister, photo ID seen' }
  expect((await desk.post('/api/proxy-persons', { legalFamily: 'Pulido', legalGiven: 'Lola', email: 'dolores.pulido+x@gmail.com', reason: 'came by', override })).status).toBe(200)
})

test('a patient becomes a proxy as the person that they are, once', async () => {
  const mother = await buildPatient(practice, { family: 'Heredia', given: 'Marisol', birthDate: '1985-05-05', email: 'marisol@example.org' })
  const [one, two] = [await child(), await child()]
  for (const each of [one, two]) {
    const body: Record<string, unknown> = { ...wish(practice, 'x'), personId: undefined, personPatientId: mother.id }
    expect((await grant(practice, desk, each.id, body)).status).toBe(200)
  }
  const actsFor = await desk.get<{ grants: unknown[]; person: { patientId: string } }>(`/api/patients/${mother.id}/acts-for`)
  expect([actsFor.body.grants.length, actsFor.body.person.patientId]).toEqual([2, mother.id])
})

test('CC-05: there is one open grant for a person, portal and record; a second is refused and a lapsed one gives way', async () => {
  const ossie = await child()
  const personId = await buildPerson(desk)
  expect((await grant(practice, desk, ossie.id, wish(practice, personId))).status).toBe(200)
  expect((await grant(practice, desk, ossie.id, wish(practice, personId))).body.code).toBe('PROXY_OPEN_ALREADY')
})

test('PX-05: revoking needs nothing said and no version, holds on the next request, and can be done again', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Revoke', given: 'Ray', birthDate })
  const mother = await openAccess(practice, desk, ossie.id, birthDate)
  const father = await openAccess(practice, desk, ossie.id, birthDate, { wish: { relationship: 'father' } })
  const clinician = await practice.as('clinician1')
  for (const body of [{}, { wish: 'whoever', more: 1, reason: 'x'.repeat(900) }, {}]) {
    const reply = await clinician.post<{ state: string }>(`/api/proxy-grants/${mother.grantId}/revoke`, body)
    expect([reply.status, reply.body.state]).toEqual([200, 'ended'])
  }
  expect((await grantNow(desk, ossie.id, mother.grantId)).now).toBe('none')
  const left = await grantNow(desk, ossie.id, father.grantId)
  expect([left.now, left.state]).toEqual(['full', 'active'])
  // R24: the other parent hears nothing of it.
  expect((await mailsTo(practice, father.email)).filter((mail) => /access/i.test(mail.subject)).length).toBe(0)
})

test('security.md §1: a teen beyond the limited tier, a court order, a dispute: one person is not enough', async () => {
  const teen = await buildPatient(practice, { family: 'Teen', given: 'Tess', birthDate: turns(practice, 15, 60) })
  const personId = await buildPerson(desk)
  expect((await grant(practice, desk, teen.id, wish(practice, personId, { basis: 'teen-consent', documents: [{ kind: 'minor-consent-form' }] }))).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
  const order = wish(practice, personId, { basis: 'custody-order', documents: [{ kind: 'custody-order', expiresOn: dayFrom(practice, 100) }] })
  expect((await grant(practice, desk, teen.id, order)).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
  const asked = await desk.post<{ requestId: string; id: string }>(`/api/patients/${teen.id}/ask-for-access`, order)
  expect(asked.status).toBe(200)
  expect(await grantNow(desk, teen.id, asked.body.id)).toMatchObject({ state: 'requested', now: 'none' })
  expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
  expect((await grantNow(desk, teen.id, asked.body.id)).state).toBe('pending')
  // Within the tier that MyChart narrows at 12 one person may.
  expect((await grant(practice, desk, teen.id, wish(practice, await buildPerson(desk)))).status).toBe(200)
})

test('T2: a dispute suspends both parents, and neither is let back by one person', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Dispute', given: 'Dee', birthDate })
  const mother = await openAccess(practice, desk, ossie.id, birthDate)
  const father = await openAccess(practice, desk, ossie.id, birthDate)
  expect((await desk.post(`/api/proxy-grants/${father.grantId}/suspend`, { disputed: true })).status).toBe(200)
  const both = (await proxies(desk, ossie.id)).grants
  expect(both.map((one) => [one.state, one.cause, one.now])).toEqual([['suspended', 'disputed', 'none'], ['suspended', 'disputed', 'none']])
  const review = { reviewOn: dayFrom(practice, 300), reason: 'they agree again' }
  const version = both.find((one) => one.id === mother.grantId)?.version ?? 0
  expect((await desk.post<Problem>(`/api/proxy-grants/${mother.grantId}/review`, review, { version })).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
  const asked = await desk.post<{ requestId: string }>(`/api/proxy-grants/${mother.grantId}/ask-to-resume`, review)
  expect((await approve(practice, 'manager1', asked.body.requestId)).status).toBe(200)
  expect((await proxies(desk, ossie.id)).grants.map((one) => one.now)).toEqual(['full', 'none'])
})

test('T2: ending what a dispute suspended and asking anew is no way around the second person', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Around', given: 'Ari', birthDate })
  const father = await openAccess(practice, desk, ossie.id, birthDate)
  expect((await desk.post(`/api/proxy-grants/${father.grantId}/suspend`, { disputed: true })).status).toBe(200)
  const aunt = wish(practice, await buildPerson(desk), { relationship: 'other' })
  expect((await grant(practice, desk, ossie.id, aunt)).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
  expect((await desk.post(`/api/proxy-grants/${father.grantId}/revoke`, {})).status).toBe(200)
  const anew = wish(practice, father.personId, { relationship: 'father' })
  expect((await grant(practice, desk, ossie.id, anew)).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
  const asked = await desk.post<{ requestId: string; id: string }>(`/api/patients/${ossie.id}/ask-for-access`, anew)
  expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
  expect((await grantNow(desk, ossie.id, asked.body.id)).state).toBe('pending')
  // Two have settled it: the next is an ordinary one.
  expect((await grant(practice, desk, ossie.id, aunt)).status).toBe(200)
})

test('R27: a review opens nothing that its proxy never confirmed: they are asked once more', async () => {
  const birthDate = turns(practice, 12, 300)
  const ossie = await buildPatient(practice, { family: 'Unasked', given: 'Uma', birthDate })
  const granted = await grant(practice, desk, ossie.id, wish(practice, await buildPerson(desk, { email: 'unasked@example.org' })))
  expect((await desk.post(`/api/proxy-grants/${granted.body.id}/suspend`, { reason: 'a call came in' })).status).toBe(200)
  const { version } = await grantNow(desk, ossie.id, granted.body.id)
  const reply = await desk.post<{ state: string }>(`/api/proxy-grants/${granted.body.id}/review`, { reviewOn: dayFrom(practice, 300), reason: 'nothing to it' }, { version })
  expect([reply.status, reply.body.state]).toEqual([200, 'pending'])
  expect(await grantNow(desk, ossie.id, granted.body.id)).toMatchObject({ state: 'pending', now: 'none', why: { code: 'GRANT_PENDING' } })
  await mailWith(practice, 'unasked@example.org', '/p/proxy/', 2)
  await confirm(practice, 'unasked@example.org', birthDate)
  expect((await grantNow(desk, ossie.id, granted.body.id)).now).toBe('full')
})

test('T2: whoever sees the record, and the patient from 12 on, hears that somebody new may; nobody is named', async () => {
  const teen = await buildPatient(practice, { family: 'Notice', given: 'Nia', birthDate: turns(practice, 15, 60), email: 'nia@example.org' })
  const mother = await openAccess(practice, desk, teen.id, turns(practice, 15, 60), { person: { email: 'nias.mother@example.org' } })
  const told = (await grant(practice, desk, teen.id, wish(practice, await buildPerson(desk), { relationship: 'father' }))).body.told
  expect(told).toBe(2)
  for (const to of ['nia@example.org', mother.email]) {
    const mail = await mailWith(practice, to, 'Somebody else has been given access')
    expect(mail.text).not.toMatch(/\bNia\b|Notice|father|mother/i)
  }
})

test('R10, PX-04: a proxy is not granted what would reach a teen’s own account', async () => {
  const teen = await buildPatient(practice, { family: 'Shared', given: 'Sam', birthDate: turns(practice, 15, 60), email: 's.am+portal@gmail.com', portals: [{ portalId: NY, state: 'active' }] })
  const personId = await buildPerson(desk, { email: 'Sam@googlemail.com' })
  expect((await grant(practice, desk, teen.id, wish(practice, personId))).body.code).toBe('PROXY_SHARES_TEENS_CONTACT')
})

test('ID-03: a proxy’s new address is told to the old one as well; a name spelled anew is told to nobody', async () => {
  const personId = await buildPerson(desk, { legalFamily: 'Moves', email: 'before@example.org' })
  const edit = (more: Record<string, unknown>, version: number) =>
    desk.post(`/api/proxy-persons/${personId}/edit`, { legalFamily: 'Moves', legalGiven: 'Inés', email: 'before@example.org', reason: 'rang and asked', ...more }, { version })
  expect((await edit({ legalFamily: 'Mooves' }, 1)).status).toBe(200)
  expect((await edit({ email: 'after@example.org' }, 2)).status).toBe(200)
  for (const to of ['before@example.org', 'after@example.org']) expect((await mailWith(practice, to, 'has changed an e-mail address')).text).not.toMatch(/Inés|Moves|after@/)
  expect(await mailsTo(practice, 'before@example.org')).toHaveLength(1)
})

test('R10: the mobile of a teen’s account is nobody else’s either; the phone at home may be everybody’s', async () => {
  const teen = await buildPatient(practice, { family: 'Ring', given: 'Rio', birthDate: turns(practice, 15, 60), phone: '914-555-0177', portals: [{ portalId: NY, state: 'active' }] })
  const use = (said: string) => practice.app.store.tx(async (w) => void await w.update(w.t.patientContacts).set({ use: said }).where(eq(w.t.patientContacts.patientId, teen.id)))
  const ask = wish(practice, await buildPerson(desk, { phone: '(914) 555 0177' }))
  await use('mobile')
  expect((await grant(practice, desk, teen.id, ask)).body.code).toBe('PROXY_SHARES_TEENS_CONTACT')
  await use('home')
  expect((await grant(practice, desk, teen.id, ask)).status).toBe(200)
})

test('R33: a minor looks into nobody’s record but that of the own child, once that is recorded', async () => {
  const parent = await buildPatient(practice, { family: 'Young', given: 'Yara', birthDate: turns(practice, 17, 60) })
  const baby = await buildPatient(practice, { family: 'Young', given: 'Baby', birthDate: dayFrom(practice, -60) })
  const body = { ...wish(practice, 'x'), personId: undefined, personPatientId: parent.id }
  expect((await grant(practice, desk, baby.id, body)).body.code).toBe('PROXY_IS_A_MINOR')
  const asked = await desk.post<{ requestId: string }>(`/api/patients/${parent.id}/legal-status`, { kind: 'minor-parent', fromOn: dayFrom(practice, -60), document: 'birth-certificate', reason: 'the baby’s certificate' })
  expect((await approve(practice, 'manager1', asked.body.requestId)).status).toBe(200)
  expect((await grant(practice, desk, baby.id, body)).status).toBe(200)
})

test('AZ-07: nobody gives access to themselves, and a proxy of the record does not act on it as staff', async () => {
  const own = await buildPatient(practice, { family: 'Clerk', given: 'Cleo', birthDate: '1990-01-01', staffUserName: 'frontdesk4' })
  const ossie = await child()
  const clerk = await practice.as('frontdesk4')
  const body = { ...wish(practice, 'x'), personId: undefined, personPatientId: own.id }
  expect((await grant(practice, clerk, ossie.id, body)).body.code).toBe('PROXY_IS_ONESELF')
  expect((await grant(practice, desk, ossie.id, body)).status).toBe(200)
  expect((await clerk.post<Problem>(`/api/patients/${ossie.id}/edit`, { pronouns: 'they', reason: 'said so' }, { version: 1 })).body.code).toBe('OWN_OR_HOUSEHOLD_CHART')
  expect((await clerk.get<Problem>(`/api/patients/${ossie.id}/proxies`)).body.code).toBe('OWN_OR_HOUSEHOLD_CHART')
})
