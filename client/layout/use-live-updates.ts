import { useEffect } from 'react'
import { useQueryClient, type Query } from '@tanstack/react-query'
import { leaveIfOver } from '#client/layout/auth-provider.ts'
import { listenLive } from '#client/layout/live.ts'
import { sessionState, takeInstants } from '#client/layout/session.ts'

/** While somebody is signed in: what changes elsewhere is read again here, and an ended session ends here. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      listenLive({
        onChanged: (topic) => void queryClient.invalidateQueries(topic ? { predicate: (query) => isAbout(query, topic) } : {}),
        onInstants: ({ idleLockAt, endsAt }) => takeInstants({ idleLockAt, endsAt: endsAt ?? sessionState().endsAt }),
        onEnd: () => void leaveIfOver(window.location.pathname),
      }),
    [queryClient],
  )
}

/** Whether an event under the topic changes what this read showed. */
function isAbout({ queryKey, meta }: Query, topic: string): boolean {
  const alsoOn = (meta?.alsoOn ?? []) as readonly string[]
  return queryKey[0] === topic || alsoOn.includes(topic)
}
