import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { approve, buildPerson, dayFrom, grant, grantNow, openAccess, proxies, turns, wish, type Problem } from '#test/server/proxy-access/family.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

async function record(patientId: string, more: Record<string, unknown>): Promise<void> {
  const asked = await desk.post<{ requestId: string; code?: string }>(`/api/patients/${patientId}/legal-status`, { fromOn: dayFrom(practice, 0), reason: 'the paper was seen', ...more })
  expect([asked.status, asked.body.code]).toEqual([200, undefined])
  expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
}
const states = async (patientId: string) => (await proxies(desk, patientId)).grants.map((one) => [one.relationship, one.now, one.why.code])

test('R33: in state custody the parents are suspended for review and the agency sees in full', async () => {
  const birthDate = turns(practice, 14, 100)
  const teen = await buildPatient(practice, { family: 'Custody', given: 'Cal', birthDate })
  await openAccess(practice, desk, teen.id, birthDate)
  await record(teen.id, { kind: 'state-custody', document: 'court-order' })
  const agency = await buildPerson(desk, { legalFamily: 'Office of Children', legalGiven: 'State', email: 'agency@example.org' })
  const asked = await desk.post<{ requestId: string; id: string }>(`/api/patients/${teen.id}/ask-for-access`, wish(practice, agency, { relationship: 'agency', basis: 'state-agency', documents: [{ kind: 'custody-order' }] }))
  expect((await approve(practice, 'manager1', asked.body.requestId)).status).toBe(200)
  expect(await states(teen.id)).toEqual([['mother', 'none', 'SUSPENDED_BY_CUSTODY'], ['agency', 'none', 'GRANT_PENDING']])
})

test('R33: emancipated: the parents’ access ends, and the teen’s own consent opens what an adult’s would', async () => {
  const birthDate = turns(practice, 17, 100)
  const teen = await buildPatient(practice, { family: 'Free', given: 'Finn', birthDate })
  await openAccess(practice, desk, teen.id, birthDate)
  const partner = await buildPerson(desk)
  const consent = wish(practice, partner, { relationship: 'partner', basis: 'adult-consent', documents: [{ kind: 'adult-consent-form' }] })
  expect((await grant(practice, desk, teen.id, consent)).body.code).toBe('PROXY_BASIS_FOR_ADULTS')
  await record(teen.id, { kind: 'emancipated', document: 'court-order' })
  expect((await states(teen.id))[0]).toEqual(['mother', 'none', 'ENDED_BY_EMANCIPATION'])
  expect((await grant(practice, desk, teen.id, consent)).status).toBe(200)
})

test('R33: adopted: the former family is ended and shown to nobody but the privacy officer', async () => {
  const birthDate = turns(practice, 8, 100)
  const link = await buildPatient(practice, { family: 'Before', given: 'Bea', birthDate: '1990-01-01' })
  const kid = await buildPatient(practice, { family: 'Adopted', given: 'Ada', birthDate, household: [{ patientId: link.id, relationship: 'mother' }] })
  const former = await openAccess(practice, desk, kid.id, birthDate, { person: { legalGiven: 'Former', email: 'former@example.org' } })
  const { householdLinks: h } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ id: h.id }).from(h).where(eq(h.patientId, kid.id))
  expect((await proxies(desk, kid.id)).candidates).toHaveLength(1)
  await record(kid.id, { kind: 'adopted', document: 'adoption-decree', formerPersonIds: [former.personId], formerLinkIds: [row?.id] })
  const tab = await proxies(desk, kid.id)
  expect([tab.grants, tab.candidates]).toEqual([[], []])
  expect((await desk.get<{ household: unknown[] }>(`/api/patients/${kid.id}`)).body.household).toEqual([])
  expect(JSON.stringify((await desk.get(`/api/patients/${kid.id}/access`)).body)).not.toContain('Former')
  expect((await desk.get(`/api/patients/${kid.id}/parent-page?person=${former.personId}`)).status).toBe(404)
  const officer = await practice.as('privacy1')
  const seen = await officer.get<{ grants: { why: { code: string } }[] }>(`/api/patients/${kid.id}/proxies?reason=${encodeURIComponent('a question of the court')}`)
  expect(seen.body.grants.map((one) => one.why.code)).toEqual(['ENDED_BY_ADOPTION'])
})

