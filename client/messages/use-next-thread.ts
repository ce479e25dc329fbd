import { useDataProvider } from 'ra-core'
import { useState } from 'react'
import type { z } from 'zod'
import type { nextAnswer } from '#domain/contracts/messages.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'

/** The thread that is due next and that nobody else has, asked for when somebody wants to go on. */
export function useNextThread(queueId: string | null, afterId: string | null) {
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  const [nothingLeft, setNothingLeft] = useState(false)
  const find = async (): Promise<string | null> => {
    const body = { ...(queueId === null ? {} : { queueId }), ...(afterId === null ? {} : { afterId }) }
    const answer = await dataProvider.read<z.infer<typeof nextAnswer>>({ path: '/message-threads/next', body }).catch(() => null)
    setNothingLeft(answer !== null && answer.data.row === null)
    return answer?.data.row?.id ?? null
  }
  return { find, nothingLeft }
}
