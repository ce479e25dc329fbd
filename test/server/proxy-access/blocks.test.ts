import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BlocksAnswer, WaitingLine } from '#domain/contracts/proxy-access.ts'
import { MINUTE } from '#domain/time.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { buildPatient, proofFor } from '#test/server/patients/people.ts'
import { birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { mailsTo, mailWith, pathOf } from '#test/server/enrollment/mailbox.ts'
import { approve, buildPerson, dayFrom, grant, grantNow, matrix, openAccess, proxies, turns, wish, type Problem } from '#test/server/proxy-access/family.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const block = (patientId: string, more: Record<string, unknown> = {}, at = desk) => at.post<{ id: string; stopped: number }>(`/api/patients/${patientId}/blocks`, {
  kind: 'court-order', note: 'order of the family court', names: [{ family: 'Vega', given: 'Carlos' }], reason: 'she brought the order', ...more,
})
const child = (inDays = 400) => buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate: turns(practice, 12, inDays) })

describe('T2: the determined ex-spouse', () => {
  test.each([
    ['the very name', { legalFamily: 'Vega', legalGiven: 'Carlos' }],
    ['another spelling', { legalFamily: 'Vegga', legalGiven: 'Karlos' }],
    ['accents and capitals', { legalFamily: 'VÉGA', legalGiven: 'Cárlos' }],
    ['the letters of another language', { legalFamily: 'Bega', legalGiven: 'Carlos' }],
    ['the two names turned round', { legalFamily: 'Carlos', legalGiven: 'Vega' }],
    ['a second surname', { legalFamily: 'Vega Ortiz', legalGiven: 'Carlos Alberto' }],
    ['an initial', { legalFamily: 'Vega', legalGiven: 'C.' }],
    ['a name from before', { legalFamily: 'Stone', legalGiven: 'Carl', otherNames: [{ family: 'Vega', given: 'Carlos', use: 'former' }] }],
    ['a name of his wife’s and the same birthday', { legalFamily: 'Miller', legalGiven: 'Carlos', birthDate: '1984-02-03' }],
    ['another name and a mail alias', { legalFamily: 'Brown', legalGiven: 'Peter', email: 'C.Vega.84+portal@googlemail.com' }],
    ['another name and the same phone', { legalFamily: 'Green', legalGiven: 'Paul', phone: '001 212 555 0142' }],
  ])('asks with %s: refused, and put before the privacy officer', async (_how, person) => {
    const ossie = await child()
    const set = await block(ossie.id, { emails: ['cvega84@gmail.com'], phones: ['(212) 555-0142'], birthDate: '1984-02-03' })
    expect([set.status, set.body.stopped]).toEqual([200, 0])
    const personId = await buildPerson(desk, { ...person, override: { reason: 'said to be another person' } })
    // A second office does not help: the chart is one.
    const office = await practice.as('frontdesk2')
    const refused = await grant(practice, office, ossie.id, wish(practice, personId, { relationship: 'father' }))
    expect([refused.status, refused.body.code, refused.body.state]).toEqual([409, 'PROXY_NEEDS_PRIVACY_OFFICER', undefined])
    const asked = await office.post<Problem>(`/api/patients/${ossie.id}/ask-for-access`, wish(practice, personId, { relationship: 'father', disputed: true }))
    expect([asked.status, asked.body.code]).toEqual([409, 'PROXY_NEEDS_PRIVACY_OFFICER'])
    const [held, another] = (await proxies(desk, ossie.id)).grants
    expect([held?.state, held?.now, another]).toEqual(['held', 'none', undefined])
    const officer = await practice.as('privacy1')
    const waiting = await officer.get<WaitingLine[]>(`/api/proxy-requests?range=[0,199]&filter=${encodeURIComponent('{"waitsFor":"privacy-officer"}')}`)
    expect(waiting.body.map((one) => one.patientId)).toContain(ossie.id)
    await mailWith(practice, 'privacy1@example.org', held?.id ?? '')
  })

  test('nobody hints: what is said aloud is the very sentence of any request that takes longer', async () => {
    const [ossie, tess] = [await child(), await buildPatient(practice, { family: 'Teen', given: 'Tess', birthDate: turns(practice, 15, 60) })]
    await block(ossie.id)
    const him = await buildPerson(desk, { legalFamily: 'Vega', legalGiven: 'Carlos', override: { reason: 'another chart' } })
    const blocked = await grant(practice, desk, ossie.id, wish(practice, him))
    const ordinary = await grant(practice, desk, tess.id, wish(practice, await buildPerson(desk), { basis: 'teen-consent', documents: [{ kind: 'minor-consent-form' }] }))
    expect([blocked.status, blocked.body.say]).toEqual([ordinary.status, ordinary.body.say])
    expect(blocked.body.say).not.toMatch(/note|block|court|safety|somebody|patient/i)
  })

  test('an invitation that is out dies with the block: its page is the page of any link that is over', async () => {
    const birthDate = turns(practice, 12, 400)
    const ossie = await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate })
    const personId = await buildPerson(desk, { legalFamily: 'Vega', legalGiven: 'Carlos', email: 'his.own@example.org', override: { reason: 'another chart' } })
    const granted = await grant(practice, desk, ossie.id, wish(practice, personId))
    const path = pathOf(await mailWith(practice, 'his.own@example.org', '/p/proxy/'))
    expect((await block(ossie.id, { names: [{ family: 'Vega', given: 'Carlos' }] })).body.stopped).toBe(1)
    const words = async (at: string) => {
      const page = await patientBrowser(practice.origin).open(at)
      return [page.status, page.text.replace(/nonce="[^"]+"/, '').replace(at, 'the path that was asked for')]
    }
    expect(await words(path)).toEqual(await words('/p/proxy/nobody-sent-this_k1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'))
    practice.clock.advance(3 * MINUTE)
    const mails = (await mailsTo(practice, 'his.own@example.org')).length
    expect((await desk.post<Problem>(`/api/proxy-grants/${granted.body.id}/resend`, { reason: 'he asks again' })).status).toBe(409)
    expect((await mailsTo(practice, 'his.own@example.org')).length).toBe(mails)
  })

  test('an answer that was begun before the block does not open anything after it', async () => {
    const birthDate = turns(practice, 12, 400)
    const ossie = await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate })
    const personId = await buildPerson(desk, { legalFamily: 'Vegas', legalGiven: 'Carl', email: 'begun@example.org', override: { reason: 'another chart' } })
    const granted = await grant(practice, desk, ossie.id, wish(practice, personId))
    const browser = patientBrowser(practice.origin)
    await browser.open(pathOf(await mailWith(practice, 'begun@example.org', '/p/proxy/')))
    await browser.send(birth(birthDate))
    await block(ossie.id)
    const password = 'violet kettle on the seventh stair'
    expect((await browser.send({ account: 'new', userName: 'carl.vegas', password, repeat: password, do: 'confirm' })).status).toBe(410)
    expect(await grantNow(desk, ossie.id, granted.body.id)).toMatchObject({ state: 'held', now: 'none' })
  })

  test('open access closes at once; the other parent’s does not change, and the matrix shows the staff no reason', async () => {
    const birthDate = turns(practice, 12, 400)
    const ossie = await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate })
    const him = await openAccess(practice, desk, ossie.id, birthDate, { person: { legalFamily: 'Vega', legalGiven: 'Carlos', email: 'open.vega@example.org', override: { reason: 'x of another chart' } } })
    const her = await openAccess(practice, desk, ossie.id, birthDate)
    expect((await block(ossie.id)).body.stopped).toBe(1)
    expect([(await grantNow(desk, ossie.id, him.grantId)).now, (await grantNow(desk, ossie.id, her.grantId)).now]).toEqual(['none', 'full'])
    const seen = await matrix(desk, ossie.id)
    expect(seen.hasBlock).toBe(true)
    expect(seen.columns.find((one) => one.personId === him.personId)?.held).toBe(true)
    expect(JSON.stringify([seen, await proxies(desk, ossie.id)])).not.toMatch(/court|family court|order of/i)
    const page = await desk.get(`/api/patients/${ossie.id}/parent-page?person=${her.personId}`)
    expect(JSON.stringify(page.body)).not.toMatch(/Vega|Carlos|safety|block/i)
  })

  test('his address and number never become the child’s, and nothing is sent there', async () => {
    const ossie = await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate: turns(practice, 15, 30), email: 'the.vega.home@gmail.com' })
    await block(ossie.id, { emails: ['TheVegaHome@gmail.com'], phones: ['212-555-0177'] })
    for (const [kind, value] of [['email', 'thevegahome+ossie@googlemail.com'], ['phone', '+1 (212) 555 0177']] as const) {
      const stepUp = await proofFor(practice, desk, 'contact.change', ossie.id)
      const reply = await desk.post<Problem>(`/api/patients/${ossie.id}/change-contact`, { kind, contactId: null, value, use: null, evidence: 'photo-id', patientIsPresent: true, reason: 'says the father' }, { version: 1, stepUp })
      expect([reply.status, reply.body.code]).toEqual([409, 'CONTACT_NEEDS_PRIVACY_OFFICER'])
    }
    await openAccess(practice, desk, ossie.id, turns(practice, 15, 30))
    expect(await mailsTo(practice, 'the.vega.home@gmail.com')).toEqual([])
  })
})