test('R33: of a family before an adoption no name is left on the record, on theirs or on any list, whichever way it was named', async () => {
  const birthDate = turns(practice, 8, 100)
  const before = await buildPatient(practice, { family: 'Bygone', given: 'Bea', birthDate: '1990-01-01' })
  const kid = await buildPatient(practice, { family: 'Newname', given: 'Ned', birthDate, household: [{ patientId: before.id, relationship: 'mother' }] })
  const granted = await grant(practice, desk, kid.id, wish(practice, 'x', { personId: undefined, personPatientId: before.id, reviewOn: dayFrom(practice, 20), documents: [{ kind: 'birth-certificate', expiresOn: dayFrom(practice, 20) }] }))
  expect(granted.status).toBe(200)
  const { personId } = await grantNow(desk, kid.id, granted.body.id)
  const clinician = await practice.as('clinician1')
  await clinician.post(`/api/patients/${kid.id}/minor-consent`, { personId, serviceLine: 'sti-care', reason: 'he said so in the room' })
  const lists = async (at: Desk) => JSON.stringify([
    (await at.get('/api/proxy-requests?range=[0,199]')).body, (await at.get('/api/proxy-documents?range=[0,199]')).body, (await at.get(`/api/patients/${kid.id}/proxies?reason=asked`)).body,
    (await at.get(`/api/patients/${kid.id}?reason=asked`)).body,
  ])
  expect(await lists(desk)).toContain('Bygone')
  const hers = async () => JSON.stringify((await desk.get(`/api/patients/${before.id}`)).body)
  expect(await hers()).toContain('Newname')
  await record(kid.id, { kind: 'adopted', document: 'adoption-decree', formerPersonIds: [personId] })
  expect([await lists(desk), await hers()].filter((text) => text.includes('Bygone') && text.includes('Newname'))).toEqual([])
  expect(await lists(await practice.as('privacy1'))).toContain('Bygone')
})

test('R33: somebody of the family before who is named by the household alone takes nobody’s access along', async () => {
  const birthDate = turns(practice, 8, 100)
  const father = await buildPatient(practice, { family: 'Bygone', given: 'Bob', birthDate: '1990-01-01' })
  const kid = await buildPatient(practice, { family: 'Step', given: 'Sue', birthDate, household: [{ patientId: father.id, relationship: 'father' }] })
  await openAccess(practice, desk, kid.id, birthDate)
  const [candidate] = (await proxies(desk, kid.id)).candidates
  await record(kid.id, { kind: 'adopted', document: 'adoption-decree', formerLinkIds: [candidate?.linkId] })
  expect(await states(kid.id)).toEqual([['mother', 'full', 'ALLOWED']])
  expect((await proxies(desk, kid.id)).candidates).toEqual([])
})

test('R33: a status recorded by mistake is taken back by two, and what it closed is as before', async () => {
  const birthDate = turns(practice, 16, 100)
  const teen = await buildPatient(practice, { family: 'Mistake', given: 'Mo', birthDate })
  await openAccess(practice, desk, teen.id, birthDate)
  await record(teen.id, { kind: 'married', document: 'marriage-certificate' })
  const [status] = (await proxies(desk, teen.id)).legalStatuses
  const asked = await desk.post<{ requestId: string }>(`/api/legal-statuses/${status?.id ?? ''}/end`, { reason: 'another person’s certificate' })
  expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
  expect((await states(teen.id))[0]?.[1]).toBe('limited')
})

test('a document must carry its status, an adult is no minor, and one status is not recorded twice', async () => {
  const adult = await buildPatient(practice, { family: 'Adult', given: 'Al', birthDate: '1980-01-01' })
  const teen = await buildPatient(practice, { family: 'Teen', given: 'Ty', birthDate: turns(practice, 16, 100) })
  const refusal = async (id: string, more: Record<string, unknown>) => (await desk.post<Problem>(`/api/patients/${id}/legal-status`, { fromOn: dayFrom(practice, 0), reason: 'seen', ...more })).body.code
  expect(await refusal(teen.id, { kind: 'emancipated', document: 'marriage-certificate' })).toBe('LEGAL_STATUS_DOCUMENT')
  expect(await refusal(adult.id, { kind: 'emancipated', document: 'court-order' })).toBe('LEGAL_STATUS_NOT_A_MINOR')
  expect(await refusal(teen.id, { kind: 'adult-guardianship', document: 'court-order' })).toBe('LEGAL_STATUS_NOT_AN_ADULT')
  await record(teen.id, { kind: 'married', document: 'marriage-certificate' })
  expect(await refusal(teen.id, { kind: 'married', document: 'marriage-certificate' })).toBe('LEGAL_STATUS_HELD')
})

