import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runDueJobs } from '#server/job-list.ts'
import { DAY, isoOf } from '#domain/time.ts'
import { answerProof, approve, BORN, callAt, choosePassword, linkTo, MYCHART, passwordOf, patientWithAccount, type Call } from '#test/server/recovery/calls.ts'
import { birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { mailWith } from '#test/server/enrollment/mailbox.ts'
import { connectorOf } from '#test/support/connector.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let helpline: Desk
let frontDesk: Desk
const counted: string[] = []
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  helpline = await practice.as('helpline1')
  frontDesk = await practice.as('frontdesk1')
})
afterAll(async () => {
  process.stdout.write(`${['Honest stories, steps of staff from ring to done:', ...counted].join('\n  ')}\n`)
  await practice.stop()
})
let call: Call | null = null
afterEach(({ task }) => {
  if (call) counted.push(`${call.steps} · ${task.name}`)
  call = null
})

test('1 locked out by the questions: the portal reports it, the mailbox proves it, a new password is chosen', async () => {
  const patient = await patientWithAccount(practice)
  const portal = await connectorOf(practice, () => practice.clock.now(), { may: ['activations'], portals: [MYCHART] })
  const report = { portalId: MYCHART, person: { patientId: patient.id }, eventId: `e-${patient.id}`, kind: 'failed-questions', at: isoOf(practice.clock.now()) }
  expect((await portal.call('POST /connector/v1/recovery-attempts', report)).body).toEqual({ outcome: 'noted' })
  expect((await portal.call('POST /connector/v1/recovery-attempts', report)).body).toEqual({ outcome: 'known' })
  expect((await portal.call('POST /connector/v1/recovery-attempts', { ...report, eventId: 'x', answer: 'Fluffy' })).status).toBe(422)
  const before = await passwordOf(practice, patient.id)
  call = callAt(practice, helpline, patient.id)
  await call.begin({ shownNumber: '(555) 862-1582' })
  expect(await call.read()).toMatchObject({ step: 'find', source: 'portal-failed-questions', attempts: 2, account: { isLocked: true, signIn: 'password' }, call: { shownTail: '1582' }, portal: { number: '1-833-678-8687', tty: '711' } })
  await call.locate(patient)
  expect((await call.read()).step).toBe('prove')
  expect((await call.sendLink()).status).toBe(200)
  const page = await answerProof(practice, await linkTo(practice, patient.email, 'recover'))
  expect(page.title).toBe('Thank you')
  expect(await call.read()).toMatchObject({ step: 'act', state: 'proven', proof: { state: 'confirmed' } })
  expect((await call.act('send-reset-link')).status).toBe(200)
  const end = await choosePassword(practice, await linkTo(practice, patient.email, 'reset'))
  expect(end.title).toBe('Your new password counts')
  expect(await passwordOf(practice, patient.id)).not.toBe(before)
  expect(await call.say('end-call', { outcome: 'done' })).toMatchObject({ status: 200, body: { state: 'done' } })
  expect((await call.read()).account.isLocked).toBe(false)
})

test('2 a forgotten user name, by call-back to the number on file', async () => {
  const patient = await patientWithAccount(practice)
  call = callAt(practice, helpline, patient.id)
  await call.begin({ relay: 'tty' })
  await call.locate(patient)
  expect((await call.callBack()).body.state).toBe('proven')
  expect((await call.act('send-user-name')).status).toBe(200)
  expect((await mailWith(practice, patient.email, 'Your user name is')).text).toMatch(/clint-/)
  expect((await call.say('end-call', { outcome: 'done' })).status).toBe(200)
})

test('3 the mailbox is gone: photo ID at the desk goes on with what the helpline began', async () => {
  const patient = await patientWithAccount(practice)
  const first = callAt(practice, helpline, patient.id)
  await first.begin()
  await first.locate(patient)
  await first.say('end-call', { outcome: 'comes-to-desk' })
  call = callAt(practice, frontDesk, patient.id)
  call.id = first.id
  expect((await call.photoId()).body.state).toBe('proven')
  expect((await call.act('send-reset-link')).status).toBe(200)
  expect((await choosePassword(practice, await linkTo(practice, patient.email, 'reset'))).title).toBe('Your new password counts')
  call.steps += first.steps
})

test('4 a new address of two weeks, and nothing older: a second person decides', async () => {
  const patient = await patientWithAccount(practice, { ageDays: 14 })
  call = callAt(practice, helpline, patient.id)
  await call.begin()
  await call.locate(patient)
  expect((await call.sendLink()).status).toBe(200)
  await answerProof(practice, await linkTo(practice, patient.email, 'recover'))
  expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_NEEDS_SECOND')
  const asked = await call.ask('send-reset-link')
  expect(asked.status).toBe(200)
  expect((await call.read()).approvals[0]?.effect.join(' ')).toContain('on file since')
  expect((await approve(practice, await practice.as('manager1'), asked.body.requestId ?? '')).status).toBe(200)
  expect((await choosePassword(practice, await linkTo(practice, patient.email, 'reset'))).title).toBe('Your new password counts')
})

