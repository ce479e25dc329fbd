import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import ApprovalsPage from '#client/approvals/ApprovalsPage.tsx'
import { StepUp } from '#client/layout/StepUp.tsx'
import InvitePage from '#client/staff/InvitePage.tsx'
import StaffRecord from '#client/staff/StaffRecord.tsx'
import type { StaffRecord as Member } from '#domain/contracts/staff.ts'
import type { TwoPersonRequest } from '#domain/contracts/two-person.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list, problem } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const buildRequest = (more: Partial<TwoPersonRequest> = {}): TwoPersonRequest => ({
  id: 'r1', action: 'staff.invite', objectId: 'new', reason: 'Starts on Monday', requestedBy: { id: 'staff-ken', name: 'Ken Ishii' },
  effect: [{ key: 'staff.invite.person', values: {}, text: 'Nora Fields gets an account with the user name nora.fields.' }],
  requestedAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-25T10:00:00Z', state: 'open', decidedBy: null, decidedAt: null, decisionReason: null,
  mine: false, mayDecide: true, version: 4, ...more,
})
const buildMember = (more: Partial<Member> = {}): Member => ({
  id: 'staff-tom', userName: 'tom.whitfield', name: 'Tom Whitfield', email: 'tom@example.org', npi: null, roles: ['helpline'], clinicianKind: null,
  status: 'active', siteIds: [], homeSiteId: null, createdAt: '2025-04-01T10:00:00Z', version: 5, siteNames: [], hasSecondFactor: true,
  recoveryCodesLeft: 8, openSessions: 1, lastSignedInAt: null, invitation: null, ...more,
})
const officer = () => ({ session: buildSession({ roles: ['privacy-officer'], mode: 'demo' }) })
const administrator = () => ({ session: buildSession({ roles: ['administrator'], mode: 'demo', staff: { id: 'staff-ken' } }) })

test('the approver reads exactly what will happen, and approves it with a second factor for this one act', async () => {
  const server = fakeServer({
    'GET /two-person-requests': list('two-person-requests', [buildRequest()]),
    'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } },
    'POST /two-person-requests/r1/approve': { body: { id: 'r1', state: 'approved' } },
  })
  const { user } = renderConsole(<StepUp><ApprovalsPage /></StepUp>, officer())
  await screen.findByText('Nora Fields gets an account with the user name nora.fields.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(server.to('POST /two-person-requests/r1/approve')).toHaveLength(1))
  expect(server.to('POST /session/step-up')[0]?.body).toMatchObject({ action: 'two-person.approve', objectId: 'r1' })
  expect(server.to('POST /two-person-requests/r1/approve')[0]?.headers).toMatchObject({ 'If-Match': '"4"', 'Step-Up': 'proof-1' })
})

test('whoever asked cannot approve: the button keeps its place and says why; withdrawing is possible', async () => {
  fakeServer({ 'GET /two-person-requests': list('two-person-requests', [buildRequest({ mine: true, mayDecide: false })]) })
  const { user } = renderConsole(<ApprovalsPage />, administrator())
  await user.click(await screen.findByRole('button', { name: 'Approve' }))
  expect(screen.getByText('You asked for this; a second person decides.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Withdraw' })).toBeTruthy()
})