test('R13: a death suspends every access in its own transaction; after an undo it stays so until reviewed; an executor is granted by two', async () => {
  const birthDate = turns(practice, 10, 100)
  const kid = await buildPatient(practice, { family: 'Late', given: 'Lia', birthDate })
  const mother = await openAccess(practice, desk, kid.id, birthDate)
  expect((await desk.post(`/api/patients/${kid.id}/mark-deceased`, { evidence: 'hospital-or-hospice', diedOn: null, reason: 'the ward called' }, { version: 1 })).status).toBe(200)
  expect(await grantNow(desk, kid.id, mother.grantId)).toMatchObject({ state: 'suspended', cause: 'death', now: 'none' })
  const executor = wish(practice, await buildPerson(desk), { relationship: 'executor', basis: 'executor', documents: [{ kind: 'letters-testamentary' }] })
  expect((await grant(practice, desk, kid.id, executor)).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
  expect((await grant(practice, desk, kid.id, wish(practice, await buildPerson(desk)))).body.code).toBe('PROXY_PATIENT_DIED')
  const undo = await desk.post<{ requestId: string }>(`/api/patients/${kid.id}/undo-deceased`, { reason: 'another child of this name' })
  expect((await approve(practice, 'privacy2', undo.body.requestId)).status).toBe(200)
  const line = await grantNow(desk, kid.id, mother.grantId)
  expect([line.state, line.now]).toEqual(['suspended', 'none'])
  expect((await desk.post(`/api/proxy-grants/${mother.grantId}/review`, { reviewOn: dayFrom(practice, 300), reason: 'it was a mistake' }, { version: line.version })).status).toBe(200)
  expect((await grantNow(desk, kid.id, mother.grantId)).now).toBe('full')
})

test('R13: a death that comes with a feed closes at once, and the sweep writes it down', async () => {
  const birthDate = turns(practice, 10, 200)
  const kid = await buildPatient(practice, { family: 'Feed', given: 'Fia', birthDate })
  const mother = await openAccess(practice, desk, kid.id, birthDate)
  const { patients } = practice.app.store.read.t
  await practice.app.store.tx(async (w) => void await w.update(patients).set({ deceased: true }).where(eq(patients.id, kid.id)))
  expect((await grantNow(desk, kid.id, mother.grantId)).why.code).toBe('PATIENT_DIED')
  practice.clock.advance(2 * HOUR)
  await runDueJobs(practice.app)
  desk = await practice.as('frontdesk1')
  expect(await grantNow(desk, kid.id, mother.grantId)).toMatchObject({ state: 'suspended', cause: 'death' })
})

test('R31: only a minor consents, for one line and one person; taking it back needs nothing', async () => {
  const birthDate = turns(practice, 16, 100)
  const teen = await buildPatient(practice, { family: 'Consent', given: 'Coe', birthDate })
  const { personId } = await openAccess(practice, desk, teen.id, birthDate)
  const clinician = await practice.as('clinician1')
  const body = { personId, serviceLine: 'sti-care', reason: 'she said so in the room' }
  const given = await clinician.post<{ id: string }>(`/api/patients/${teen.id}/minor-consent`, body)
  expect(given.status).toBe(200)
  expect((await proxies(desk, teen.id)).consents).toMatchObject([{ serviceLine: 'sti-care', personId }])
  const helpline = await practice.as('helpline1')
  for (let times = 0; times < 2; times += 1) expect((await helpline.post(`/api/minor-consents/${given.body.id}/withdraw`)).status).toBe(200)
  expect((await proxies(desk, teen.id)).consents).toEqual([])
  const adult = await buildPatient(practice, { family: 'Adult', given: 'Al', birthDate: '1980-01-01' })
  expect((await clinician.post<Problem>(`/api/patients/${adult.id}/minor-consent`, body)).body.code).toBe('CONSENT_NOT_A_MINOR')
})
