import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, isNotNull } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#domain/time.ts'
import { endForDeath } from '#db/death.ts'
import { killAllSecrets } from '#db/enrollment-ends.ts'
import { readArchive } from '#server/operations/archive.ts'
import { backUp } from '#server/operations/back-up.ts'
import { aliveSecrets, answered, answerProof, approve, BORN, callAt, choosePassword, linksTo, linkTo, passwordOf, patientWithAccount, shownWords } from '#test/server/recovery/calls.ts'
import { mailsTo } from '#test/server/enrollment/mailbox.ts'
import { birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { open, proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

type Victim = Awaited<ReturnType<typeof patientWithAccount>>
let practice: TestPractice
let agents: Desk[]
let frontDesk: Desk
let told = 0
const logged: string[] = []
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  for (const level of ['info', 'warn', 'error'] as const) practice.app.log[level] = (fields, sentence) => { logged.push(JSON.stringify({ fields, sentence })) }
  agents = await Promise.all(['helpline1', 'helpline2', 'helpline3', 'helpline4'].map((name) => practice.as(name)))
  frontDesk = await practice.as('frontdesk1')
})
afterEach(({ task }) => { if (/^\d/.test(task.name) && task.result?.state !== 'fail') told += 1 })
afterAll(async () => {
  process.stdout.write(`${told} attack stories replayed without success\n`)
  await practice.stop()
})

const agent = (at = 0): Desk => {
  const desk = agents[at]
  if (!desk) throw new Error('no such agent')
  return desk
}

/** Puts another address on file at the desk, with the patient's document as evidence. */
async function changeEmail(desk: Desk, patientId: string, value: string, old: string | null = null): Promise<number> {
  const { version, contacts } = await open(desk, patientId)
  const contactId = old === null ? null : contacts.find((one) => one.kind === 'email')?.id ?? null
  const stepUp = await proofFor(practice, desk, 'contact.change', patientId)
  const body = { contactId, kind: 'email', value, use: null, patientIsPresent: true, evidence: 'photo-id', reason: 'asked at the desk' }
  return (await desk.post(`/api/patients/${patientId}/change-contact`, body, { version, stepUp })).status
}

/** Nothing that opens the account came of it: no live link, no link in any mailbox but the patient's own, the password as it was. */
async function unharmed(victim: Victim, before: string, strangers: readonly string[] = []): Promise<void> {
  expect(await aliveSecrets(practice, victim.id)).toBe(0)
  for (const address of strangers) expect(await linksTo(practice, address, 'reset')).toEqual([])
  expect(await passwordOf(practice, victim.id)).toBe(before)
}

async function victimOf(more: Parameters<typeof patientWithAccount>[1] = {}): Promise<{ victim: Victim; before: string }> {
  const victim = await patientWithAccount(practice, more)
  return { victim, before: await passwordOf(practice, victim.id) }
}

