import type { ThreadActed, ThreadRow } from '#domain/contracts/messages.ts'
import { useCommand } from '#client/layout/use-command.ts'

export const touched = ['messages', 'message-queues', 'message-thread'] as const

/** Commands on one thread, each on the version that the person sees; answers the thread as it is then, or null where it was refused. */
export function useThreadActs(row: Pick<ThreadRow, 'id' | 'version'>) {
  const command = useCommand<ThreadActed>()
  const path = (name: string) => `/message-threads/${encodeURIComponent(row.id)}/${name}`
  return {
    ...command,
    act: async (name: string, body: object = {}): Promise<ThreadActed | null> => (await command.run({ path: path(name), body, version: row.version }, touched))?.data ?? null,
    /** For what needs no version: a claim, a note. */
    actAnyway: async (name: string, body: object = {}): Promise<ThreadActed | null> => (await command.run({ path: path(name), body }, touched))?.data ?? null,
  }
}
