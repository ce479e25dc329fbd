import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import EnrollPage from '#client/enroll/EnrollPage.tsx'
import StartPage from '#client/enroll/StartPage.tsx'
import { StepUp } from '#client/layout/StepUp.tsx'
import { buildCheck, buildDraft, buildShown, buildStart, fathers, NOW } from '#test/client/enroll/build-enrollment.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const session = buildSession({ now: NOW })
const path = (step: string) => `POST /enrollments/draft-1/${step}`
const startPath = 'POST /enrollments/start'

function openStart(answers: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({ 'GET /patients/walton/enrollment': { body: buildStart() }, ...answers })
  return { server, ...renderConsole(inRoute('/patients/:id/enroll', <StartPage />), { session, at: '/patients/walton/enroll' }) }
}

function openDraft(draft: EnrollmentAnswer, answers: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({ 'GET /enrollments/draft-1': { body: draft }, ...answers })
  return { server, ...renderConsole(inRoute('/enroll/:id', <EnrollPage />), { session, at: '/enroll/draft-1' }) }
}

test('two keys record who it is: the kind of document, and on; nothing is kept before', async () => {
  const { user, server, place } = openStart({ [startPath]: { body: buildDraft({ version: 1, evidence: null }) }, [path('record-identity')]: { body: buildDraft() } })
  await screen.findByRole('heading', { name: 'Enroll Walton King' })
  expect(screen.getByRole('button', { name: 'Continue: kind of document' })).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(server.to(startPath)).toEqual([])
  await user.keyboard('{Alt>}3{/Alt}{Control>}{Enter}{/Control}')
  await waitFor(() => expect(place()).toBe('/enroll/draft-1'))
  expect(server.to(startPath)[0]?.body).toEqual({ patientId: 'walton', portalId: 'mychart-ny-nj', reason: 'The patient asked for it' })
  expect(server.to(path('record-identity'))).toMatchObject([{ body: { kind: 'passport', issuer: null, expiresOn: null }, headers: { 'If-Match': '"1"' } }])
})

test('where another desk is at it, the way there is offered', async () => {
  const { user, place } = openStart({ [startPath]: problem(409, 'ENROLLMENT_OPEN', { current: { enrollmentId: 'draft-7', by: 'Tom Whitfield', since: '2026-11-24T15:40:00Z' } }) })
  await user.click(await screen.findByRole('radio', { name: /Passport card/ }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.click(await screen.findByRole('link', { name: 'Open that enrollment' }))
  expect(place()).toBe('/enroll/draft-7')
})

test('a father’s address behind a plus-tag is refused with both readings, and what works instead is open already', async () => {
  const settled = buildDraft({ version: 3, step: 'hand-over', done: 2, contact: { way: 'typed-by-patient', masked: null, settledAt: '2026-11-24T15:42:00.000Z' } })
  const { user, server } = openDraft(buildDraft(), { [path('check-contact')]: { body: fathers }, [path('settle-contact')]: { body: settled } })
  await user.type(await screen.findByLabelText('E-mail that only the patient reads'), 'jking+walton@mailhost.example')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const why = await screen.findByRole('alert')
  for (const part of ['This is a parent’s address, so it cannot be used.', 'Jeremy King', '+walton', 'both read as', '“We need an address only you read.”']) expect(within(why).getByText(part)).toBeTruthy()
  expect(server.to(path('add-contact'))).toEqual([])
  expect(await screen.findByLabelText('Mobile number that only the patient uses')).toBe(document.activeElement)
  await user.type(document.activeElement as HTMLElement, '(555) 01')
  expect(screen.getByRole('button', { name: 'Continue: number not complete' })).toBeTruthy()
  await user.keyboard('{Alt>}2{/Alt}{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(path('settle-contact'))).toMatchObject([{ body: { way: 'typed-by-patient', contactId: null } }]))
})

test('an own e-mail on file is one key; one that is typed is checked, and put on file only with a second factor', async () => {
  const onFile = [{ contactId: 'c1', kind: 'email' as const, use: null, masked: 'w···@mail.example', check: buildCheck() }]
  const { user, server, unmount } = openDraft(buildDraft({ onFile }), { [path('settle-contact')]: { body: buildDraft({ version: 3 }) } })
  await screen.findByText('w···@mail.example')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(path('settle-contact'))).toMatchObject([{ body: { way: 'email', contactId: 'c1' }, headers: { 'If-Match': '"2"' } }]))
  unmount()
  const typed = openDraft(buildDraft(), { [path('check-contact')]: { body: buildCheck() } })
  await typed.user.type(await screen.findByLabelText('E-mail that only the patient reads'), 'walton@mailhost.example')
  await typed.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(typed.server.to(path('check-contact'))).toMatchObject([{ body: { kind: 'email', value: 'walton@mailhost.example' } }]))
  expect(typed.server.to(path('add-contact'))).toEqual([])
})

test('before a code is shown nothing is given away, and a hand-over that cannot be says why', async () => {
  const { server } = openDraft({ ...buildShown().enrollment, code: null, done: 2 })
  expect(await screen.findByText('Is Walton’s phone at hand?')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'E-mail' }).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('What is so: HAND_OVER_NEEDS_EMAIL')).toBeTruthy()
  expect(server.to(path('show-code'))).toEqual([])
})

