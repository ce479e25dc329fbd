import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgentIncidentAnswer, SupervisionAnswer } from '#domain/contracts/recovery.ts'
import { isoOf, localDateOf, MINUTE } from '#domain/time.ts'
import { approve, callAt, choosePassword, linksTo, linkTo, patientWithAccount } from '#test/server/recovery/calls.ts'
import { proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let bad: Desk
let officer: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  bad = await practice.as('helpline1')
  officer = await practice.as('privacy1')
})
afterAll(() => practice.stop())

test('OP-09: after a bad agent all five victims are listed, suspended and told in two acts; links are dead, the mistaken act of another is not touched', async () => {
  const since = isoOf(practice.clock.now() - MINUTE)
  const victims = await Promise.all(Array.from({ length: 5 }, () => patientWithAccount(practice)))
  for (const victim of victims) {
    const call = callAt(practice, bad, victim.id)
    await call.begin()
    await call.locate(victim)
    await call.callBack()
    expect((await call.act('send-reset-link')).status).toBe(200)
  }
  const other = await patientWithAccount(practice)
  const honest = callAt(practice, await practice.as('helpline2'), other.id)
  await honest.begin()
  await honest.locate(other)
  await honest.callBack()
  await honest.act('send-reset-link')
  const listed = await officer.post<AgentIncidentAnswer>('/api/incidents/agent', { staffId: bad.staffId, since })
  expect(listed.body.patients.map((one) => one.patientId).toSorted()).toEqual(victims.map((one) => one.id).toSorted())
  expect(listed.body.acts).toHaveLength(5)
  const patientIds = listed.body.patients.map((one) => one.patientId)
  const body = { staffId: bad.staffId, since, patientIds, reason: 'resets that nobody asked for' }
  expect((await officer.post<{ code: string }>('/api/incidents/agent/suspend', body)).body.code).toBe('STEP_UP_NEEDED')
  const stepUp = () => proofFor(practice, officer, 'incident.contain', bad.staffId ?? '')
  expect((await officer.post('/api/incidents/agent/suspend', { ...body, patientIds: [...patientIds, other.id] }, { stepUp: await stepUp() })).status).toBe(404)
  expect((await officer.post('/api/incidents/agent/suspend', body, { stepUp: await stepUp() })).body).toMatchObject({ patients: 5, accounts: 5, links: 5, told: 5 })
  expect((await officer.post('/api/incidents/agent/notify', body, { stepUp: await stepUp() })).body).toMatchObject({ patients: 5, told: 5 })
  const after = await officer.post<AgentIncidentAnswer>('/api/incidents/agent', { staffId: bad.staffId, since })
  expect(after.body.patients.every((one) => one.isSuspended && one.notified && one.activeAccounts === 0)).toBe(true)
  for (const victim of victims) {
    expect((await choosePassword(practice, (await linksTo(practice, victim.email, 'reset'))[0] ?? '')).title).toBe('This page has ended')
    await linkTo(practice, victim.email, 'not-me', 2)
  }
  expect((await choosePassword(practice, await linkTo(practice, other.email, 'reset'))).title).toBe('Your new password counts')
  const { portalCommands: c } = practice.app.store.read.t
  expect(await practice.app.store.read.$count(c, eq(c.kind, 'account.suspended'))).toBe(5)
})

test('a supervisor sees refusals, stops and limits per agent and day with the sentence; nothing that was said or compared', async () => {
  const patient = await patientWithAccount(practice)
  const desk = await practice.as('helpline3')
  const call = callAt(practice, desk, patient.id)
  await call.begin()
  await call.say('facts', { said: [{ kind: 'city', text: 'Wrongville' }, { kind: 'phone-tail', text: '9999' }] })
  await call.act('send-reset-link')
  await call.say('stop', { note: 'a voice behind' })
  const today = localDateOf(practice.clock.now(), 'America/New_York')
  const view = await (await practice.as('manager1')).post<SupervisionAnswer>('/api/recovery/supervision', { from: today, to: today })
  expect(view.body.agents.find((one) => one.agent.id === desk.staffId)).toMatchObject({ calls: 1, refusals: 1, stops: 1, wrongFacts: 2, acts: 0 })
  expect(view.body.events.filter((one) => one.caseId === call.id).map((one) => one.kind)).toEqual(['stopped', 'refused'])
  expect(view.body.events.find((one) => one.kind === 'refused' && one.caseId === call.id)).toMatchObject({ sentence: 'Nothing proves yet who it is.', rule: 'R44', patientName: patient.name })
  expect(JSON.stringify(view.body)).not.toContain('Wrongville')
  expect((await desk.post('/api/recovery/supervision', { from: today, to: today })).status).toBe(403)
})

test('R42, ID-08: the test practice reports a failed recovery by its own door; twenty resets are an agent’s shift', async () => {
  const patient = await patientWithAccount(practice)
  expect((await practice.nobody().post('/api/test/recovery-attempts', { patientId: patient.id, portalId: 'mychart-ny-nj', kind: 'locked' })).body).toEqual({ outcome: 'noted' })
  const desk = await practice.as('helpline4')
  const { recoveryActs: a } = practice.app.store.read.t
  await practice.app.store.tx(async (w) => {
    await w.insert(a).values(Array.from({ length: 20 }, (_, at) => ({
      id: `shift-${at}`, caseId: 'another', patientId: `another-${at}`, portalId: 'mychart-ny-nj', kind: 'unlock', agentId: desk.staffId ?? '', isReset: true, isSend: false, at: practice.clock.now() - at * 30 * MINUTE,
    })))
  })
  const call = callAt(practice, desk, patient.id)
  await call.begin()
  await call.locate(patient)
  await call.callBack()
  expect((await call.read()).agentResets).toEqual({ used: 20, limit: 20 })
  expect((await call.act('unlock')).body.code).toBe('RECOVERY_AGENT_LIMIT')
  expect((await call.ask('unlock')).status).toBe(200)
})

test('ID-08: sessions are ended three times a day, whoever asks and however often; a fourth time is for the privacy officer', async () => {
  const patient = await patientWithAccount(practice)
  for (const name of ['helpline1', 'helpline2', 'helpline3', 'helpline4']) {
    const call = callAt(practice, await practice.as(name), patient.id)
    await call.begin()
    const answer = await call.act('end-portal-sessions')
    expect(answer.body.code).toBe(name === 'helpline4' ? 'RECOVERY_ENDS_LIMIT' : undefined)
  }
})

test('AZ-06: what could not be mailed is not approved: the request is dead and says why, and nothing was done', async () => {
  const patient = await patientWithAccount(practice, { state: 'ended', ours: false })
  const call = callAt(practice, await practice.as('helpline2'), patient.id)
  await call.begin()
  await call.locate(patient)
  const asked = await call.ask('restart-enrollment')
  expect(asked.status).toBe(200)
  const desk = await practice.as('frontdesk1')
  expect((await desk.post(`/api/patients/${patient.id}/opt-out`, { portalId: null, channel: 'email', kind: 'invitations', source: 'in-person', reason: 'she has asked twice' })).status).toBe(200)
  const requestId = asked.body.requestId ?? ''
  expect((await approve(practice, await practice.as('manager1'), requestId)).body.code).toBe('CONTACT_OPTED_OUT')
  const { twoPersonRequests: t, recoveryActs: a } = practice.app.store.read.t
  const [request] = await practice.app.store.read.select({ state: t.state }).from(t).where(eq(t.id, requestId))
  expect([request?.state, await practice.app.store.read.$count(a, eq(a.caseId, call.id))]).toEqual(['dead', 0])
})