test('staff see that a block exists; kind, words and names are for the privacy officer, and reading them is on record', async () => {
  const ossie = await child()
  await block(ossie.id, { note: 'do not let him near her' })
  expect((await proxies(desk, ossie.id)).hasBlock).toBe(true)
  for (const who of ['frontdesk1', 'helpline1', 'clinician1', 'manager1', 'admin1']) expect([who, (await (await practice.as(who)).get(`/api/patients/${ossie.id}/blocks`)).status]).toEqual([who, 403])
  const officer = await practice.as('privacy1')
  const { blocks } = (await officer.get<BlocksAnswer>(`/api/patients/${ossie.id}/blocks`)).body
  expect(blocks).toMatchObject([{ kind: 'court-order', note: 'do not let him near her', setByName: 'Front Desk 1', marks: [{ kind: 'name', value: 'Carlos Vega' }] }])
  const { auditEvents: e } = practice.app.store.read.t
  expect(await practice.app.store.read.$count(e, and(eq(e.event, 'block.read'), eq(e.patientId, ossie.id)))).toBe(1)
})

test('a namesake is let through by the privacy officer, once and for all; the block goes on meaning the other', async () => {
  const birthDate = turns(practice, 12, 400)
  const ossie = await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate })
  await block(ossie.id)
  const uncle = await buildPerson(desk, { legalFamily: 'Vega', legalGiven: 'Carlo', email: 'carlo@example.org', override: { reason: 'the uncle' } })
  const refused = await grant(practice, desk, ossie.id, wish(practice, uncle, { relationship: 'guardian' }))
  const grantId = refused.body.current?.grantId ?? ''
  const officer = await practice.as('privacy1')
  const { version } = await grantNow(desk, ossie.id, grantId)
  expect((await officer.post<Problem>(`/api/proxy-grants/${grantId}/decide-held`, { decision: 'other-person', reason: 'the uncle, seen in person' }, { version })).status).toBe(200)
  expect((await grant(practice, desk, ossie.id, wish(practice, uncle, { relationship: 'guardian' }))).status).toBe(200)
  const him = await buildPerson(desk, { legalFamily: 'Vega', legalGiven: 'Carlos', override: { reason: 'himself' } })
  expect((await grant(practice, desk, ossie.id, wish(practice, him))).status).toBe(409)
})

