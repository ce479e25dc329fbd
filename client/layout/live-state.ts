import { useSyncExternalStore } from 'react'
import type { Instant } from '#domain/time.ts'

/** Whether changes arrive by themselves; while not, since when, and when the next try is. */
export type LiveState = { connected: boolean; lostAt: Instant | null; nextTryAt: Instant | null }

let state: LiveState = { connected: true, lostAt: null, nextTryAt: null }
const listeners = new Set<() => void>()

/** Takes a new state of the line. */
export function setLive(next: LiveState): void {
  state = next
  for (const listener of listeners) listener()
}

/** The state of the line now. */
export function liveState(): LiveState {
  return state
}

/** The state of the line, re-rendering when it changes. */
export function useLive(): LiveState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, liveState)
}
