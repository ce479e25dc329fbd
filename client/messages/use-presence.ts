import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DataProviderContext } from 'ra-core'
import { use, useEffect } from 'react'
import type { z } from 'zod'
import type { heartbeatAnswer } from '#domain/contracts/messages.ts'
import type { Presence } from '#domain/messages/words.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import { SECOND } from '#domain/time.ts'

/** A sign of life is sent so often; the server forgets somebody after 75 seconds. */
const EVERY = 30 * SECOND
const byTimer = () => ({ key: crypto.randomUUID(), byTimer: true })

/** Tells that this person is at the thread and what they do, and hears who else is; leaving is told at once. Never a person's activity (AU-10). */
export function usePresence(id: string, doing: Presence, enabled: boolean) {
  const dataProvider = use(DataProviderContext) as ConsoleDataProvider
  const queryClient = useQueryClient()
  const path = `/message-threads/${encodeURIComponent(id)}`
  const { data } = useQuery({
    queryKey: ['presence', id, doing],
    queryFn: async () => (await dataProvider.command<z.infer<typeof heartbeatAnswer>>({ path: `${path}/heartbeat`, body: { doing } }, byTimer())).data,
    enabled, refetchInterval: EVERY, meta: { onlyIds: [id] },
  })
  useEffect(() => {
    if (!enabled) return
    return () => {
      queryClient.removeQueries({ queryKey: ['presence', id] })
      void dataProvider.command({ path: `${path}/leave` }, byTimer()).catch(() => undefined)
    }
  }, [dataProvider, queryClient, path, id, enabled])
  return data ?? null
}
