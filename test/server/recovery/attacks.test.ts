import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { localDateOf } from '#domain/time.ts'
import { changeEmail, sceneOfAttacks, unharmed, victimOf, type Scene } from '#test/server/recovery/attack-scene.ts'
import { approve, callAt, choosePassword, linksTo, linkTo, passwordOf, patientWithAccount } from '#test/server/recovery/calls.ts'
import { mailsTo } from '#test/server/enrollment/mailbox.ts'
import { proofFor } from '#test/server/patients/people.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let agent: Scene['agent']
let frontDesk: Desk
sceneOfAttacks((scene) => { ({ practice, agent, frontDesk } = scene) })

describe('a voice that knows much', () => {
  test('1 a plausible relative who knows name, birth date and phone: facts open nothing', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    expect((await call.locate(victim)).body.located).toBe(true)
    for (const kind of ['send-reset-link', 'unlock', 'send-user-name'] as const) expect((await call.act(kind)).body.code).toMatch(/RECOVERY_NOT_PROVEN|RECOVERY_NOT_LOCKED/)
    await unharmed(practice, victim, before)
  })

  test('2 all facts known, each asked and each right: still nothing is proven', async () => {
    const { victim, before } = await victimOf(practice, { mrn: `MR${randomUUID().slice(0, 8)}` })
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    expect((await call.say('facts', { said: [{ kind: 'mrn', text: victim.mrn }] })).body.fits).toEqual(['mrn'])
    const desk = await call.read()
    expect(desk.facts.every((one) => one.fits)).toBe(true)
    expect(desk.acts.filter((one) => one.refusal === null).map((one) => one.kind)).toEqual(['end-portal-sessions'])
    await unharmed(practice, victim, before)
  })

  test('3 guessing: five wrong answers, in whatever calls, leave the desk alone, and a sixth is not compared', async () => {
    const { victim, before } = await victimOf(practice)
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
    await unharmed(practice, victim, before)
  })

  test('4 in a hurry: the agent skips straight to sending the link, and it is not sent', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    expect((await call.sendLink()).body.code).toBe('RECOVERY_NOT_LOCATED')
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NOT_PROVEN')
    expect(await mailsTo(practice, victim.email)).toEqual([])
    await unharmed(practice, victim, before)
  })

  test('5 "I have a new phone, use the number on your screen": what is dialled is on file, and nothing typed is taken', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin({ shownNumber: '+1 900 555 0000' })
    await call.locate(victim)
    expect((await call.say('call-back', { contactId: '+19005550000' })).status).toBe(422)
    expect((await call.say('call-back', { contactId: 'mine', number: '9005550000' })).status).toBe(422)
    expect((await call.say('call-back', { contactId: randomUUID() })).body.code).toBe('RECOVERY_NOT_THIS_WAY')
    await unharmed(practice, victim, before)
  })

  test('6 "I am the doctor": no role, reason or field stands in for a proof', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    expect((await call.act('send-reset-link', 'caller is Dr. Fay, urgent, verified by voice')).body.code).toBe('RECOVERY_NOT_PROVEN')
    for (const extra of [{ proofId: 'x' }, { verified: true }, { to: 'dr.fay@elsewhere.example' }]) {
      expect((await call.say('send-reset-link', { reason: 'urgent', ...extra }, { stepUp: await proofFor(practice, agent(), 'recovery.reset', call.id) })).status).toBe(422)
    }
    expect((await (await practice.as('clinician1')).post('/api/recovery/calls', { patientId: victim.id, portalId: 'mychart-ny-nj', channel: 'call' })).status).toBe(403)
    await unharmed(practice, victim, before)
  })

  test('7 the same story to one agent after another: joined in one case, seen, and from the third a second person decides', async () => {
    const { victim, before } = await victimOf(practice)
    for (const at of [0, 1, 2]) {
      const call = callAt(practice, agent(at), victim.id)
      await call.begin()
      await call.locate(victim)
      const { ways, signs } = await call.read()
      expect(ways[0]?.standing).toBe(at < 2 ? 'suffices' : 'with-second-person')
      expect(signs.some((one) => one.kind === 'repeated-call')).toBe(at > 0)
    }
    const today = localDateOf(practice.clock.now(), 'America/New_York')
    const view = await (await practice.as('manager1')).post<{ pressure: { patientName: string; agents: unknown[] }[] }>('/api/recovery/supervision', { from: today.slice(0, 8) + '01', to: today })
    expect(view.body.pressure.find((one) => one.patientName === victim.name)?.agents).toHaveLength(3)
    await unharmed(practice, victim, before)
  })

  test('8 a number shown or guessed at the call-back: two wrong ends or two wrong word pairs fail it, and twice failed leaves the desk', async () => {
    const { victim, before } = await victimOf(practice)
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
    await unharmed(practice, victim, before)
  })

  test('23 a second caller after the patient was called back: the proof was of that call, and is no longer in hand', async () => {
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    expect((await call.read()).proof?.state).toBe('confirmed')
    const second = callAt(practice, agent(1), victim.id)
    await second.begin()
    await second.locate(victim)
    expect(second.id).toBe(call.id)
    expect((await second.act('send-reset-link')).body.code).toBe('RECOVERY_NOT_PROVEN')
    await unharmed(practice, victim, before)
  })
})

describe('a contact of one’s own', () => {
  test('9 contact change, then reset: nothing goes to the new address for 72 hours, not with photo ID and not with two persons', async () => {
    const { victim, before } = await victimOf(practice)
    const mine = `thief.${randomUUID().slice(0, 6)}@elsewhere.example`
    expect(await changeEmail(practice, frontDesk, victim.id, mine, victim.email)).toBe(200)
    const call = callAt(practice, frontDesk, victim.id)
    await call.begin({ channel: 'desk' })
    await call.photoId()
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NO_DESTINATION')
    expect((await call.ask('send-reset-link')).body.code).toBe('RECOVERY_NO_DESTINATION')
    expect((await call.ask('send-user-name')).body.code).toBe('RECOVERY_NO_DESTINATION')
    await unharmed(practice, victim, before, [mine])
    expect((await mailsTo(practice, victim.email)).map((mail) => mail.text).join(' ')).toContain('changed')
  })

  test('10 a second address beside the old one: it is no way, the old one takes a second person, and what is sent goes to the old', async () => {
    const { victim, before } = await victimOf(practice)
    const mine = `thief.${randomUUID().slice(0, 6)}@elsewhere.example`
    await changeEmail(practice, frontDesk, victim.id, mine)
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
    const { victim, before } = await victimOf(practice)
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    await call.act('send-reset-link')
    const path = await linkTo(practice, victim.email, 'reset')
    await changeEmail(practice, frontDesk, victim.id, `thief.${randomUUID().slice(0, 6)}@elsewhere.example`, victim.email)
    expect((await choosePassword(practice, path)).title).toBe('This page has ended')
    expect(await passwordOf(practice, victim.id)).toBe(before)
  })

  test('12 a shared family mailbox: no way, no destination, no notice', async () => {
    const shared = `family.${randomUUID().slice(0, 6)}@mailhost.example`
    const spouse = await patientWithAccount(practice, { email: shared })
    const { victim, before } = await victimOf(practice, { email: shared, household: [{ patientId: spouse.id, relationship: 'spouse' }] })
    const call = callAt(practice, agent(), victim.id)
    await call.begin()
    await call.locate(victim)
    expect((await call.sendLink()).body.code).toBe('RECOVERY_CONTACT_SHARED')
    await call.callBack()
    expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NO_DESTINATION')
    await unharmed(practice, victim, before, [shared])
  })
})