test('5 Google keeps the sign-in: nothing to reset, and that is said', async () => {
  const patient = await patientWithAccount(practice, { ours: false, portalId: 'followmyhealth' })
  const portal = await connectorOf(practice, () => practice.clock.now(), { may: ['activations'], portals: ['followmyhealth'] })
  await portal.call('POST /connector/v1/recovery-attempts', {
    portalId: 'followmyhealth', person: { patientId: patient.id }, eventId: `s-${patient.id}`, kind: 'locked', at: isoOf(practice.clock.now()), signIn: { method: 'social', provider: 'Google' },
  })
  call = callAt(practice, helpline, patient.id)
  await call.begin({ portalId: 'followmyhealth' })
  expect((await call.read()).account).toMatchObject({ signIn: 'social', provider: 'Google' })
  expect((await call.act('send-reset-link')).body.code).toBe('RECOVERY_SOCIAL')
  expect((await call.act('social-guidance')).status).toBe(200)
  expect((await call.say('end-call', { outcome: 'done' })).status).toBe(200)
})

test('6 the portal keeps the password: it is asked to send, and only to the address on file', async () => {
  const patient = await patientWithAccount(practice, { ours: false })
  call = callAt(practice, helpline, patient.id)
  await call.begin()
  await call.locate(patient)
  await call.callBack()
  expect((await call.act('send-reset-link')).status).toBe(200)
  const { portalCommands: c } = practice.app.store.read.t
  const sent = await practice.app.store.read.select().from(c)
  expect(sent.map((one) => one.kind)).toContain('account.send-reset-link')
})

test('7 a lost second factor on the portal: call-back and a second person', async () => {
  const patient = await patientWithAccount(practice, { ours: false })
  call = callAt(practice, helpline, patient.id)
  await call.begin()
  await call.locate(patient)
  await call.callBack()
  const asked = await call.ask('remove-second-factor')
  expect((await approve(practice, await practice.as('privacy1'), asked.body.requestId ?? '')).status).toBe(200)
  expect((await call.read()).acts.find((one) => one.kind === 'remove-second-factor')?.doneAt).not.toBeNull()
})

test('8 a Spanish caller with an interpreter: the mail and the page speak Spanish', async () => {
  const patient = await patientWithAccount(practice, { language: 'es' })
  call = callAt(practice, helpline, patient.id)
  await call.begin({ language: 'es', relay: 'interpreter' })
  await call.locate(patient)
  await call.sendLink()
  const path = await linkTo(practice, patient.email, 'recover')
  const browser = patientBrowser(practice.origin, 'es')
  expect((await browser.open(path)).title).toBe('¿Es usted quien llama?')
  expect((await browser.send(birth(BORN))).title).toBe('Gracias')
  expect((await call.act('unlock')).body.code).toBe('RECOVERY_NOT_LOCKED')
  expect((await call.act('send-reset-link')).status).toBe(200)
  expect((await mailWith(practice, patient.email, 'Le pedirá su fecha')).subject).toBe('Elija una contraseña nueva para MyChart NY/NJ')
})

test('9 the account has ended: the helpline restarts the enrollment at the old address', async () => {
  const patient = await patientWithAccount(practice, { state: 'ended', ours: false })
  call = callAt(practice, helpline, patient.id)
  await call.begin()
  await call.locate(patient)
  await call.callBack()
  expect((await call.act('restart-enrollment')).status).toBe(200)
  expect((await mailWith(practice, patient.email, '/p/i/')).links[0]).toContain('/p/i/')
})

test('10 the patient had pressed "this was not me" by mistake: a face and a second person open it again', async () => {
  const patient = await patientWithAccount(practice)
  const first = callAt(practice, helpline, patient.id)
  await first.begin()
  await first.locate(patient)
  await first.callBack()
  await first.act('end-portal-sessions')
  const browser = patientBrowser(practice.origin)
  await browser.open(await linkTo(practice, patient.email, 'not-me'))
  expect((await browser.send({})).title).toBe('The sign-in is closed')
  call = callAt(practice, frontDesk, patient.id)
  await call.begin({ channel: 'desk' })
  expect((await call.read()).account.state).toBe('suspended')
  await call.photoId()
  expect((await call.act('unlock')).body.code).toBe('RECOVERY_NEEDS_SECOND')
  const asked = await call.ask('unlock')
  expect((await approve(practice, await practice.as('manager2'), asked.body.requestId ?? '')).status).toBe(200)
  expect((await call.read()).account.state).toBe('active')
})

test('a case that nobody works on for a week expires by itself, and the next call is linked with it', async () => {
  const patient = await patientWithAccount(practice)
  const old = callAt(practice, helpline, patient.id)
  await old.begin()
  practice.clock.set(practice.clock.now() + 8 * DAY)
  await runDueJobs(practice.app)
  const desk = await practice.as('helpline2')
  const next = callAt(practice, desk, patient.id)
  await next.begin()
  expect(next.id).not.toBe(old.id)
  expect((await next.read()).earlier).toMatchObject([{ id: old.id, state: 'expired' }])
})
