import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { useRead } from '#client/layout/use-read.ts'

/** The queues, with what waits in each for this person. */
export function useQueues() {
  return useRead<QueueLine[]>('message-queues', { path: '/message-queues' }, true, ['messages'])
}

const none: QueueLine['counts'] = { unresolved: 0, mine: 0, unclaimed: 0, waiting: 0, flagged: 0, late: 0 }

/** What waits in one queue, or in all that the person sees. */
export function countsIn(queues: readonly QueueLine[], queueId: string | null): QueueLine['counts'] {
  return queues.filter(({ id }) => queueId === null || id === queueId).reduce((sum, { counts }) => ({
    unresolved: sum.unresolved + counts.unresolved, mine: sum.mine + counts.mine, unclaimed: sum.unclaimed + counts.unclaimed,
    waiting: sum.waiting + counts.waiting, flagged: sum.flagged + counts.flagged, late: sum.late + counts.late,
  }), none)
}

/** Queues whose threads stand in this person's lists: one's own, or for whoever looks over all of them, all. */
export function listedQueues(queues: readonly QueueLine[]): QueueLine[] {
  const own = queues.filter(({ isMember }) => isMember)
  return own.length > 0 ? own : [...queues]
}