test('AZ-06: lifting a block takes two, and opens nothing by itself', async () => {
  const birthDate = turns(practice, 12, 400)
  const ossie = await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate })
  const him = await openAccess(practice, desk, ossie.id, birthDate, { person: { legalFamily: 'Vega', legalGiven: 'Carlos', email: 'lift.vega@example.org', override: { reason: 'x of another chart' } } })
  const { id } = (await block(ossie.id)).body
  const manager = await practice.as('manager1')
  const asked = await manager.post<{ requestId: string }>(`/api/blocks/${id}/lift`, { reason: 'the court lifted the order' })
  expect(asked.status).toBe(200)
  expect((await approve(practice, 'privacy1', asked.body.requestId)).status).toBe(200)
  const line = await grantNow(desk, ossie.id, him.grantId)
  expect([line.state, line.now]).toEqual(['suspended', 'none'])
  const review = { reviewOn: dayFrom(practice, 300), reason: 'order lifted' }
  expect((await desk.post<Problem>(`/api/proxy-grants/${him.grantId}/review`, review, { version: line.version })).body.code).toBe('PROXY_NEEDS_SECOND_PERSON')
})

test('R71: a way that is closed for the patient’s safety is closed to every mail, whatever its purpose', async () => {
  const teen = await buildPatient(practice, { family: 'Safe', given: 'Sol', birthDate: turns(practice, 15, 60), email: 'sol@example.org' })
  const contacts = (await desk.get<{ contacts: { id: string }[] }>(`/api/patients/${teen.id}`)).body.contacts
  const closed = await desk.post<{ id: string }>(`/api/patients/${teen.id}/suppress-channel`, { channel: 'email', contactId: contacts[0]?.id, reason: 'he reads her mail' })
  expect(closed.status).toBe(200)
  await openAccess(practice, desk, teen.id, turns(practice, 15, 60))
  expect(await mailsTo(practice, 'sol@example.org')).toEqual([])
  expect((await proxies(desk, teen.id)).suppressed).toMatchObject([{ channel: 'email', masked: 's···@example.org' }])
  expect((await desk.post(`/api/suppressed-channels/${closed.body.id}/end`, { reason: 'she has a new one' }, { version: 1 })).status).toBe(200)
  expect((await proxies(desk, teen.id)).suppressed).toEqual([])
})
