import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { DAY } from '#domain/time.ts'
import { endForDeath } from '#db/death.ts'
import { killAllSecrets } from '#db/enrollment-ends.ts'
import { sceneOfAttacks, unharmed, victimOf, type Scene, type Victim } from '#test/server/recovery/attack-scene.ts'
import { answerProof, BORN, callAt, choosePassword, linkTo } from '#test/server/recovery/calls.ts'
import { birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import type { TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let agent: Scene['agent']
let sitDown: Scene['sitDown']
sceneOfAttacks((scene) => { ({ practice, agent, sitDown } = scene) })

describe('links', () => {
  test('17 T8: a mail scanner that opens every link by GET and HEAD uses nothing up', async () => {
    const { victim } = await victimOf(practice)
    const call = callAt(practice, agent(1), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.sendLink()
    const path = await linkTo(practice, victim.email, 'recover')
    for (const method of ['HEAD', 'GET', 'GET']) expect((await fetch(practice.origin + path, { method })).status).toBe(200)
    expect((await call.read()).proof?.state).toBe('sent')
    expect((await answerProof(practice, path)).title).toBe('Thank you')
  })

  test('18 a forwarded mail: without the birth date five tries, then it is dead, and the ladder remembers', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(1), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.sendLink()
    const path = await linkTo(practice, victim.email, 'recover')
    for (let tries = 0; tries < 5; tries += 1) await answerProof(practice, path, birth('1970-01-01'))
    expect((await answerProof(practice, path)).title).toBe('This page has ended')
    expect((await call.read()).proof?.state).toBe('failed')
    await unharmed(practice, victim, before)
  })

  test('19 an old link after a new one, a used link, and one of yesterday are all the same dead page', async () => {
    const { victim } = await victimOf(practice)
    const call = callAt(practice, agent(2), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    await call.act('send-reset-link')
    const old = await linkTo(practice, victim.email, 'reset')
    await call.act('send-reset-link')
    const fresh = await linkTo(practice, victim.email, 'reset', 2)
    expect(fresh).not.toBe(old)
    expect((await choosePassword(practice, old)).title).toBe('This page has ended')
    expect((await choosePassword(practice, fresh)).title).toBe('Your new password counts')
    expect((await choosePassword(practice, fresh, { password: 'another amber tractor here', repeat: 'another amber tractor here' })).title).toBe('This page has ended')
    await call.act('send-reset-link')
    const late = await linkTo(practice, victim.email, 'reset', 3)
    practice.clock.set(practice.clock.now() + DAY)
    expect((await choosePassword(practice, late)).title).toBe('This page has ended')
  })

  test('20 "this was not me" after the password was already changed closes the sign-in and ends its sessions; a second press changes nothing', async () => {
    await sitDown(['helpline6', 'helpline7'])
    const { victim } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    await call.act('send-reset-link')
    await choosePassword(practice, await linkTo(practice, victim.email, 'reset'))
    const path = await linkTo(practice, victim.email, 'not-me')
    const browser = patientBrowser(practice.origin)
    for (let press = 0; press < 2; press += 1) {
      await browser.open(path)
      await browser.send({}, { path })
    }
    const { incidents: i } = practice.app.store.read.t
    expect(await practice.app.store.read.$count(i, and(eq(i.patientId, victim.id), eq(i.kind, 'not-me')))).toBe(1)
    const next = callAt(practice, agent(1), victim.id)
    await next.begin()
    await next.locate(victim)
    expect((await next.sendLink()).body.code).toBe('RECOVERY_SUSPENDED')
  })

  test('21 two acts at once: one version wins, and the limit of three a day holds in a race', async () => {
    const { victim } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    const twins = await Promise.all([call.act('send-reset-link'), call.act('send-reset-link')])
    expect(twins.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 412])
    await call.act('send-reset-link')
    await call.act('send-reset-link')
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_LIMIT')
    expect((await call.read()).resetsToday).toEqual({ used: 3, limit: 3 })
  })

  test('22 stopped safely: the caller’s page and links are dead, privacy knows, and for a week only the desk is left', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.sendLink()
    const path = await linkTo(practice, victim.email, 'recover')
    expect((await call.say('stop', { note: 'somebody prompted in the background' })).body.state).toBe('stopped')
    expect((await answerProof(practice, path)).title).toBe('This page has ended')
    const next = callAt(practice, agent(1), victim.id)
    await next.begin()
    expect((await next.read()).ways.filter((one) => one.standing === 'suffices').map((one) => one.kind)).toEqual(['photo-id'])
    expect((await next.read()).person.birthDate).toBe(BORN)
    await unharmed(practice, victim, before)
  })
})

describe('what ends an account', () => {
  test.each<[string, (victim: Victim) => Promise<void>]>([
    ['a death', async ({ id }) => { await practice.app.store.tx((w) => endForDeath(w, id, { newId: () => randomUUID(), evidence: 'family', by: 'test', at: practice.clock.now() })); await markDead(id) }],
    ['a safety note', async ({ id }) => {
      const { accessBlocks: b } = practice.app.store.read.t
      await practice.app.store.tx(async (w) => { await w.insert(b).values({ id: randomUUID(), patientId: id, kind: 'court-order', note: 'a note', setBy: 'test', setAt: practice.clock.now() }) })
    }],
    ['an undone enrollment', async ({ id }) => {
      const body = { patientId: id, portalId: 'mychart-ny-nj', cause: 'not-the-patient', rightPatientId: null, reason: 'the wrong person' }
      expect((await (await practice.as('frontdesk3')).post('/api/enrollments/undo', body)).status).toBe(200)
    }],
    ['a restored backup', async () => { await practice.app.store.tx(async (w) => { await killAllSecrets(w, practice.clock.now()) }) }],
  ])('%s kills a reset link that is on its way', async (_what, end) => {
    const { victim } = await victimOf(practice)
    const call = callAt(practice, await practice.as('helpline11'), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    await call.act('send-reset-link')
    const path = await linkTo(practice, victim.email, 'reset')
    practice.clock.set(practice.clock.now() + 1)
    await end(victim)
    expect((await choosePassword(practice, path)).title).toBe('This page has ended')
  })

  async function markDead(id: string): Promise<void> {
    const { patients: p } = practice.app.store.read.t
    await practice.app.store.tx(async (w) => { await w.update(p).set({ deceased: true }).where(eq(p.id, id)) })
  }
})
