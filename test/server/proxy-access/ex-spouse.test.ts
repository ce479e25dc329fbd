import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Restored } from '#server/operations/restore.ts'
import type { CommandAnswer } from '#server/operations/commands.ts'
import { mailsTo } from '#test/server/enrollment/mailbox.ts'
import { emptyPlace, ownFolder, type as typed } from '#test/server/operations/places.ts'
import { buildPatient, proofFor, type Made } from '#test/server/patients/people.ts'
import { approve, buildPerson, grant, grantNow, openAccess, proxies, turns, wish, type Problem } from '#test/server/proxy-access/family.ts'
import { bytesOf, openPortal, openTo, type Portal } from '#test/server/proxy-access/portal.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

/** Carlos Vega is kept away from Ossie by a court. He knows everything about his child, and he does not give up. */
const known = { names: [{ family: 'Vega', given: 'Carlos' }], emails: ['cvega84@gmail.com'], phones: ['(212) 555-0142'], birthDate: '1984-02-03' }
const disguises: readonly [how: string, person: Record<string, unknown>][] = [
  ['another spelling', { legalFamily: 'Vegga', legalGiven: 'Karlos' }],
  ['a mail alias', { legalFamily: 'Brown', legalGiven: 'Peter', email: 'C.Vega.84+portal@googlemail.com' }],
  ['a maiden name', { legalFamily: 'Stone', legalGiven: 'Carl', otherNames: [{ family: 'Vega', given: 'Carlos', use: 'former' }] }],
  ['the same phone', { legalFamily: 'Green', legalGiven: 'Paul', phone: '001 212 555 0142' }],
  ['her family name and his birthday', { legalFamily: 'Rodriguez', legalGiven: 'Carlos', birthDate: '1984-02-03' }],
  ['a stroke of the pen', { legalFamily: 'Vgea', legalGiven: 'Carlso' }],
]
const order = (more: Record<string, unknown> = {}) => ({ kind: 'court-order', note: 'order of the family court', reason: 'she brought the order', ...known, ...more })
const himself = (person: Record<string, unknown>) => ({ ...person, override: { reason: 'says that he is somebody else' } })

let practice: TestPractice
let desk: Desk
let portal: Portal
let birthDate: string
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  portal = await openPortal(practice)
  birthDate = turns(practice, 12, 400)
})
afterAll(() => practice.stop())

const child = () => buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate })
/** An answer without what belongs to the question: whom it names, and the numbers of this one request. */
const plain = (body: unknown, ...names: string[]) => names.reduce((text, name) => text.replaceAll(name, '·'), JSON.stringify(body).replace(/"requestId":"[^"]*"/g, '').replace(/"grantId":"[^"]*"/g, ''))

