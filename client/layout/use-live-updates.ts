import { useEffect } from 'react'
import { useNotify } from 'ra-core'
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
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
        again.of(topic, id)
        const me = sessionState().session?.staff.id
        if (topic === 'break-glass' && id === me) notify('patients.glass_broken', { type: 'warning' })
        if (topic === 'assignments' && id === me) notify('shell.assigned_to_you')
        if (topic === 'emergencies' && worksIn(queryClient, id)) notify('shell.emergency_came', { type: 'warning' })
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

/** Whether this person works in a queue, by what the menu knows of queues. */
function worksIn(queryClient: QueryClient, queueId: string | null): boolean {
  const read = queryClient.getQueriesData<QueueLine[]>({ queryKey: ['message-queues'] })
  return read.some(([, queues]) => queues?.some(({ id, isMember }) => id === queueId && isMember))
}

/** Reads again what a topic changes: at once, and then once for all that came meanwhile. Null: everything. */
function readAgainIn(queryClient: QueryClient) {
  const waits = new Map<string | null, { ids: Set<string | null>; timer: ReturnType<typeof setTimeout> }>()
  const read = (topic: string | null, ids: ReadonlySet<string | null>) => {
    void queryClient.invalidateQueries(topic === null ? {} : { predicate: (query) => isAbout(query, topic, ids) })
    waits.set(topic, { ids: new Set(), timer: setTimeout(() => end(topic), READ_AGAIN_EVERY) })
  }
  const end = (topic: string | null) => {
    const ids = waits.get(topic)?.ids ?? new Set()
    waits.delete(topic)
    if (ids.size > 0) read(topic, ids)
  }
  return {
    of: (topic: string | null, id: string | null) => {
      const wait = waits.get(topic)
      if (wait) wait.ids.add(id)
      else read(topic, new Set([id]))
    },
    stop: () => {
      for (const { timer } of waits.values()) clearTimeout(timer)
    },
  }
}

/** Whether events under the topic, about these, change what this read showed. */
function isAbout({ queryKey, meta }: Query, topic: string, ids: ReadonlySet<string | null>): boolean {
  const { alsoOn = [], onlyIds } = (meta ?? {}) as { alsoOn?: readonly string[]; onlyIds?: readonly string[] }
  if (queryKey[0] !== topic && !alsoOn.includes(topic)) return false
  return onlyIds === undefined || ids.has(null) || onlyIds.some((id) => ids.has(id))
}
