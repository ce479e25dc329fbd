import { useSyncExternalStore } from 'react'
import { SECOND, type Instant } from '#domain/time.ts'

/** The one ticking source: the server's instant, carried forward by this machine's clock. */
let ahead = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The server's instant now, as far as this browser can know, in epoch milliseconds. */
export function serverNow(): Instant {
  return Date.now() + ahead
}

/** Sets the source by an instant that the server just gave. */
export function setServerNow(at: Instant): void {
  ahead = at - Date.now()
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tell, SECOND)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's instant, rounded down to `step` milliseconds; renders only when that changes. */
export function useNow(step: number = SECOND): Instant {
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / step) * step)
}
