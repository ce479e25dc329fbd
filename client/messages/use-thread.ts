import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { useRead } from '#client/layout/use-read.ts'

/** One thread with what stands in it; opening is in the log. Read again when this very thread changes. */
export function useThread(id: string, reason: string | null, enabled: boolean) {
  const body = reason === null ? {} : { reason }
  return useRead<ThreadAnswer>('message-thread', { path: `/message-threads/${encodeURIComponent(id)}/open`, body }, enabled, ['messages'], [id])
}