describe('a voice that knows much', () => {
  test('1 a plausible relative who knows name, birth date and phone: facts open nothing', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    expect((await call.locate(victim)).body.located).toBe(true)
    for (const kind of ['send-reset-link', 'unlock', 'send-user-name'] as const) expect((await call.act(kind)).body.code).toMatch(/RECOVERY_NOT_PROVEN|RECOVERY_NOT_LOCKED/)
    await unharmed(victim, before)
  })

  test('2 all facts known, each asked and each right: still nothing is proven', async () => {
    const { victim, before } = await victimOf({ mrn: `MR${randomUUID().slice(0, 8)}` })
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    expect((await call.say('facts', { said: [{ kind: 'mrn', text: victim.mrn }] })).body.fits).toEqual(['mrn'])
    const desk = await call.read()
    expect(desk.facts.every((one) => one.fits)).toBe(true)
    expect(desk.acts.filter((one) => one.refusal === null).map((one) => one.kind)).toEqual(['end-portal-sessions'])
    await unharmed(victim, before)
  })

  test('3 guessing: five wrong answers, in whatever calls, leave the desk alone, and a sixth is not compared', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    const tails = (from: number) => Array.from({ length: 3 }, (_, at) => ({ kind: 'phone-tail', text: String(from + at) }))
    await call.say('facts', { said: tails(1000) })
    await call.say('end-call', { outcome: 'could-not-prove' })
    const again = callAt(practice, agent(1), victim.id)
    await again.begin()
    const last = await again.say('facts', { said: [...tails(2000), { kind: 'phone-tail', text: victim.phone.slice(-4) }] })
    expect(last.body.fits).toEqual([])
    expect((await again.locate(victim)).body.code).toBe('RECOVERY_WRONG_FACTS')
    expect((await again.read()).ways.filter((one) => one.standing === 'suffices').map((one) => one.kind)).toEqual(['photo-id'])
    await unharmed(victim, before)
  })

  test('4 in a hurry: the agent skips straight to sending the link, and it is not sent', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    expect((await call.sendLink()).body.code).toBe('RECOVERY_NOT_LOCATED')
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NOT_PROVEN')
    expect(await mailsTo(practice, victim.email)).toEqual([])
    await unharmed(victim, before)
  })

  test('5 "I have a new phone, use the number on your screen": what is dialled is on file, and nothing typed is taken', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin({ shownNumber: '+1 900 555 0000' })
    await call.locate(victim)
    expect((await call.say('call-back', { contactId: '+19005550000' })).status).toBe(422)
    expect((await call.say('call-back', { contactId: 'mine', number: '9005550000' })).status).toBe(422)
    expect((await call.say('call-back', { contactId: randomUUID() })).body.code).toBe('RECOVERY_NOT_THIS_WAY')
    await unharmed(victim, before)
  })

  test('6 "I am the doctor": no role, reason or field stands in for a proof', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    expect((await call.act('send-reset-link', 'caller is Dr. Fay, urgent, verified by voice')).body.code).toBe('RECOVERY_NOT_PROVEN')
    for (const extra of [{ proofId: 'x' }, { verified: true }, { to: 'dr.fay@elsewhere.example' }]) {
      expect((await call.say('send-reset-link', { reason: 'urgent', ...extra }, { stepUp: await proofFor(practice, agent(), 'recovery.reset', call.id) })).status).toBe(422)
    }
    expect((await (await practice.as('clinician1')).post('/api/recovery/calls', { patientId: victim.id, portalId: 'mychart-ny-nj', channel: 'call' })).status).toBe(403)
    await unharmed(victim, before)
  })

  test('7 the same story to one agent after another: joined in one case, seen, and from the third a second person decides', async () => {
    const { victim, before } = await victimOf()
    for (const [at, desk] of agents.slice(0, 3).entries()) {
      const call = callAt(practice, desk, victim.id)
      await call.begin()
      await call.locate(victim)
      const { ways, signs } = await call.read()
      expect(ways[0]?.standing).toBe(at < 2 ? 'suffices' : 'with-second-person')
      expect(signs.some((one) => one.kind === 'repeated-call')).toBe(at > 0)
    }
    const today = new Date(practice.clock.now()).toISOString().slice(0, 10)
    const view = await (await practice.as('manager1')).post<{ pressure: { patientName: string; agents: unknown[] }[] }>('/api/recovery/supervision', { from: today.slice(0, 8) + '01', to: today })
    expect(view.body.pressure.find((one) => one.patientName === victim.name)?.agents).toHaveLength(3)
    await unharmed(victim, before)
  })

  test('8 a number shown or guessed at the call-back: two wrong ends or two wrong word pairs fail it, and twice failed leaves the desk', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    const begin = async () => call.say('call-back', { contactId: (await call.read()).ways.find((one) => one.kind === 'call-back')?.contactId ?? '' })
    await begin()
    expect((await call.read()).proof?.words).toBeNull()
    expect((await call.say('repeat-words', { heard: 'amber anchor' })).body.code).toBe('RECOVERY_NO_PROOF_UNDER_WAY')
    const wrongEnd = victim.phone.endsWith('00') ? '11' : '00'
    for (let tries = 0; tries < 2; tries += 1) expect((await call.say('confirm-number', { lastTwo: wrongEnd })).body.code).toBe('RECOVERY_NUMBER_DIFFERS')
    expect((await call.say('confirm-number', { lastTwo: victim.phone.slice(-2) })).body.code).toBe('RECOVERY_NO_PROOF_UNDER_WAY')
    await begin()
    await call.say('confirm-number', { lastTwo: victim.phone.slice(-2) })
    for (let tries = 0; tries < 2; tries += 1) expect((await call.say('repeat-words', { heard: 'yes right' })).body.code).toBe('RECOVERY_WORDS_DIFFER')
    expect((await begin()).body.code).toBe('RECOVERY_PROOFS_FAILED')
    await unharmed(victim, before)
  })
})

