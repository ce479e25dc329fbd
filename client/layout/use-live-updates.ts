import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { refreshSession } from '#client/layout/auth-provider.ts'
import { listenLive } from '#client/layout/live.ts'
import { leave, sessionState, takeInstants } from '#client/layout/session.ts'

/** While somebody is signed in: what changes elsewhere is read again here, and an ended session ends here. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      listenLive({
        onChanged: (topic) => void queryClient.invalidateQueries(topic ? { queryKey: [topic] } : {}),
        onInstants: ({ idleLockAt, endsAt }) => takeInstants({ idleLockAt, endsAt: endsAt ?? sessionState().endsAt }),
        onEnd: () => void refreshSession().catch(() => leave(null)),
      }),
    [queryClient],
  )
}
