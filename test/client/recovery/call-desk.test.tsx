import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import CallDeskPage from '#client/recovery/CallDeskPage.tsx'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { buildCall, buildProof } from '#test/client/recovery/build-call.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

/** A helpline agent before a case that becomes what each command leaves behind. */
function atCallDesk(first: CallDesk, after: Record<string, CallDesk> = {}) {
  let desk = first
  const commands = Object.fromEntries(Object.entries(after).map(([step, next]) => [`POST /recovery/case-1/${step}`, () => {
    desk = next
    return { body: { id: desk.id, version: desk.version, state: desk.state } }
  }]))
  const server = fakeServer({ 'GET /recovery/case-1': () => ({ body: desk }), ...commands })
  return { server, ...renderConsole(<CallDeskPage id="case-1" />, { session: buildSession({ roles: ['helpline'] }), at: '/recovery/case-1' }) }
}

const isChosen = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name }).checked

test('the sentence to say, the ways with how they stand, and one filled button; Enter sends the link and the screen waits', async () => {
  const { server, user } = atCallDesk(buildCall(), { 'send-link': buildCall({ version: 4, proof: buildProof() }) })
  await screen.findByText(/Details alone can’t open an account/)
  screen.getByText('Not today')
  screen.getByText(/unchanged since 2 May 2019/)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Link to the e-mail on file/ })))
  await user.keyboard('{Enter}')
  await screen.findByText('Sent, waits for the patient')
  expect(server.to('POST /recovery/case-1/send-link')[0]?.body).toEqual({ contactId: 'mail-1' })
  screen.getByText(/a link is on its way to the e-mail we already have/)
})

test('1 to 4 choose a way; one that is not open today is not chosen and says why when pressed', async () => {
  const { user } = atCallDesk(buildCall())
  await screen.findByText('Not today')
  await user.keyboard('2')
  expect(isChosen(/Link to the e-mail/)).toBe(true)
  await user.keyboard('3')
  expect(isChosen(/Photo ID at any desk/)).toBe(true)
  screen.getByRole('button', { name: /Leave it to a desk/ })
  await user.click(screen.getByRole('button', { name: 'ID-02' }))
  screen.getByText('What to do instead.')
})

test('facts are typed and compared; the answer shows kinds that fit and no value', async () => {
  const find = buildCall({ step: 'find', located: false, facts: [] })
  const { server, user } = atCallDesk(find, { facts: buildCall({ version: 4 }) })
  await user.type(await screen.findByLabelText('Name'), 'Clint Champlin')
  await user.type(screen.getByLabelText('Town'), 'Springfield{Enter}')
  await screen.findByText('Prove it: one of these')
  await screen.findByText('birth date')
  expect(server.to('POST /recovery/case-1/facts')[0]?.body).toEqual({ said: [{ kind: 'name', text: 'Clint Champlin' }, { kind: 'city', text: 'Springfield' }] })
  expect(screen.queryByText(/Springfield/)).toBeNull()
})

test('Stop safely tells the caller nothing and asks for no words; afterwards only the polite sentence is left', async () => {
  const { server, user } = atCallDesk(buildCall(), { stop: buildCall({ step: 'over', state: 'stopped', isMine: false, version: 4 }) })
  await screen.findByText('Signs of an impostor')
  await user.keyboard('{Alt>}s{/Alt}')
  const dialog = await screen.findByRole('dialog', { name: 'Stop safely' })
  within(dialog).getByText(/I can’t do more today/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.to('POST /recovery/case-1/stop')[0]?.body).toEqual({ note: '' })
  expect(screen.queryByRole('button', { name: /Stop safely/ })).toBeNull()
  await screen.findByText('This case is over.')
})

test('Ctrl . ends the call and asks what came of it; a refusal of a step stands above the button', async () => {
  const { server, user, place } = atCallDesk(buildCall({ proof: buildProof() }), { 'end-call': buildCall({ isMine: false }) })
  await screen.findByText('Sent, waits for the patient')
  await user.keyboard('{Control>}.{/Control}')
  await screen.findByRole('dialog', { name: 'What came of the call?' })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(place()).toBe('/recovery'))
  expect(server.to('POST /recovery/case-1/end-call')[0]?.body).toEqual({ outcome: 'waits-for-mail' })
})

test('what the server refuses is said with its next step, and nothing was sent', async () => {
  fakeServer({ 'GET /recovery/case-1': { body: buildCall() }, 'POST /recovery/case-1/send-link': problem(409, 'RECOVERY_SENDS_LIMIT') })
  const { user } = renderConsole(<CallDeskPage id="case-1" />, { session: buildSession({ roles: ['helpline'] }), at: '/recovery/case-1' })
  await user.click(await screen.findByRole('button', { name: /Send the link/ }))
  await screen.findByText('What is so: RECOVERY_SENDS_LIMIT')
})
