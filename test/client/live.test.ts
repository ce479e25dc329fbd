import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenLive, type LiveListeners } from '#client/layout/live.ts'
import { liveState, setLive } from '#client/layout/live-state.ts'

/** A stream as a browser has it, driven by the test. */
class Stream extends EventTarget {
  static open: Stream[] = []
  isClosed = false
  constructor() {
    super()
    Stream.open.push(this)
  }
  close() {
    this.isClosed = true
  }
  say(type: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }))
  }
}

/** One lock for the whole browser: whoever comes second waits. */
function oneLock() {
  let before: Promise<unknown> = Promise.resolve()
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }, run: () => Promise<unknown>) => {
      before = before.then(() => (signal.aborted ? undefined : run()))
      return before
    },
  }
}

const heard = () => ({ onChanged: vi.fn<LiveListeners['onChanged']>(), onInstants: vi.fn<LiveListeners['onInstants']>(), onEnd: vi.fn<LiveListeners['onEnd']>() }) satisfies LiveListeners
const soon = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  Stream.open = []
  vi.stubGlobal('EventSource', Stream)
  Object.defineProperty(navigator, 'locks', { value: oneLock(), configurable: true })
  setLive({ connected: true, lostAt: null, nextTryAt: null })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('ten tabs of one browser hold one stream, and when the first closes another takes over', async () => {
  const stops = Array.from({ length: 10 }, () => listenLive(heard()))
  await soon()
  expect(Stream.open).toHaveLength(1)
  stops[0]?.()
  await soon()
  expect(Stream.open.map(({ isClosed }) => isClosed)).toEqual([true, false])
  for (const stop of stops) stop()
  await soon()
  expect(Stream.open.every(({ isClosed }) => isClosed)).toBe(true)
})

test('a change is told with its topic and id, and the lock’s instant is the server’s', async () => {
  const mine = heard()
  const stop = listenLive(mine)
  await soon()
  Stream.open[0]?.say('message', { topic: 'patients', id: 'p1' })
  Stream.open[0]?.say('session', { idleLockAt: '2026-11-24T15:52:00Z', now: '2026-11-24T15:42:00Z' })
  Stream.open[0]?.say('end', {})
  expect(mine.onChanged).toHaveBeenCalledWith('patients', 'p1')
  expect(mine.onInstants).toHaveBeenCalledWith({ idleLockAt: Date.parse('2026-11-24T15:52:00Z') })
  expect(mine.onEnd).toHaveBeenCalledOnce()
  stop()
})

test('a lost line is shown with its next try, and after it everything is read again', async () => {
  const mine = heard()
  const stop = listenLive(mine)
  await soon()
  Stream.open[0]?.dispatchEvent(new Event('error'))
  expect(liveState().connected).toBe(false)
  const { lostAt } = liveState()
  await vi.advanceTimersByTimeAsync(8_000)
  expect(Stream.open).toHaveLength(2)
  Stream.open[1]?.dispatchEvent(new Event('error'))
  expect(liveState().lostAt).toBe(lostAt)
  await vi.advanceTimersByTimeAsync(8_000)
  Stream.open[2]?.dispatchEvent(new Event('open'))
  expect(liveState()).toEqual({ connected: true, lostAt: null, nextTryAt: null })
  expect(mine.onChanged).toHaveBeenCalledWith(null, null)
  stop()
})
