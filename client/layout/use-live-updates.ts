import { useEffect } from 'react'
import { useNotify } from 'ra-core'
import { useQueryClient, type Query } from '@tanstack/react-query'
import { leaveIfOver } from '#client/layout/auth-provider.ts'
import { listenLive } from '#client/layout/live.ts'
import { sessionState, takeInstants } from '#client/layout/session.ts'

/** While somebody is signed in: what changes elsewhere is read again here, and an ended session ends here. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  const notify = useNotify()
  useEffect(
    () =>
      listenLive({
        onChanged: (topic, id) => {
          void queryClient.invalidateQueries(topic ? { predicate: (query) => isAbout(query, topic) } : {})
          if (topic === 'break-glass' && id === sessionState().session?.staff.id) notify('patients.glass_broken', { type: 'warning' })
        },
        onInstants: ({ idleLockAt, endsAt }) => takeInstants({ idleLockAt, endsAt: endsAt ?? sessionState().endsAt }),
        onEnd: () => void leaveIfOver(window.location.pathname),
      }),
    [queryClient, notify],
  )
}

/** Whether an event under the topic changes what this read showed. */
function isAbout({ queryKey, meta }: Query, topic: string): boolean {
  const alsoOn = (meta?.alsoOn ?? []) as readonly string[]
  return queryKey[0] === topic || alsoOn.includes(topic)
}
