import { act, screen, within } from '@testing-library/react'
import { useQuery } from '@tanstack/react-query'
import { useNotify, useStore } from 'ra-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NoticeBell } from '#client/layout/NoticeBell.tsx'
import { Notices } from '#client/layout/Notices.tsx'
import { leave, useSessionState } from '#client/layout/session.ts'
import { useForgetOnLeave } from '#client/layout/use-forget.ts'
import { useLiveUpdates } from '#client/layout/use-live-updates.ts'
import { SECOND } from '#domain/time.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list } from '#test/client/support/fake-server.ts'
import { renderConsole } from '#test/client/support/render-console.tsx'

class Stream extends EventTarget {
  static last: Stream | null = null
  constructor() {
    super()
    Stream.last = this
  }
  close() {
    Stream.last = null
  }
}

const tell = (topic: string, id: string | null) =>
  act(async () => {
    Stream.last?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ topic, id }) }))
    await vi.advanceTimersByTimeAsync(0)
  })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const privacy = buildSession({ roles: ['privacy-officer'], staff: { id: 'staff-margaret' } })

function Listening() {
  useLiveUpdates()
  const { session } = useSessionState()
  return session ? <><NoticeBell session={session} /><Notices /></> : null
}

test('AZ-08: the privacy officer whom a broken glass concerns is told at once, and the bell keeps it; nobody else is', async () => {
  fakeServer({ 'GET /two-person-requests': list('two-person-requests', []) })
  renderConsole(<Listening />, { session: privacy })
  await tell('break-glass', 'staff-somebody-else')
  expect(screen.queryByText(/breaking the glass/)).toBeNull()
  await tell('break-glass', 'staff-margaret')
  expect(screen.getAllByText(/Somebody opened a closed chart by breaking the glass/).length).toBeGreaterThan(0)
  await act(() => vi.advanceTimersByTimeAsync(7 * SECOND))
  expect(screen.getByText('Notices, 1 new')).toBeTruthy()
  expect(screen.getByText(/Somebody opened a closed chart by breaking the glass/)).toBeTruthy()
})

test('what was just done is said at once, before older news; the bell keeps all of it', async () => {
  function Act() {
    const notify = useNotify()
    const say = (text: string, type: 'info' | 'success') => notify(text, { type, messageArgs: { _: text } })
    return <button type="button" onClick={() => { say('Older news.', 'info'); say('Released.', 'success') }}>act</button>
  }
  fakeServer({ 'GET /two-person-requests': list('two-person-requests', []) })
  renderConsole(<><Act /><Listening /></>, { session: privacy })
  act(() => screen.getByText('act').click())
  expect(within(screen.getByRole('status')).getByText('Released.')).toBeTruthy()
  await act(() => vi.advanceTimersByTimeAsync(7 * SECOND))
  expect(screen.getByRole('status').textContent).toBe('')
  expect(screen.getByText('Notices, 1 new')).toBeTruthy()
  expect(screen.getByText('Older news.')).toBeTruthy()
})

test('a flood of changes is read again at once and then once in three seconds, the last of them too', async () => {
  const read = vi.fn<() => Promise<number>>(async () => 1)
  function Day() {
    useLiveUpdates()
    useQuery({ queryKey: ['appointments'], queryFn: read, meta: { alsoOn: ['patients'] } })
    return null
  }
  renderConsole(<Day />, { session: privacy })
  await act(() => vi.advanceTimersByTimeAsync(0))
  const before = read.mock.calls.length
  for (let event = 0; event < 200; event++) await tell('patients', `p${event}`)
  expect(read.mock.calls.length - before).toBe(1)
  await act(() => vi.advanceTimersByTimeAsync(3 * SECOND))
  expect(read.mock.calls.length - before).toBe(2)
  await act(() => vi.advanceTimersByTimeAsync(30 * SECOND))
  expect(read.mock.calls.length - before).toBe(2)
})

test('AU-10: when the screen locks, what was read and typed is gone from the tab', async () => {
  function Frame() {
    useForgetOnLeave()
    const [typed, setTyped] = useStore('patients.lookup', '')
    return <button type="button" onClick={() => setTyped('green 3/1')}>{typed || 'empty'}</button>
  }
  function Door() {
    return useSessionState().session ? <Frame /> : <p>locked</p>
  }
  const { queryClient, rerender: _ } = renderConsole(<Door />, { session: privacy })
  queryClient.setQueryData(['patients', 'p1'], { name: 'Angele Greenfelder' })
  act(() => screen.getByText('empty').click())
  expect(screen.getByText('green 3/1')).toBeTruthy()
  act(() => leave('/patients'))
  expect(screen.getByText('locked')).toBeTruthy()
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})