describe('T2: what the determined ex-spouse is told', () => {
  test('every disguise, at every desk, is answered with the same bytes: nobody learns what gave him away', async () => {
    const answers = new Set<string>()
    for (const [, person] of disguises) {
      const ossie = await child()
      await desk.post(`/api/patients/${ossie.id}/blocks`, order())
      const personId = await buildPerson(desk, himself(person))
      for (const who of ['frontdesk1', 'frontdesk2', 'manager1']) {
        const at = await practice.as(who)
        const reply = await grant(practice, at, ossie.id, wish(practice, personId, { relationship: 'father' }))
        answers.add(`${reply.status} ${plain(reply.body, personId, ossie.id)}`)
      }
      expect((await proxies(desk, ossie.id)).grants.map((one) => [one.state, one.now])).toEqual([['held', 'none']])
    }
    expect(answers.size).toBe(1)
    expect([...answers][0]).toMatch(/^409 .*PROXY_NEEDS_PRIVACY_OFFICER/)
  })

  test('what is said aloud to him is said to every father whose request takes longer', async () => {
    const [ossie, tess] = [await child(), await buildPatient(practice, { family: 'Teen', given: 'Tess', birthDate: turns(practice, 15, 60) })]
    await desk.post(`/api/patients/${ossie.id}/blocks`, order())
    const blocked = await grant(practice, desk, ossie.id, wish(practice, await buildPerson(desk, himself({ legalFamily: 'Vega', legalGiven: 'Carlos' }))))
    const other = await grant(practice, desk, tess.id, wish(practice, await buildPerson(desk), { basis: 'teen-consent', documents: [{ kind: 'minor-consent-form' }] }))
    expect([blocked.status, blocked.body.say]).toEqual([other.status, other.body.say])
  })

  test.each(disguises)('his portal hears of %s what it hears of somebody who never asked', async (_how, person) => {
    const ossie = await child()
    await desk.post(`/api/patients/${ossie.id}/blocks`, order())
    const personId = await buildPerson(desk, himself({ email: `p${String(person.legalFamily)}@example.org`, ...person }))
    const grantId = (await grant(practice, desk, ossie.id, wish(practice, personId, { relationship: 'father' }))).body.current?.grantId ?? ''
    const at = practice.clock.now()
    const [his, strangers] = [await portal.access(ossie.id, personId, at), await portal.access(ossie.id, 'somebody-who-never-asked', at)]
    expect(bytesOf(his).replaceAll(personId, '·')).toBe(bytesOf(strangers).replaceAll('somebody-who-never-asked', '·'))
    expect(bytesOf(await portal.settle(grantId, 'confirmed'))).toBe(bytesOf(await portal.settle('never-there', 'confirmed')))
    expect((await desk.post(`/api/proxy-grants/${grantId}/resend`, { reason: 'he asks where his mail is' })).status).toBe(409)
    for (const email of ['cvega84@gmail.com', 'C.Vega.84+portal@googlemail.com', `p${String(person.legalFamily)}@example.org`]) expect(await mailsTo(practice, email)).toEqual([])
  })

  test('access that he had closes on his next look as if it had been revoked, and to her nothing changes', async () => {
    const [ossie, ray] = [await child(), await child()]
    const [him, her] = [await openAccess(practice, desk, ossie.id, birthDate, { person: himself({ legalFamily: 'Vega', legalGiven: 'Carlos', email: 'cv.one@example.org' }) }), await openAccess(practice, desk, ossie.id, birthDate)]
    const revoked = await openAccess(practice, desk, ray.id, birthDate)
    await desk.post(`/api/proxy-grants/${revoked.grantId}/revoke`, {})
    await desk.post(`/api/patients/${ossie.id}/blocks`, order())
    const at = practice.clock.now()
    const [his, ended] = [await portal.access(ossie.id, him.personId, at), await portal.access(ray.id, revoked.personId, at)]
    expect(plain(his.body, him.personId, ossie.id)).toBe(plain(ended.body, revoked.personId, ray.id))
    expect(openTo(await portal.access(ossie.id, her.personId)).length).toBe(22)
  })
})

describe('T2, R10: his ways never become the child’s', () => {
  const change = async (patient: Made, kind: string, value: string, at = desk) => at.post<Problem>(`/api/patients/${patient.id}/change-contact`, {
    kind, contactId: null, value, use: null, evidence: 'photo-id', patientIsPresent: true, reason: 'says the father',
  }, { version: 1, stepUp: await proofFor(practice, at, 'contact.change', patient.id) })

  test('an address or number of the order, however it is written', async () => {
    const ossie = await child()
    await desk.post(`/api/patients/${ossie.id}/blocks`, order())
    for (const [kind, value] of [['email', 'C.VEGA.84@googlemail.com'], ['email', 'cvega84+ossie@gmail.com'], ['phone', '+1 212-555-0142'], ['phone', '2125550142']] as const) {
      expect([value, (await change(ossie, kind, value, await practice.as('frontdesk2'))).body.code]).toEqual([value, 'CONTACT_NEEDS_PRIVACY_OFFICER'])
    }
  })

  test('one that the order does not name, but under which he asked here himself; an uncle’s is let through', async () => {
    const ossie = await child()
    await desk.post(`/api/patients/${ossie.id}/blocks`, order({ emails: [], phones: [], birthDate: null }))
    const him = await buildPerson(desk, himself({ legalFamily: 'Vega', legalGiven: 'Carlos', email: 'new.life@example.org', phone: '(646) 555-0110' }))
    await grant(practice, desk, ossie.id, wish(practice, him, { relationship: 'father' }))
    expect([(await change(ossie, 'email', 'new.life@example.org')).body.code, (await change(ossie, 'phone', '646 555 0110')).body.code])
      .toEqual(['CONTACT_NEEDS_PRIVACY_OFFICER', 'CONTACT_NEEDS_PRIVACY_OFFICER'])
    expect((await change(ossie, 'email', 'uncle.bob@example.org')).status).toBe(200)
  })

  test('one that is on the chart from before carries nothing to him any more', async () => {
    const teen = await buildPatient(practice, { family: 'Rodriguez', given: 'Tess', birthDate: turns(practice, 15, 60), email: 'the.home.of.all@example.org' })
    await desk.post(`/api/patients/${teen.id}/blocks`, order({ emails: ['The.Home.Of.All+kids@example.org'] }))
    await openAccess(practice, desk, teen.id, turns(practice, 15, 60))
    expect(await mailsTo(practice, 'the.home.of.all@example.org')).toEqual([])
  })
})

