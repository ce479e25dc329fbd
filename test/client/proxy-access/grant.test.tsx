import { screen, waitFor, within } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { StepUp } from '#client/layout/StepUp.tsx'
import PatientRecord from '#client/patients/PatientRecord.tsx'
import type { PersonRow, ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import type { Role } from '#domain/roles.ts'
import { buildRecord } from '#test/client/patients/build-record.ts'
import { buildMatrix, buildProxies } from '#test/client/proxy-access/build-access.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')
const record = buildRecord({ id: 'p1', name: 'Ossie Rodriguez', birthDate: '2014-12-07', age: 11, mrnTail: 'a02c' })
const ines: PersonRow = { personId: 'ines', patientId: null, name: 'Inés Rodriguez', birthDate: '1985-05-05', maskedEmail: 'i···@example.org', maskedPhone: '···99', from: 'proxy', relationship: null, actsFor: 1 }
const grantPath = 'POST /patients/p1/grant-access'

type Given = { role?: Role; facts?: Partial<ProxiesAnswer>; found?: PersonRow[]; answers?: Parameters<typeof fakeServer>[0] }

/** The grant dialog of Ossie, eleven years old; the demo practice takes the second factor for granted. */
async function openGrant({ role = 'front-desk', facts = {}, found = [ines], answers = {} }: Given = {}) {
  const server = fakeServer({
    'GET /patients/p1': { body: record }, 'GET /patients/p1/access': { body: buildMatrix() }, 'GET /patients/p1/proxies': { body: buildProxies(facts) },
    'POST /proxy-persons/search': { body: { rows: found, more: false } }, 'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } },
    [grantPath]: { body: { id: 'g9', state: 'pending', version: 1, told: 1, mailWithheld: null } }, ...answers,
  })
  const shown = renderConsole(<StepUp>{inRoute('/patients/:id/*', <Suspense><PatientRecord /></Suspense>)}</StepUp>, {
    session: buildSession({ roles: [role], now: NOW, mode: 'demo' }), at: '/patients/p1/proxy-access',
  })
  await screen.findByRole('grid')
  await shown.user.keyboard('g')
  const dialog = await screen.findByRole('dialog', { name: 'Grant access' })
  return { server, dialog, ...shown }
}

const send = '{Control>}{Enter}{/Control}'

