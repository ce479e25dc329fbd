import { liveState, setLive } from '#client/layout/live-state.ts'
import { hearTabs, tellTabs, type TabMessage } from '#client/layout/channel.ts'
import { serverNow, setServerNow } from '#client/ui/ticking.ts'
import { SECOND } from '#domain/time.ts'

/** A lost line is tried again after this long. */
const RETRY_AFTER = 8 * SECOND

export type LiveListeners = {
  /** A record changed; a null id means "anything of this topic", a null topic "something was missed". */
  onChanged: (topic: string | null, id: string | null) => void
  onInstants: (instants: { idleLockAt: number; endsAt?: number }) => void
  onEnd: () => void
}

function tellLine(connected: boolean): void {
  const { lostAt } = liveState()
  const now = serverNow()
  setLive({ connected, lostAt: connected ? null : (lostAt ?? now), nextTryAt: connected ? null : now + RETRY_AFTER })
}

/** Holds the browser's one stream until `stopped`; every tab hears of what arrives here. */
function holdStream(listeners: LiveListeners, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(retry)
      source?.close()
      resolve()
    }
    const line = (connected: boolean) => {
      const missed = connected && liveState().lostAt !== null
      tellLine(connected)
      tellTabs({ kind: 'live', connected })
      if (missed) listeners.onChanged(null, null)
    }
    const open = () => {
      source = new EventSource('/api/events')
      source.addEventListener('open', () => line(true))
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const { topic, id = null } = JSON.parse(data) as { topic: string; id?: string | null }
        listeners.onChanged(topic, id)
        tellTabs({ kind: 'changed', topic, id })
      })
      source.addEventListener('session', ({ data }: MessageEvent<string>) => {
        const { idleLockAt, now } = JSON.parse(data) as { idleLockAt: string; now: string }
        setServerNow(Date.parse(now))
        listeners.onInstants({ idleLockAt: Date.parse(idleLockAt) })
      })
      source.addEventListener('end', () => listeners.onEnd())
      source.addEventListener('error', () => {
        source?.close()
        line(false)
        retry = setTimeout(open, RETRY_AFTER)
      })
    }
    const offAsk = hearTabs((message) => {
      if (message.kind === 'who-is-live') tellTabs({ kind: 'live', connected: liveState().connected })
    })
    stopped.addEventListener('abort', () => {
      offAsk()
      stop()
    })
    open()
  })
}

function followOthers(listeners: LiveListeners): () => void {
  return hearTabs((message: TabMessage) => {
    if (message.kind === 'changed') listeners.onChanged(message.topic, message.id)
    if (message.kind === 'live') tellLine(message.connected)
    if (message.kind === 'session') listeners.onInstants(message)
    if (message.kind === 'ended') listeners.onEnd()
  })
}

/**
 * Listens for changes: one event stream per browser, held by whichever tab has the lock, the others follow it.
 * Returns the function that stops.
 */
export function listenLive(listeners: LiveListeners): () => void {
  const controller = new AbortController()
  const unfollow = followOthers(listeners)
  const lead = () => (controller.signal.aborted ? Promise.resolve() : holdStream(listeners, controller.signal))
  if ('EventSource' in globalThis) {
    const locks = (navigator as { locks?: LockManager }).locks
    if (locks) locks.request('portal-desk-live', { signal: controller.signal }, lead).catch(() => undefined)
    else void lead()
  }
  tellTabs({ kind: 'who-is-live' })
  return () => {
    controller.abort()
    unfollow()
  }
}