test('T6, OP-03: right after a restore from a backup that knows nothing of the order he is refused as before it', async () => {
  const before = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  const first = await before.as('frontdesk1')
  const day = turns(before, 15, 60)
  const ossie = await buildPatient(before, { family: 'Rodriguez', given: 'Ossie', birthDate: day, email: 'ossie.own@example.org' })
  const him = await openAccess(before, first, ossie.id, day, { person: himself({ legalFamily: 'Vega', legalGiven: 'Carlos', email: 'cv.two@example.org' }) })
  const her = await openAccess(before, first, ossie.id, day)
  const { app } = before
  const made = (await typed(`backup --to ${ownFolder()} --json`, { dataDir: app.config.dataDir, databaseUrl: app.config.databaseUrl })).json<Extract<CommandAnswer, { command: 'backup' }>>()
  await first.post(`/api/patients/${ossie.id}/blocks`, order())
  await first.post(`/api/patients/${ossie.id}/suppress-channel`, { channel: 'email', contactId: null, reason: 'he reads her mail' })
  await before.stop()
  const place = await emptyPlace()
  const said = await typed(`restore --from ${made.made.file} --json`, place, { ANCHOR_DIR: app.config.anchorDir })
  expect([said.code, said.err]).toEqual([0, ''])
  const restored = said.json<Restored>()
  expect(restored.accessClosed).toBeGreaterThan(0)
  const after = await openPractice({ DATA_DIR: place.dataDir, ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}), ANCHOR_DIR: app.config.anchorDir, REQUESTS_PER_SECOND: '1000' })
  try {
    const second = await after.as('frontdesk2')
    const door = await openPortal(after)
    const at = after.clock.now()
    const [his, strangers] = [await door.access(ossie.id, him.personId, at), await door.access(ossie.id, 'somebody-who-never-asked', at)]
    expect(bytesOf(his).replaceAll(him.personId, '·')).toBe(bytesOf(strangers).replaceAll('somebody-who-never-asked', '·'))
    // Whom the lost order meant is lost: until it is entered again it means everybody, and no way to the child is trusted.
    expect(openTo(await door.access(ossie.id, her.personId))).toEqual([])
    const another = await buildPerson(second, { legalFamily: 'Brown', legalGiven: 'Peter' })
    const reply = await grant(after, second, ossie.id, wish(after, another, { relationship: 'father' }))
    expect([reply.status, reply.body.code]).toEqual([409, 'PROXY_NEEDS_PRIVACY_OFFICER'])
    const stepUp = await proofFor(after, second, 'contact.change', ossie.id)
    const contact = { kind: 'email', contactId: null, value: 'anybody@example.org', use: null, evidence: 'photo-id', patientIsPresent: true, reason: 'says the father' }
    expect((await second.post<Problem>(`/api/patients/${ossie.id}/change-contact`, contact, { version: 1, stepUp })).body.code).toBe('CONTACT_NEEDS_PRIVACY_OFFICER')
    // The privacy officer enters the order again and has the stand-in lifted: she is let back after a review, he is not.
    const officer = await after.as('privacy1')
    expect((await officer.post(`/api/patients/${ossie.id}/blocks`, order())).status).toBe(200)
    const { blocks } = (await officer.get<{ blocks: { id: string; kind: string }[] }>(`/api/patients/${ossie.id}/blocks`)).body
    const lift = await (await after.as('manager1')).post<{ requestId: string }>(`/api/blocks/${blocks.find((one) => one.kind === 'safety-flag')?.id ?? ''}/lift`, { reason: 'entered again' })
    expect((await approve(after, 'privacy1', lift.body.requestId)).status).toBe(200)
    expect((await grantNow(second, ossie.id, her.grantId)).state).toBe('suspended')
    expect((await grant(after, second, ossie.id, wish(after, await buildPerson(second, himself({ legalFamily: 'Vega', legalGiven: 'Carlos' }))))).body.code).toBe('PROXY_NEEDS_PRIVACY_OFFICER')
    // Which address was unsafe is lost as well: no mail at all goes to the child until a desk opens the way again.
    expect((await proxies(second, ossie.id)).suppressed).toMatchObject([{ channel: 'email', masked: null }])
  } finally {
    await after.stop()
  }
})
