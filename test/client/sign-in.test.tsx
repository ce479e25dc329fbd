import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import SignInPage from '#client/auth/SignInPage.tsx'
import { leave, sessionState, takeAnswer } from '#client/layout/session.ts'
import { roles } from '#domain/roles.ts'
import { buildNobody, buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const rosa = buildSession()

async function typePassword(user: ReturnType<typeof renderConsole>['user'], name = 'rosa.delgado') {
  await user.type(screen.getByLabelText('User name'), name)
  await user.type(screen.getByLabelText('Password'), 'a long sentence of mine{Enter}')
}

test('name and password first, then the second factor on its own step, then home', async () => {
  const server = fakeServer({
    'POST /session': { body: { next: 'second-factor' } },
    'POST /session/second-factor': { body: rosa },
    'GET /session': () => ({ body: rosa }),
  })
  const { user, place } = renderConsole(<SignInPage />, { session: buildNobody(), at: '/login' })
  expect(screen.queryByLabelText('6-digit code')).toBeNull()
  await typePassword(user)
  await user.type(await screen.findByLabelText('6-digit code'), '123456{Enter}')
  await waitFor(() => expect(place()).toBe('/'))
  expect(server.to('POST /session')[0]?.body).toEqual({ userName: 'rosa.delgado', password: 'a long sentence of mine' })
  expect(server.to('POST /session/second-factor')[0]?.body).toEqual({ code: '123456' })
})

test('a recovery code stands in for the second factor', async () => {
  const server = fakeServer({
    'POST /session': { body: { next: 'second-factor' } },
    'POST /session/second-factor': { body: rosa },
    'GET /session': { body: rosa },
  })
  const { user } = renderConsole(<SignInPage />, { session: buildNobody(), at: '/login' })
  await typePassword(user)
  await user.click(await screen.findByRole('button', { name: 'Use a recovery code' }))
  await user.type(screen.getByLabelText('Recovery code'), 'abcd-efgh-ijkl{Enter}')
  await waitFor(() => expect(server.to('POST /session/second-factor')[0]?.body).toEqual({ recoveryCode: 'abcd-efgh-ijkl' }))
})

test('a refused sign-in says the server’s one sentence and keeps what was typed', async () => {
  fakeServer({ 'POST /session': problem(401, 'SIGN_IN_REFUSED') })
  const { user } = renderConsole(<SignInPage />, { session: buildNobody(), at: '/login' })
  await typePassword(user, 'nobody.here')
  expect((await screen.findByRole('alert')).textContent).toContain('What is so: SIGN_IN_REFUSED')
  expect(screen.getByLabelText<HTMLInputElement>('User name').value).toBe('nobody.here')
})

test('a browser that does not keep the cookie is told so, not sent in circles', async () => {
  fakeServer({ 'POST /session': { body: rosa }, 'GET /session': { body: buildNobody() } })
  const { user } = renderConsole(<SignInPage />, { session: buildNobody(), at: '/login' })
  await typePassword(user)
  expect((await screen.findByRole('alert')).textContent).toContain('npm start -- --https')
})

test('in the demo a number key sits down at a desk, and nothing but the form takes it for text', async () => {
  const helpline = buildSession({ roles: ['helpline'], mode: 'demo' })
  const server = fakeServer({
    'GET /demo/desks': { body: roles.map((role) => ({ role, staffName: `Person at ${role}`, does: '' })) },
    'POST /demo/enter': { body: helpline },
    'GET /session': { body: helpline },
  })
  const { user, place } = renderConsole(<SignInPage />, { session: buildNobody({ mode: 'demo' }), at: '/login' })
  expect((await screen.findByText('Made-up people')).textContent).toBe('Made-up people')
  await user.type(screen.getByLabelText('User name'), '2')
  expect(server.to('POST /demo/enter')).toHaveLength(0)
  await user.keyboard('{Escape}2')
  await waitFor(() => expect(place()).toBe('/'))
  expect(server.to('POST /demo/enter')[0]?.body).toEqual({ role: 'helpline' })
})

test('after a lock there is name and password and nothing else, and the same person comes back to the same place', async () => {
  takeAnswer(rosa)
  leave('/staff/1')
  fakeServer({ 'POST /session': { body: rosa }, 'GET /session': { body: rosa } })
  const { user, place } = renderConsole(<SignInPage />, { at: '/login' })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Locked')
  expect(screen.queryByText(/Maple Harbor/)).toBeNull()
  expect(screen.getByLabelText<HTMLInputElement>('User name').value).toBe('')
  await typePassword(user)
  await waitFor(() => expect(place()).toBe('/staff/1'))
})

test('somebody else after a lock does not land where the first person was', async () => {
  takeAnswer(rosa)
  leave('/staff/1')
  const tom = buildSession({ staff: { id: 'staff-tom', userName: 'tom.whitfield' } })
  fakeServer({ 'POST /session': { body: tom }, 'GET /session': { body: tom } })
  const { user, place } = renderConsole(<SignInPage />, { at: '/login' })
  await typePassword(user, 'tom.whitfield')
  await waitFor(() => expect(place()).toBe('/'))
  expect(sessionState().leftBy).toBeNull()
})
