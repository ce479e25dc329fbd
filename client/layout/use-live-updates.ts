import { useEffect } from 'react'
import { useNotify } from 'ra-core'
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { leaveIfOver } from '#client/layout/auth-provider.ts'
import { listenLive } from '#client/layout/live.ts'
import { sessionState, takeInstants } from '#client/layout/session.ts'
import { SECOND } from '#domain/time.ts'

/** A large import tells of hundreds of changes: what one topic changes is read again at most once in so long. Each read is in the log. */
const READ_AGAIN_EVERY = 3 * SECOND

/** While somebody is signed in: what changes elsewhere is read again here, and an ended session ends here. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  const notify = useNotify()
  useEffect(() => {
    const again = readAgainIn(queryClient)
    const stop = listenLive({
      onChanged: (topic, id) => {
        again.of(topic)
        if (topic === 'break-glass' && id === sessionState().session?.staff.id) notify('patients.glass_broken', { type: 'warning' })
      },
      onInstants: ({ idleLockAt, endsAt }) => takeInstants({ idleLockAt, endsAt: endsAt ?? sessionState().endsAt }),
      onEnd: () => void leaveIfOver(window.location.pathname),
    })
    return () => {
      stop()
      again.stop()
    }
  }, [queryClient, notify])
}

/** Reads again what a topic changes: at once, and then once for all that came meanwhile. Null: everything. */
function readAgainIn(queryClient: QueryClient) {
  const waits = new Map<string | null, { more: boolean; timer: ReturnType<typeof setTimeout> }>()
  const read = (topic: string | null) => {
    void queryClient.invalidateQueries(topic === null ? {} : { predicate: (query) => isAbout(query, topic) })
    waits.set(topic, { more: false, timer: setTimeout(() => end(topic), READ_AGAIN_EVERY) })
  }
  const end = (topic: string | null) => {
    const isMore = waits.get(topic)?.more
    waits.delete(topic)
    if (isMore) read(topic)
  }
  return {
    of: (topic: string | null) => {
      const wait = waits.get(topic)
      if (wait) wait.more = true
      else read(topic)
    },
    stop: () => {
      for (const { timer } of waits.values()) clearTimeout(timer)
    },
  }
}

/** Whether an event under the topic changes what this read showed. */
function isAbout({ queryKey, meta }: Query, topic: string): boolean {
  const alsoOn = (meta?.alsoOn ?? []) as readonly string[]
  return queryKey[0] === topic || alsoOn.includes(topic)
}
