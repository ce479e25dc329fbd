import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Shell } from '#client/layout/Shell.tsx'
import { sessionState } from '#client/layout/session.ts'
import type { SessionAnswer } from '#domain/contracts/session.ts'
import { MINUTE, SECOND, isoOf } from '#domain/time.ts'
import { buildNobody, buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

const start = Date.parse('2026-11-24T15:42:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What the server says while the session of the start goes on. */
const stillThere = () => buildSession({ now: Date.now(), lockIn: start + 10 * MINUTE - Date.now() })

/** A desk with the frame around a chart; the server says what `answer` says now. */
function deskWith(answer: () => SessionAnswer) {
  const server = fakeServer({
    'GET /session': () => ({ body: answer() }),
    'GET /two-person-requests': list('two-person-requests', []),
    'GET /proxy-requests': list('proxy-requests', []),
    'GET /proxy-documents': list('proxy-documents', []),
    'GET /message-queues': { body: [] },
    'POST /invitations/search': { body: { rows: [], more: false, needHelp: 0 } },
    'POST /recovery/search': { body: { rows: [], more: false, waiting: 0 } },
    'POST /session/activity': () => ({ body: { idleLockAt: isoOf(Date.now() + 10 * MINUTE), endsAt: isoOf(start + 12 * 60 * MINUTE) } }),
    'POST /session/lock': { body: { ended: true } },
  })
  const shown = renderConsole(<Shell><p>Hernán Heredia</p></Shell>, { session: buildSession({ now: start }), at: '/patients/p1' })
  return { server, ...shown }
}

/** Lets time pass in steps of five seconds, so that each answer is taken at the time it was given. */
async function pass(time: number) {
  for (let left = time; left > 0; left -= 5 * SECOND) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(Math.min(left, 5 * SECOND))
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => { setImmediate(resolve) })
    })
  }
}
const warning = () => screen.queryByRole('alertdialog')

test('a minute before the lock the person is asked by name, and no patient is named', async () => {
  deskWith(stillThere)
  await pass(8 * MINUTE)
  expect(warning()).toBeNull()
  await pass(61 * SECOND)
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog.textContent).toContain('Still there, Rosa?')
  expect(dialog.textContent).toContain('10:52:00')
  expect(dialog.textContent).not.toContain('Heredia')
})

test('nobody is warned when the server says that the session was used elsewhere', async () => {
  let lockIn = 10 * MINUTE
  deskWith(() => buildSession({ now: Date.now(), lockIn }))
  await pass(8 * MINUTE)
  lockIn = 9 * MINUTE
  await pass(70 * SECOND)
  expect(warning()).toBeNull()
})

test('Space keeps the session and the warning goes', async () => {
  const { server, user } = deskWith(stillThere)
  await pass(9 * MINUTE + 10 * SECOND)
  await screen.findByRole('alertdialog')
  await user.keyboard(' ')
  await waitFor(() => expect(server.to('POST /session/activity')).toHaveLength(1))
  await waitFor(() => expect(warning()).toBeNull())
  expect(sessionState().session).not.toBeNull()
})

test('when the time is over the screen is empty, and the place is kept for the same person alone', async () => {
  let isOver = false
  const { place } = deskWith(() => (isOver ? buildNobody({ now: Date.now() }) : stillThere()))
  await pass(9 * MINUTE + 10 * SECOND)
  isOver = true
  await pass(MINUTE)
  await waitFor(() => expect(place()).toBe('/login'))
  expect(screen.queryByText('Hernán Heredia')).toBeNull()
  expect(sessionState().leftBy).toEqual({ userName: 'rosa.delgado', path: '/patients/p1' })
})

test('Alt L locks at once', async () => {
  const { server, user, place } = deskWith(stillThere)
  await user.keyboard('{Alt>}l{/Alt}')
  await waitFor(() => expect(place()).toBe('/login'))
  expect(server.to('POST /session/lock')).toHaveLength(1)
  expect(sessionState().leftBy).toEqual({ userName: 'rosa.delgado', path: '/patients/p1' })
})

test('somebody who only types is reported, so that a long answer is not cut off', async () => {
  const { server, user } = deskWith(() => buildSession({ now: Date.now() }))
  await pass(2 * MINUTE)
  await user.keyboard('x')
  await pass(30 * SECOND)
  expect(server.to('POST /session/activity').length).toBeGreaterThan(0)
})