test('evidence stands first, the person is found before anybody is created, and an end or review date is set', async () => {
  const { user, server, dialog } = await openGrant()
  expect(within(dialog).getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    expect.stringContaining('What it rests on'), expect.stringContaining('Who it is for'), expect.stringContaining('How much, and until when'),
  ])
  await user.keyboard('{Alt>}2{/Alt}')
  await user.keyboard('rodr')
  await screen.findByRole('button', { name: /Inés Rodriguez/ })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(document.activeElement).toBe(within(dialog).getByLabelText('Reason'))
  await user.keyboard(`Mother asks${send}`)
  await waitFor(() => expect(server.to(grantPath)).toHaveLength(1))
  expect(server.to(grantPath)[0]).toMatchObject({
    headers: { 'Step-Up': 'proof-1' },
    body: { personId: 'ines', basis: 'parent', relationship: 'mother', documents: [{ kind: 'birth-certificate', expiresOn: null }], reviewOn: '2027-11-24', disputed: false, reason: 'Mother asks' },
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('nothing is sent while something is missing, and what is missing is named', async () => {
  const { user, server, dialog } = await openGrant()
  await user.keyboard(send)
  expect(within(dialog).getByText('Still missing: Who it is for, Reason')).toBeTruthy()
  expect(within(dialog).getByText('Choose who is to have access.')).toBeTruthy()
  expect(server.to(grantPath)).toEqual([])
})

test('somebody of the household is one press away and brings the relationship along', async () => {
  const { user, server, dialog } = await openGrant()
  await user.click(within(dialog).getByRole('button', { name: /Dolores Pulido/ }))
  await user.keyboard(`Lives with her${send}`)
  await waitFor(() => expect(server.to(grantPath)[0]?.body).toMatchObject({ personPatientId: 'p9', relationship: 'grandparent' }))
})

test('a basis for adults is refused for a child beside its field, in words', async () => {
  const { user, dialog } = await openGrant()
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Basis' }), 'The adult’s consent')
  expect(within(dialog).getByText('The patient is a minor and does not count as an adult: this basis is for adults.')).toBeTruthy()
})

test('a custody order takes two: the desk asks, and is told that nothing opens before', async () => {
  const path = 'POST /patients/p1/ask-for-access'
  const { user, server, dialog } = await openGrant({ answers: { [path]: { body: { id: 'g9', state: 'requested', version: 1, requestId: 'r1', endsAt: '2026-11-25T15:42:00Z' } } } })
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Basis' }), 'Custody order')
  expect(within(dialog).getByText(/Nothing opens before a second person agrees/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: /Dolores Pulido/ }))
  await user.keyboard(`Order seen${send}`)
  await waitFor(() => expect(server.to(path)[0]?.body).toMatchObject({ basis: 'custody-order', documents: [{ kind: 'custody-order' }] }))
  expect(server.to(grantPath)).toEqual([])
})

test('what the server alone knows to take two is offered as a request, with the same text', async () => {
  const path = 'POST /patients/p1/ask-for-access'
  const { user, server, dialog } = await openGrant({ answers: { [grantPath]: problem(409, 'PROXY_NEEDS_SECOND_PERSON'), [path]: { body: { id: 'g9', state: 'requested', version: 1, requestId: 'r1', endsAt: '2026-11-25T15:42:00Z' } } } })
  await user.click(within(dialog).getByRole('button', { name: /Dolores Pulido/ }))
  await user.keyboard(`Lives with her${send}`)
  await user.click(await within(dialog).findByRole('button', { name: /Ask a second person/ }))
  await waitFor(() => expect(server.to(path)[0]?.body).toMatchObject({ reason: 'Lives with her' }))
})

test('a manager, who decides such requests, is told who asks for them', async () => {
  const { user, dialog } = await openGrant({ role: 'manager' })
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Basis' }), 'Custody order')
  expect(within(dialog).getByText(/Your role decides and does not ask: Front desk, Helpline/)).toBeTruthy()
  expect(within(dialog).queryByRole('button', { name: /second person/ })).toBeNull()
})

test('a request that a safety note stops: what to say, what not to say, and where it is now', async () => {
  const { user, dialog } = await openGrant({ answers: { [grantPath]: problem(409, 'PROXY_NEEDS_PRIVACY_OFFICER') } })
  await user.click(within(dialog).getByRole('button', { name: /Dolores Pulido/ }))
  await user.keyboard(`Father asks${send}`)
  const refusal = await screen.findByRole('region', { name: 'Grant refused: Dolores Pulido' })
  expect(refusal.textContent).toContain('I can’t set that up today. The privacy office answers requests like this in writing.')
  expect(refusal.textContent).toContain('Don’t say that a note exists, or who is on it.')
  expect(refusal.textContent).toContain('With the privacy officer')
})

test('a trusted representative is given a level area by area', async () => {
  const { user, server, dialog } = await openGrant()
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Level' }), 'Trusted representative')
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Bills' }), 'may view and act')
  await user.click(within(dialog).getByRole('button', { name: /Dolores Pulido/ }))
  await user.keyboard(`Wish of the family${send}`)
  await waitFor(() => expect(server.to(grantPath)[0]?.body).toMatchObject({ levelId: 'trusted-representative', areas: { bills: 'act' } }))
})

test('a new person who looks like somebody known is shown beside them; the known one is taken with one press', async () => {
  const { user, dialog, server } = await openGrant({ found: [], answers: { 'POST /proxy-persons': problem(409, 'PROXY_PERSON_LOOKS_KNOWN', { current: { candidates: [ines] } }) } })
  await user.type(within(dialog).getByLabelText('Find the person'), 'Ines Rodriguez')
  await within(dialog).findByText('Nobody here fits.')
  await user.click(within(dialog).getByRole('button', { name: 'Add a new person…' }))
  expect(within(dialog).getByLabelText('Legal given name')).toHaveProperty('value', 'Ines')
  expect(within(dialog).getByLabelText('Legal family name')).toHaveProperty('value', 'Rodriguez')
  await user.click(within(dialog).getByRole('button', { name: 'Record this person' }))
  await user.click(await within(dialog).findByRole('button', { name: /Inés Rodriguez/ }))
  await user.keyboard(`Mother asks${send}`)
  await waitFor(() => expect(server.to(grantPath)[0]?.body).toMatchObject({ personId: 'ines' }))
})
