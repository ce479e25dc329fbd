import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bases, basisRules, type Basis } from '#domain/access/bases.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { approve, buildPerson, confirm, grant, grantNow, openAccess, turns, wish, type Problem } from '#test/server/proxy-access/family.ts'
import { openPortal, openTo, type Portal } from '#test/server/proxy-access/portal.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
let portal: Portal
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  portal = await openPortal(practice)
})
afterAll(() => practice.stop())

/** What each opens on MyChart: of the 22 things of a portal, and of a teen’s by the age band 9. */
const opens: Record<Basis, number> = {
  parent: 9, 'guardian-of-minor': 9, 'custody-order': 9, 'state-agency': 22, 'teen-consent': 22, 'diminished-capacity': 22, 'adult-consent': 22, 'health-care-proxy': 22,
  'power-of-attorney': 22, 'adult-guardian': 22, executor: 22,
}

/** Somebody whom a basis may speak of: a teen, an adult, or somebody who has died. */
async function patientFor(basis: Basis): Promise<{ id: string; birthDate: string }> {
  const { about } = basisRules[basis]
  const birthDate = about === 'minor' || about === 'either' ? turns(practice, 15, -40) : '1960-05-05'
  const { id } = await buildPatient(practice, { family: 'Basis', given: 'Bo', birthDate })
  if (about === 'deceased') await practice.app.store.tx(async (w) => void await w.update(w.t.patients).set({ deceased: true, deceasedOn: '2026-01-02' }).where(eq(w.t.patients.id, id)))
  return { id, birthDate }
}

describe('every basis, from the desk to the portal', () => {
  test.each(bases)('%s', async (basis) => {
    const { id, birthDate } = await patientFor(basis)
    const email = `${basis}@example.org`
    const personId = await buildPerson(desk, { email })
    const body = wish(practice, personId, { basis, relationship: 'other', documents: [{ kind: basisRules[basis].documents[0] }] })
    const alone = await grant(practice, desk, id, body)
    let grantId = alone.body.id
    if (basisRules[basis].secondPerson) {
      expect([alone.status, alone.body.code]).toEqual([409, 'PROXY_NEEDS_SECOND_PERSON'])
      const asked = await desk.post<{ id: string; requestId: string }>(`/api/patients/${id}/ask-for-access`, body)
      grantId = asked.body.id
      expect(await grantNow(desk, id, grantId)).toMatchObject({ state: 'requested', now: 'none' })
      expect(openTo(await portal.access(id, personId))).toEqual([])
      // Who asked does not decide; who was told of it without the right does not either.
      expect((await approve(practice, 'frontdesk2', asked.body.requestId)).status).toBe(403)
      expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
    } else expect([alone.status, alone.body.state]).toEqual([200, 'pending'])
    expect(openTo(await portal.access(id, personId))).toEqual([])
    await confirm(practice, email, birthDate)
    expect(openTo(await portal.access(id, personId)).length).toBe(opens[basis])
    expect((await desk.post(`/api/proxy-grants/${grantId}/revoke`, {})).status).toBe(200)
    expect(openTo(await portal.access(id, personId))).toEqual([])
  })
})

test('R27: a trusted representative sees and does what the invitation names, area by area', async () => {
  const birthDate = '1960-05-05'
  const { id } = await buildPatient(practice, { family: 'Areas', given: 'Ada', birthDate })
  const areas = { bills: 'act', appointments: 'view', results: 'none' }
  const { personId } = await openAccess(practice, desk, id, birthDate, { wish: { basis: 'adult-consent', relationship: 'adult-child', levelId: 'trusted-representative', areas, documents: [{ kind: 'adult-consent-form' }] } })
  expect(openTo(await portal.access(id, personId)).toSorted()).toEqual(['pay-bills', 'see-appointments', 'see-bills'])
})

test('a minor who is a parent acts for the own child, and no other minor does', async () => {
  const young = turns(practice, 16, -40)
  const { id: mother } = await buildPatient(practice, { family: 'Young', given: 'Yara', birthDate: young })
  const birthDate = turns(practice, 1, -20)
  const { id } = await buildPatient(practice, { family: 'Young', given: 'Zoe', birthDate })
  const body = { ...wish(practice, 'x'), personId: undefined, personPatientId: mother }
  expect((await grant(practice, desk, id, body)).body.code).toBe('PROXY_IS_A_MINOR')
  const asked = await desk.post<{ requestId: string }>(`/api/patients/${mother}/legal-status`, { kind: 'minor-parent', document: 'birth-certificate', fromOn: birthDate, reason: 'the child’s birth certificate' })
  expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
  expect((await grant(practice, desk, id, body)).body.state).toBe('pending')
})

test('R24: several proxies know nothing of each other: neither their portal nor their page names another', async () => {
  const birthDate = turns(practice, 12, 200)
  const { id } = await buildPatient(practice, { family: 'Several', given: 'Sam', birthDate })
  const people = []
  for (const given of ['Quintessa', 'Bartholomew', 'Philomena']) people.push({ given, ...await openAccess(practice, desk, id, birthDate, { person: { legalGiven: given, legalFamily: `${given}son` } }) })
  for (const one of people) {
    const told = JSON.stringify([(await portal.access(id, one.personId)).body, (await desk.get(`/api/patients/${id}/parent-page?person=${one.personId}`)).body])
    for (const other of people.filter((each) => each !== one)) for (const trace of [other.given, other.personId, other.email, other.grantId]) expect([one.given, told.includes(trace)]).toEqual([one.given, false])
  }
  const before = (await portal.access(id, people[1]?.personId ?? '', practice.clock.now())).body.capabilities
  expect((await desk.post<Problem>(`/api/proxy-grants/${people[0]?.grantId ?? ''}/revoke`, { wish: 'court' })).status).toBe(200)
  expect((await portal.access(id, people[1]?.personId ?? '', practice.clock.now())).body.capabilities).toEqual(before)
})
