import type { Instant } from '#domain/time.ts'

/** What tabs of one browser tell each other. Ids and instants only, never a name. */
export type TabMessage =
  | { kind: 'session'; idleLockAt: Instant; endsAt: Instant }
  | { kind: 'ended' }
  | { kind: 'changed'; topic: string; id: string | null }
  | { kind: 'live'; connected: boolean }
  | { kind: 'who-is-live' }

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('portal-desk') : null
const listeners = new Set<(message: TabMessage) => void>()

channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => {
  for (const listener of listeners) listener(event.data)
})

/** Tells the other tabs. */
export function tellTabs(message: TabMessage): void {
  channel?.postMessage(message)
}

/** Hears the other tabs until the returned function is called. */
export function hearTabs(listener: (message: TabMessage) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