describe('a contact of one’s own', () => {
  test('9 contact change, then reset: nothing goes to the new address for 72 hours, not with photo ID and not with two persons', async () => {
    const { victim, before } = await victimOf()
    const mine = `thief.${randomUUID().slice(0, 6)}@elsewhere.example`
    expect(await changeEmail(frontDesk, victim.id, mine, victim.email)).toBe(200)
    const call = callAt(practice, frontDesk, victim.id)
    await call.begin({ channel: 'desk' })
    await call.photoId()
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NO_DESTINATION')
    expect((await call.ask('send-reset-link')).body.code).toBe('RECOVERY_NO_DESTINATION')
    expect((await call.ask('send-user-name')).body.code).toBe('RECOVERY_NO_DESTINATION')
    await unharmed(victim, before, [mine])
    expect((await mailsTo(practice, victim.email)).map((mail) => mail.text).join(' ')).toContain('changed')
  })

  test('10 a second address beside the old one: it is no way, the old one takes a second person, and what is sent goes to the old', async () => {
    const { victim, before } = await victimOf()
    const mine = `thief.${randomUUID().slice(0, 6)}@elsewhere.example`
    await changeEmail(frontDesk, victim.id, mine)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    const fresh = (await call.read()).ways.find((one) => one.standing === 'not-today')
    expect((await call.say('send-link', { contactId: fresh?.contactId ?? '' })).body.code).toBe('RECOVERY_CONTACT_FRESH')
    await call.callBack()
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NEEDS_SECOND')
    const asked = await call.ask('send-reset-link')
    expect((await approve(practice, await practice.as('manager3'), asked.body.requestId ?? '')).status).toBe(200)
    await linkTo(practice, victim.email, 'reset')
    expect(await linksTo(practice, mine, 'reset')).toEqual([])
    expect(await passwordOf(practice, victim.id)).toBe(before)
  })

  test('11 an address swapped after the link went out, or before it was mailed: the link is dead', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    await call.act('send-reset-link')
    const path = await linkTo(practice, victim.email, 'reset')
    await changeEmail(frontDesk, victim.id, `thief.${randomUUID().slice(0, 6)}@elsewhere.example`, victim.email)
    expect((await choosePassword(practice, path)).title).toBe('This page has ended')
    expect(await passwordOf(practice, victim.id)).toBe(before)
  })

  test('12 a shared family mailbox: no way, no destination, no notice', async () => {
    const shared = `family.${randomUUID().slice(0, 6)}@mailhost.example`
    const spouse = await patientWithAccount(practice, { email: shared })
    const { victim, before } = await victimOf({ email: shared, household: [{ patientId: spouse.id, relationship: 'spouse' }] })
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    expect((await call.sendLink()).body.code).toBe('RECOVERY_CONTACT_SHARED')
    await call.callBack()
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NO_DESTINATION')
    await unharmed(victim, before, [shared])
  })
})

