import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { StepUp } from '#client/layout/StepUp.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { sessionState } from '#client/layout/session.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, problem } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

function Disable({ reason }: { reason: string }) {
  const { run, fault } = useCommand()
  const code = fault && 'problem' in fault ? fault.problem.code : fault ? 'NO_LINE' : 'none'
  return (
    <>
      <button type="button" onClick={() => void run({ path: '/staff/1/disable', body: { reason }, version: 3 })}>
        Disable
      </button>
      <p>fault: {code}</p>
    </>
  )
}

const path = 'POST /staff/1/disable'
let session = buildSession()
beforeEach(() => {
  session = buildSession({ roles: ['administrator'] })
})

/** Presses the button until each answer is used up; gives the keys that the presses carried. */
async function press(times: number, answers: Exclude<Parameters<typeof fakeServer>[0][string], (asked: never) => unknown>[]) {
  const queue = [...answers]
  const server = fakeServer({ [path]: () => queue.shift() ?? {} })
  const { user } = renderConsole(<Disable reason="left" />, { session })
  for (let at = 0; at < times; at += 1) {
    await user.click(screen.getByRole('button', { name: 'Disable' }))
    await waitFor(() => expect(server.to(path)).toHaveLength(at + 1))
  }
  await waitFor(() => expect(server.to(path)).toHaveLength(times))
  return server.to(path).map(({ headers }) => headers['Idempotency-Key'])
}

test('the same act after a lost line carries the same key, so that it cannot be done twice', async () => {
  const [first, second] = await press(2, ['no line', {}])
  expect(second).toBe(first)
})

test('the same act after a server fault carries the same key', async () => {
  const [first, second] = await press(2, [problem(503, 'STORAGE_BUSY'), {}])
  expect(second).toBe(first)
})

test('after an answer that the server has kept, another press is another act', async () => {
  const [first, second] = await press(2, [problem(409, 'ALREADY_DONE'), {}])
  expect(second).not.toBe(first)
})

test('after success another press is another act', async () => {
  const [first, second] = await press(2, [{}, {}])
  expect(second).not.toBe(first)
})

test('an act that needs a second factor asks for it, and goes again with the proof and the same key', async () => {
  let tried = 0
  const server = fakeServer({
    [path]: () => ((tried += 1) === 1 ? problem(403, 'STEP_UP_NEEDED', { stepUp: { action: 'staff.disable', objectId: '1' } }) : {}),
    'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } },
  })
  const { user } = renderConsole(<StepUp><Disable reason="left" /></StepUp>, { session })
  await user.click(screen.getByRole('button', { name: 'Disable' }))
  await user.type(await screen.findByLabelText('6-digit code'), '123456')
  await user.click(screen.getByRole('button', { name: 'Confirm and go on' }))
  await waitFor(() => expect(server.to(path)).toHaveLength(2))
  const [first, second] = server.to(path)
  expect(second?.headers['Step-Up']).toBe('proof-1')
  expect(second?.headers['Idempotency-Key']).toBe(first?.headers['Idempotency-Key'])
  expect(server.to('POST /session/step-up')[0]?.body).toEqual({ code: '123456', action: 'staff.disable', objectId: '1' })
})

test('in the demo practice nobody is asked for a code', async () => {
  session = buildSession({ roles: ['administrator'], mode: 'demo' })
  let tried = 0
  const server = fakeServer({
    [path]: () => ((tried += 1) === 1 ? problem(403, 'STEP_UP_NEEDED', { stepUp: { action: 'staff.disable', objectId: '1' } }) : {}),
    'POST /session/step-up': { body: { proof: 'proof-1', endsAt: '2026-11-24T15:47:00Z' } },
  })
  const { user } = renderConsole(<StepUp><Disable reason="left" /></StepUp>, { session })
  await user.click(screen.getByRole('button', { name: 'Disable' }))
  await waitFor(() => expect(server.to(path)).toHaveLength(2))
  expect(server.to('POST /session/step-up')[0]?.body).toMatchObject({ code: '' })
})

test('a refusal by role is shown and nobody is signed out', async () => {
  fakeServer({ [path]: problem(403, 'ROLE_MAY_NOT') })
  const { user } = renderConsole(<Disable reason="left" />, { session })
  await user.click(screen.getByRole('button', { name: 'Disable' }))
  await screen.findByText('fault: ROLE_MAY_NOT')
  expect(sessionState().session).not.toBeNull()
})

test('an ended session signs out, empties what was read, and keeps the place for the same person', async () => {
  fakeServer({ [path]: problem(401, 'SESSION_ENDED') })
  const { user, place, queryClient } = renderConsole(<Disable reason="left" />, { session, at: '/staff/1' })
  queryClient.setQueryData(['patients', 'x'], { name: 'Hernán Heredia' })
  await user.click(screen.getByRole('button', { name: 'Disable' }))
  await waitFor(() => expect(place()).toBe('/login'))
  expect(sessionState()).toMatchObject({ session: null, leftBy: { userName: 'rosa.delgado' } })
  await waitFor(() => expect(queryClient.getQueryCache().getAll()).toEqual([]))
})
