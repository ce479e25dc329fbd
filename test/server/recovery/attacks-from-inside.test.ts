import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { HOUR } from '#domain/time.ts'
import { changeEmail, sceneOfAttacks, unharmed, victimOf, type Scene } from '#test/server/recovery/attack-scene.ts'
import { approve, callAt, choosePassword, linkTo } from '#test/server/recovery/calls.ts'
import { patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let agent: Scene['agent']
let sitDown: Scene['sitDown']
let frontDesk: Desk
sceneOfAttacks((scene) => { ({ practice, agent, sitDown, frontDesk } = scene) })

describe('an insider', () => {
  test('13 a helpline agent alone: a faked call-back sends a link to the patient’s own old mailbox, and the patient undoes it', async () => {
    const { victim, before } = await victimOf(practice)
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
    await unharmed(practice, victim, before)
  })

  test('14 a clerk alone, with a photo ID that was never shown and a contact change: the old address hears at once, the new one gets nothing', async () => {
    const { victim, before } = await victimOf(practice)
    const mine = `clerk.${randomUUID().slice(0, 6)}@elsewhere.example`
    await changeEmail(practice, frontDesk, victim.id, mine, victim.email)
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
    await unharmed(practice, victim, before, [mine])
  })

  test('15 a pair: the reset happens, and the patient and every privacy officer see it at once; undone with one press', async () => {
    await sitDown(['helpline1', 'helpline2', 'helpline3', 'helpline4'])
    frontDesk = await practice.as('frontdesk1')
    const { victim, before } = await victimOf(practice, { ageDays: 10 })
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
    await unharmed(practice, victim, before)
  })

  test('16 nobody works on their own chart or their household’s, and nobody on one that they may not know of', async () => {
    const { victim } = await victimOf(practice, { staffUserName: 'helpline5' })
    const closed = await victimOf(practice, { restricted: true })
    const own = await practice.as('helpline5')
    expect((await callAt(practice, own, victim.id).begin()).body.code).toBe('OWN_OR_HOUSEHOLD_CHART')
    expect((await callAt(practice, agent(), closed.victim.id).begin()).status).toBe(404)
  })
})
