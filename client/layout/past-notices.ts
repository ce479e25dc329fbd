import { useSyncExternalStore } from 'react'
import type { Instant } from '#domain/time.ts'

/** A notice that was shown since this person signed in here. */
export type PastNotice = { at: Instant; text: string; tone: 'done' | 'heed' }
type Kept = { notices: readonly PastNotice[]; unread: number }

/** Older ones are of no use at a desk. */
const MOST = 20
const none: Kept = { notices: [], unread: 0 }
let kept = none
const listeners = new Set<() => void>()

function set(next: Kept): void {
  kept = next
  for (const listener of listeners) listener()
}

/** Keeps a notice for the bell, newest first. What somebody did counts as read: they saw it happen. */
export function keepNotice(notice: PastNotice): void {
  set({ notices: [notice, ...kept.notices].slice(0, MOST), unread: kept.unread + (notice.tone === 'heed' ? 1 : 0) })
}

export function markNoticesRead(): void {
  if (kept.unread > 0) set({ ...kept, unread: 0 })
}

export function forgetNotices(): void {
  set(none)
}

export function usePastNotices(): Kept {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, () => kept)
}