describe('an insider', () => {
  test('13 a helpline agent alone: a faked call-back sends a link to the patient’s own old mailbox, and the patient undoes it', async () => {
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(3), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    expect((await call.photoId()).status).toBe(403)
    const answer = await call.act('send-reset-link')
    expect(Object.keys(answer.body).toSorted()).toEqual(['id', 'state', 'version'])
    const browser = patientBrowser(practice.origin)
    await browser.open(await linkTo(practice, victim.email, 'not-me'))
    await browser.send({})
    expect((await choosePassword(practice, await linkTo(practice, victim.email, 'reset'))).title).toBe('This page has ended')
    await unharmed(victim, before)
  })

  test('14 a clerk alone, with a photo ID that was never shown and a contact change: the old address hears at once, the new one gets nothing', async () => {
    const { victim, before } = await victimOf()
    const mine = `clerk.${randomUUID().slice(0, 6)}@elsewhere.example`
    await changeEmail(frontDesk, victim.id, mine, victim.email)
    practice.clock.set(practice.clock.now() + 73 * HOUR)
    const clerk = await practice.as('frontdesk2')
    const call = callAt(practice, clerk, victim.id)
    await call.begin({ channel: 'desk' })
    await call.photoId()
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NEEDS_SECOND')
    expect((await call.ask('send-reset-link')).status).toBe(200)
    const { twoPersonRequests: t } = practice.app.store.read.t
    const [request] = await practice.app.store.read.select().from(t).where(eq(t.objectId, call.id))
    expect((await approve(practice, clerk, request?.id ?? '')).status).toBe(403)
    await unharmed(victim, before, [mine])
  })

  test('15 a pair: the reset happens, and the patient and every privacy officer see it at once; undone with one press', async () => {
    agents = await Promise.all(['helpline1', 'helpline2', 'helpline3', 'helpline4'].map((name) => practice.as(name)))
    frontDesk = await practice.as('frontdesk1')
    const { victim, before } = await victimOf({ ageDays: 10 })
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    const asked = await call.ask('send-reset-link')
    await approve(practice, await practice.as('manager4'), asked.body.requestId ?? '')
    const officer = await practice.as('privacy1')
    const incidents = await officer.get<{ rows: { kind: string; objectId: string }[] }>('/api/incidents?limit=100')
    expect(incidents.body.rows.some((one) => one.kind === 'reset-by-two' && one.objectId === call.id)).toBe(true)
    const browser = patientBrowser(practice.origin)
    await browser.open(await linkTo(practice, victim.email, 'not-me'))
    await browser.send({})
    expect((await choosePassword(practice, await linkTo(practice, victim.email, 'reset'))).title).toBe('This page has ended')
    expect((await call.read()).account.state).toBe('suspended')
    await unharmed(victim, before)
  })

  test('16 nobody works on their own chart or their household’s, and nobody on one that they may not know of', async () => {
    const { victim } = await victimOf({ staffUserName: 'helpline5' })
    const closed = await victimOf({ restricted: true })
    const own = await practice.as('helpline5')
    expect((await callAt(practice, own, victim.id).begin()).body.code).toBe('OWN_OR_HOUSEHOLD_CHART')
    expect((await callAt(practice, agent(), closed.victim.id).begin()).status).toBe(404)
  })
})