test('declining takes a reason, which whoever asked will read', async () => {
  const server = fakeServer({
    'GET /two-person-requests': list('two-person-requests', [buildRequest()]),
    'POST /two-person-requests/r1/decline': { body: { id: 'r1', state: 'declined' } },
  })
  const { user } = renderConsole(<ApprovalsPage />, officer())
  await user.click(await screen.findByRole('button', { name: 'Decline…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('Reason'), 'not agreed with the desk')
  await user.click(dialog.getByRole('button', { name: 'Decline…' }))
  await waitFor(() => expect(server.to('POST /two-person-requests/r1/decline')[0]?.body).toEqual({ reason: 'not agreed with the desk' }))
})

test('what one may decide comes first, then what is open, then what is over', async () => {
  const requests = [
    buildRequest({ id: 'over', state: 'approved', mayDecide: false, requestedBy: { id: 'a', name: 'Over Before' } }),
    buildRequest({ id: 'mine', mine: true, mayDecide: false }),
    buildRequest({ id: 'todo', requestedBy: { id: 'b', name: 'Asks You' } }),
  ]
  fakeServer({ 'GET /two-person-requests': list('two-person-requests', requests) })
  renderConsole(<ApprovalsPage />, officer())
  const rows = within(await screen.findByRole('list', { name: 'Requests' })).getAllByRole('button')
  expect(rows.map((one) => /Asks You|you|Over Before/.exec(one.textContent ?? '')?.[0])).toEqual(['Asks You', 'you', 'Over Before'])
})

test('an invitation is asked for, not sent; a field that is not taken says so under itself and nothing typed is lost', async () => {
  let tried = 0
  const server = fakeServer({
    'GET /sites': list('sites', []),
    'POST /staff/invite': () =>
      (tried += 1) === 1 ? problem(422, 'FIELDS_NOT_ACCEPTED', { errors: { email: 'This is no address.' } }) : { body: { requestId: 'r1', state: 'open', endsAt: '2026-11-25T10:00:00Z' } },
  })
  const { user, place } = renderConsole(<InvitePage />, { ...administrator(), at: '/staff/invite' })
  await user.type(await screen.findByLabelText('Full name'), 'Nora Fields')
  await user.type(screen.getByLabelText('User name'), 'nora.fields')
  await user.type(screen.getByLabelText('E-mail'), 'nora@example')
  await user.click(screen.getByRole('checkbox', { name: 'Front desk' }))
  await user.type(screen.getByLabelText('Reason'), 'Starts on Monday')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const field = await screen.findByLabelText('E-mail')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText('This is no address.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Nora Fields')
  await user.type(field, '.org')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(place()).toBe('/approvals'))
  expect(server.to('POST /staff/invite').at(-1)?.body).toMatchObject({ email: 'nora@example.org', roles: ['front-desk'], clinicianKind: null })
})

test('nobody changes their own rights: the buttons say so, also to an administrator', async () => {
  fakeServer({ 'GET /staff/staff-ken': { body: buildMember({ id: 'staff-ken', name: 'Ken Ishii' }) } })
  const { user } = renderConsole(inRoute('/staff/:id', <StaffRecord />), { ...administrator(), at: '/staff/staff-ken' })
  await user.click(await screen.findByRole('button', { name: 'Disable…' }))
  expect(screen.getAllByText('Nobody changes their own rights, or approves a change to them.').length).toBeGreaterThan(0)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('disabling says what it does at once, takes a reason, and names the version that was seen', async () => {
  const server = fakeServer({
    'GET /staff/staff-tom': { body: buildMember() },
    'POST /staff/staff-tom/disable': { body: { sessionsEnded: 1 } },
  })
  const { user } = renderConsole(inRoute('/staff/:id', <StaffRecord />), { ...administrator(), at: '/staff/staff-tom' })
  await user.click(await screen.findByRole('button', { name: 'Disable…' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/Tom Whitfield cannot sign in, every open session ends/)).toBeTruthy()
  await user.type(dialog.getByLabelText('Reason'), 'has left')
  await user.click(dialog.getByRole('button', { name: 'Disable…' }))
  await waitFor(() => expect(server.to('POST /staff/staff-tom/disable')[0]).toMatchObject({ body: { reason: 'has left' }, headers: { 'If-Match': '"5"' } }))
})

test('when somebody was first, the text is kept, the newest version is loaded, and sending it again names that version', async () => {
  let version = 5
  const server = fakeServer({
    'GET /sites': list('sites', []),
    'GET /staff/staff-tom': () => ({ body: buildMember({ version }) }),
    'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } },
    'POST /staff/staff-tom/change-roles': ({ headers }) =>
      headers['If-Match'] === '"6"' ? { body: { requestId: 'r', state: 'open', endsAt: '' } } : problem(412, 'VERSION_STALE', { current: { version: 6 } }),
  })
  const { user } = renderConsole(<StepUp>{inRoute('/staff/:id', <StaffRecord />)}</StepUp>, { ...administrator(), at: '/staff/staff-tom' })
  await user.click(await screen.findByRole('button', { name: 'Change roles…' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Front desk' }))
  await user.type(screen.getByLabelText('Reason'), 'covers the desk')
  version = 6
  await user.click(screen.getByRole('button', { name: 'Ask for approval' }))
  await user.click(await screen.findByRole('button', { name: 'Take it, keep my text' }))
  await screen.findByText(/The newest version is loaded/)
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('covers the desk')
  await user.click(screen.getByRole('button', { name: 'Ask for approval' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.to('POST /staff/staff-tom/change-roles').map(({ headers }) => headers['If-Match'])).toEqual(['"5"', '"6"'])
})