test('a document that was seen on another day is noted again, also where it is the same one', async () => {
  const preflight = [{ key: 'identity' as const, state: 'ask' as const, text: 'Identity: look at a document', refusal: null }]
  const { user, server } = openDraft(buildDraft({ preflight }), { [path('record-identity')]: { body: buildDraft({ version: 3 }) } })
  await user.click(await screen.findByRole('button', { name: /Identity/ }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to(path('record-identity'))).toMatchObject([{ body: { kind: 'school-photo-id' } }]))
})

test('a code stands on the screen in two groups of four, and N makes another one with another key', async () => {
  const shown = buildShown()
  const server = fakeServer({
    'GET /enrollments/draft-1': { body: { ...shown.enrollment, version: 4, code: null, done: 2 } }, [path('show-code')]: { body: shown },
    'POST /session/step-up': { body: { proof: 'proof', endsAt: '2026-11-24T15:47:00Z' } },
  })
  const page = <StepUp>{inRoute('/enroll/:id', <EnrollPage />)}</StepUp>
  const { user } = renderConsole(page, { session: buildSession({ now: NOW, mode: 'demo' }), at: '/enroll/draft-1' })
  await screen.findByText('Is Walton’s phone at hand?')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByLabelText('Activation code')).textContent).toBe('7Q4K 92WX')
  expect(screen.getByRole('img', { name: 'QR code of the activation page' })).toBeTruthy()
  await user.keyboard('n')
  await waitFor(() => expect(server.to(path('show-code'))).toHaveLength(2))
  const [first, second] = server.to(path('show-code'))
  expect(first?.headers).toMatchObject({ 'If-Match': '"4"', 'Step-Up': 'proof' })
  expect(second?.headers['Idempotency-Key']).not.toBe(first?.headers['Idempotency-Key'])
})

test('a code that was shown before and is not here is not shown again', async () => {
  openDraft(buildShown().enrollment)
  expect(await screen.findByText(/A code was shown at/)).toBeTruthy()
  expect(screen.queryByRole('img', { name: 'QR code of the activation page' })).toBeNull()
  expect(screen.getByRole('button', { name: /New code/ })).toBeTruthy()
})

test('a code whose time is over offers a new one as the filled button, and Next person steps back', async () => {
  const { enrollment } = buildShown()
  openDraft({ ...enrollment, code: enrollment.code ? { ...enrollment.code, state: 'ended' } : null })
  expect(await screen.findByText('This code has ended')).toBeTruthy()
  const filled = screen.getAllByRole('button').filter((button) => button.className.includes('MuiButton-contained')).map((button) => button.textContent)
  expect(filled.join()).toMatch(/^New code/)
})

test('a no is noted with its reason; Next person leaves the enrollment on Home', async () => {
  const { user, server, place } = openDraft(buildShown().enrollment, { [path('decline')]: { body: buildDraft({ state: 'declined' }) } })
  await user.click(await screen.findByRole('button', { name: 'Declined or later…' }))
  const dialog = screen.getByRole('dialog', { name: 'Walton King: not now' })
  await user.selectOptions(within(dialog).getByLabelText('Because'), 'Worried about privacy')
  await user.click(within(dialog).getByRole('button', { name: 'Note the no' }))
  await waitFor(() => expect(server.to(path('decline'))).toMatchObject([{ body: { because: 'privacy-worry', note: null }, headers: { 'If-Match': '"5"' } }]))
  await waitFor(() => expect(place()).toBe('/'))
})

test('what another desk holds is taken up before it goes on', async () => {
  const { user, server } = openDraft(buildDraft({ mine: false, heldBy: { id: 'tom', name: 'Tom Whitfield' } }), { [path('take-up')]: { body: buildDraft({ version: 3 }) } })
  expect(await screen.findByText('Tom Whitfield is at it at another desk.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take it up here' }))
  await waitFor(() => expect(screen.queryByText(/at another desk/)).toBeNull())
  expect(server.to(path('take-up'))).toHaveLength(1)
})

test('a wrong enrollment is undone from its last screen: what ended, what had been seen, and where the right one starts', async () => {
  const twin = { id: 'walter', name: 'Walter King', birthDate: '2013-07-04', how: 'twin-names' as const }
  const undone = {
    incidentId: 'i1', ended: { codes: 1, invitation: true, account: true, sessions: 2, draft: false },
    seen: { reported: true, signIns: 1, lastAt: '2026-11-24T15:40:00Z', categories: [{ category: 'results', times: 3, lastAt: '2026-11-24T15:40:00Z' }] },
    right: { patientId: 'walter', lookAlikes: [twin] },
  }
  const draft = buildDraft({ state: 'active', step: 'done', done: 7, patient: { ...buildDraft().patient, lookAlikes: [twin] } })
  const { user, server, place } = openDraft(draft, { 'POST /enrollments/undo': { body: undone } })
  await user.click(await screen.findByRole('button', { name: 'Undo this enrollment…' }))
  const dialog = screen.getByRole('dialog')
  await user.selectOptions(within(dialog).getByLabelText('Who should have been enrolled'), 'walter')
  await user.type(within(dialog).getByLabelText('Reason'), 'The twin stood here')
  await user.click(within(dialog).getByRole('button', { name: 'Undo it now' }))
  expect(await screen.findByText('2 sessions were signed out.')).toBeTruthy()
  expect(screen.getByText(/Results: 3×/)).toBeTruthy()
  expect(server.to('POST /enrollments/undo')[0]?.body).toEqual({ patientId: 'walton', portalId: 'mychart-ny-nj', cause: 'look-alike', rightPatientId: 'walter', reason: 'The twin stood here' })
  await user.click(screen.getByRole('link', { name: 'Enroll the right person' }))
  expect(place()).toBe('/patients/walter/enroll')
})