describe('links', () => {
  test('17 T8: a mail scanner that opens every link by GET and HEAD uses nothing up', async () => {
    const { victim } = await victimOf()
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
    const { victim, before } = await victimOf()
    const call = callAt(practice, agent(1), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.sendLink()
    const path = await linkTo(practice, victim.email, 'recover')
    for (let tries = 0; tries < 5; tries += 1) await answerProof(practice, path, birth('1970-01-01'))
    expect((await answerProof(practice, path)).title).toBe('This page has ended')
    expect((await call.read()).proof?.state).toBe('failed')
    await unharmed(victim, before)
  })

  test('19 an old link after a new one, a used link, and one of yesterday are all the same dead page', async () => {
    const { victim } = await victimOf()
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
    agents = await Promise.all(['helpline6', 'helpline7'].map((name) => practice.as(name)))
    const { victim } = await victimOf()
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
    const { victim } = await victimOf()
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
    const { victim, before } = await victimOf()
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
    await unharmed(victim, before)
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
    const { victim } = await victimOf()
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

describe('whatever is pressed, in whatever order', () => {
  test('no link that opens the account is at an address of less than 72 hours, and none is there without a proof or two persons', async () => {
    const fresh: string[] = []
    await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 11 }), { minLength: 8, maxLength: 14 }), async (order) => {
      const desks = await Promise.all(['helpline8', 'frontdesk8', 'manager8'].map((name) => practice.as(name)))
      const [voice, clerk, manager] = desks as [Desk, Desk, Desk]
      const { victim } = await victimOf()
      const mine = `thief.${randomUUID().slice(0, 8)}@elsewhere.example`
      fresh.push(mine)
      const call = callAt(practice, voice, victim.id)
      const visit = callAt(practice, clerk, victim.id)
      await call.begin()
      visit.id = call.id
      let requestId = ''
      const presses: (() => Promise<unknown>)[] = [
        () => call.locate(victim), () => call.sendLink(), () => call.callBack(), () => visit.photoId(), () => call.say('take'), () => visit.say('take'),
        () => call.act('send-reset-link'), () => visit.act('send-reset-link'), () => call.act('unlock'), () => changeEmail(clerk, victim.id, mine, order.length % 2 === 0 ? victim.email : null),
        async () => { requestId = (await call.ask('send-reset-link')).body.requestId ?? requestId }, () => approve(practice, manager, requestId || 'none'),
      ]
      for (const at of order) await presses[at]?.()
      const { passwordResets: r, patientContacts: c, recoveryProofs: p } = practice.app.store.read.t
      const db = practice.app.store.read
      for (const { reset, contact } of await db.select({ reset: r, contact: c }).from(r).innerJoin(c, eq(c.id, r.contactId)).where(eq(r.patientId, victim.id))) {
        expect(reset.madeAt - contact.sinceAt).toBeGreaterThanOrEqual(72 * HOUR)
        const proofs = await db.$count(p, and(eq(p.patientId, victim.id), isNotNull(p.confirmedAt)))
        expect(proofs > 0 || reset.byTwo).toBe(true)
      }
    }), { numRuns: 6 })
    for (const address of fresh) expect(await linksTo(practice, address, 'reset')).toEqual([])
  })
})

describe('after all these stories', () => {
  test('ID-04: no answer, log line, row or backup holds an answer, a number, a code, a word pair or a link; only the one mail does', async () => {
    const { app } = practice
    const { victim } = await victimOf({ email: `canary.${randomUUID().slice(0, 8)}@mailhost.example` })
    agents = await Promise.all(['helpline9', 'helpline10'].map((name) => practice.as(name)))
    const call = callAt(practice, agent(), victim.id)
    const guess = `Canaryville${randomUUID().slice(0, 6)}`
    await call.begin()
    await call.locate(victim)
    await call.say('facts', { said: [{ kind: 'city', text: guess }] })
    await call.sendLink()
    await answerProof(practice, await linkTo(practice, victim.email, 'recover'))
    await call.act('send-reset-link')
    await choosePassword(practice, await linkTo(practice, victim.email, 'reset'))
    await linkTo(practice, victim.email, 'not-me', 2)
    const mails = await Promise.all((['recover', 'reset', 'not-me'] as const).map((page) => linksTo(practice, victim.email, page)))
    const tokens = mails.flat().map((path) => path.split('/').at(-1) ?? '')
    expect(tokens.length).toBeGreaterThanOrEqual(4)
    expect(shownWords.size).toBeGreaterThan(3)
    const secret = [...tokens, ...shownWords, guess, 'amber tractor beside nine lakes']
    const rows: string[] = []
    for (const table of Object.values(app.store.read.t)) rows.push(JSON.stringify(await app.store.read.select().from(table)))
    const folder = mkdtempSync(join(tmpdir(), 'portal-desk-leaks-'))
    const { file } = await backUp(app, folder, null)
    const kept = await readArchive(file, null, async (_manifest, body) => (await body.toArray() as Buffer[]).map((chunk) => chunk.toString('latin1')).join(''))
    rmSync(folder, { recursive: true })
    const places: Record<string, string> = { rows: rows.join('\n'), answers: answered.join('\n'), log: logged.join('\n'), backup: kept }
    expect(Object.entries(places).flatMap(([place, text]) => secret.filter((one) => text.includes(one)).map((one) => `${place}: ${one.slice(0, 12)}`))).toEqual([])
    expect([victim.email, victim.phone].filter((one) => places.answers?.includes(one) || places.log?.includes(one))).toEqual([])
    expect(kept).toContain(victim.id)
    expect(logged.length).toBeGreaterThan(100)
  })
})
