import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import InvitationRecord from '#client/invitations/InvitationRecord.tsx'
import InvitationsPage from '#client/invitations/InvitationsPage.tsx'
import { words } from '#test/client/enroll/build-enrollment.ts'
import { buildInvitation, buildInvitationRow } from '#test/client/invitations/build-invitation.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list, problem } from '#test/client/support/fake-server.ts'
import { inRoute, renderConsole } from '#test/client/support/render-console.tsx'

const NOW = Date.parse('2026-11-24T15:42:00Z')
const session = buildSession({ now: NOW })
const search = 'POST /invitations/search'
const lists = { 'GET /portals': list('portals', []), 'GET /sites': list('sites', []) }

function openRecord(invitation = buildInvitation(), answers: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({ 'GET /invitations/inv-1': { body: invitation }, ...answers })
  return { server, ...renderConsole(inRoute('/invitations/:id', <InvitationRecord />), { session, at: '/invitations/inv-1' }) }
}

test('the worklist opens on those who need help, and pages begin after the last row', async () => {
  const rows = [buildInvitationRow(), buildInvitationRow({ id: 'inv-2', name: 'Christa Heller', state: 'handed', next: 'resend' })]
  const server = fakeServer({ ...lists, [search]: { body: { rows, more: true, needHelp: 2 } } })
  const { user } = renderConsole(<InvitationsPage />, { session, at: '/invitations' })
  expect(await screen.findByRole('link', { name: 'Fix address Bonnie Marvin' })).toBeTruthy()
  expect(server.to(search)[0]?.body).toEqual({ need: 'help', limit: 50 })
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await waitFor(() => expect(server.to(search)[1]?.body).toEqual({ need: 'help', limit: 50, after: 'inv-2' }))
  await user.click(screen.getByRole('button', { name: 'All' }))
  await user.selectOptions(screen.getByLabelText('State'), 'Bounced')
  await waitFor(() => expect(server.to(search).at(-1)?.body).toEqual({ need: 'all', state: 'bounced', limit: 50 }))
})

test('nobody who waits for help is good news', async () => {
  fakeServer({ ...lists, [search]: { body: { rows: [], more: false, needHelp: 0 } } })
  renderConsole(<InvitationsPage />, { session, at: '/invitations' })
  expect(await screen.findByText('Nobody waits for help')).toBeTruthy()
})

test('"Why didn’t I get it?" has one cause, one sentence to say with that portal’s subject, and one filled button', async () => {
  openRecord()
  const why = await screen.findByRole('region', { name: 'Why didn’t I get it?' })
  expect(within(why).getByText('The mail came back: that mailbox does not exist.')).toBeTruthy()
  expect(within(why).getByText('“The mail did not reach you. Which address do you read?”')).toBeTruthy()
  expect(screen.getByText('“You’re invited to create a Patient Portal account with Optum.”')).toBeTruthy()
  const filled = [...document.querySelectorAll('.MuiButton-contained')].map((button) => button.textContent)
  expect(filled).toEqual(['Fix the address on record'])
  expect(document.body.textContent).not.toMatch(/delivered/i)
})

test('it is sent again with a reason and the version that was seen; one that had ended goes on under its new number', async () => {
  const diagnosis = { ...buildInvitation().diagnosis, cause: 'EXPIRED' as const, next: { action: 'resend' as const, text: 'Send it again.' } }
  const { user, server, place } = openRecord(buildInvitation({ state: 'expired', diagnosis }), {
    'POST /invitations/inv-1/resend': { body: { invitationId: 'inv-9', version: 1, sends: 1, sentAt: '2026-11-24T15:42:00Z', endsAt: '2027-01-24T05:00:00Z', addressMasked: 'b···@mail.example' } },
    'GET /invitations/inv-9': { body: buildInvitation({ id: 'inv-9' }) },
  })
  await screen.findByRole('heading', { name: 'Bonnie Marvin' })
  await user.keyboard('r')
  const dialog = screen.getByRole('dialog', { name: 'Send it again' })
  expect(within(dialog).getByText(/The link and code sent before end now/)).toBeTruthy()
  await user.type(within(dialog).getByLabelText('Reason'), 'Expired while away')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(place()).toBe('/invitations/inv-9'))
  expect(server.to('POST /invitations/inv-1/resend')).toMatchObject([{ body: { contactId: null, reason: 'Expired while away' }, headers: { 'If-Match': '"3"' } }])
})

test('what may not be sent again now is dashed, says why and until when, and asks nothing of the server', async () => {
  const diagnosis = { ...buildInvitation().diagnosis, next: { action: 'resend' as const, text: 'Send it again.' } }
  const { user, server } = openRecord(buildInvitation({ diagnosis, mayResend: words('INVITATION_SENT_RECENTLY', { message: 'It went out less than two minutes ago.' }) }))
  await user.click(await screen.findByRole('button', { name: 'Resend' }))
  expect(screen.getByText('It went out less than two minutes ago.')).toBeTruthy()
  expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([])
})

test('a cancelled resend that was refused keeps the words that were typed', async () => {
  const diagnosis = { ...buildInvitation().diagnosis, next: { action: 'resend' as const, text: 'Send it again.' } }
  const { user } = openRecord(buildInvitation({ diagnosis }), { 'POST /invitations/inv-1/resend': problem(409, 'INVITATION_LIMIT') })
  await user.click(await screen.findByRole('button', { name: /Resend/ }))
  await user.type(screen.getByLabelText('Reason'), 'once more')
  await user.click(screen.getByRole('button', { name: 'Send it again' }))
  expect(await screen.findByText('What is so: INVITATION_LIMIT')).toBeTruthy()
  expect(screen.getByLabelText('Reason')).toHaveProperty('value', 'once more')
})
