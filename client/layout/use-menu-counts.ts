import { useGetList } from 'ra-core'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { useRead } from '#client/layout/use-read.ts'
import { useMay } from '#client/layout/session.ts'
import { useInvitationsThatNeedHelp, useRecoveryWaiting, useResultCounts, useUnowned, useWaiting } from '#client/layout/use-waiting.ts'

/** One row is enough to learn how many there are. */
const COUNT = { pagination: { page: 1, perPage: 1 } } as const

/** How many documents on which access rests end soon or have ended; none for whoever does not look after them. */
export function useDocumentsDue(): number {
  const may = useMay('proxy.worklist') !== '-'
  const { total = 0 } = useGetList('proxy-documents', { ...COUNT, sort: { field: 'expiresOn', order: 'ASC' } }, { enabled: may, meta: { alsoOn: ['proxy-grants'] } })
  return total
}

/** How much access waits for a second person, the privacy officer, the proxy or a review. */
function useAccessWaiting(): number {
  const may = useMay('proxy.worklist') !== '-'
  const { total = 0 } = useGetList('proxy-requests', { ...COUNT, sort: { field: 'stateAt', order: 'ASC' } }, { enabled: may, meta: { alsoOn: ['proxy-grants', 'two-person-requests'] } })
  return total
}

/** Threads that wait in the queues of this person (of whoever looks over all queues, in all): how many, and whether one is late or speaks of an emergency. */
export function useThreadsWaiting(): { waiting: number; isLate: boolean } {
  const may = useMay('message.worklist') !== '-'
  const { data = [] } = useRead<QueueLine[]>('message-queues', { path: '/message-queues' }, may, ['messages'])
  const own = data.filter(({ isMember }) => isMember)
  const counted = (own.length > 0 ? own : data).map(({ counts }) => counts)
  return { waiting: counted.reduce((sum, { unresolved, waiting }) => sum + unresolved - waiting, 0), isLate: counted.some(({ late, flagged }) => late + flagged > 0) }
}

/** What stands beside an item of the menu, by its address: how much waits there, and whether some of it is late. */
export function useMenuCounts(): { counts: Readonly<Record<string, number>>; late: Readonly<Record<string, boolean>> } {
  const approvals = useWaiting()
  const access = useAccessWaiting()
  const documents = useDocumentsDue()
  const invitations = useInvitationsThatNeedHelp()
  const results = useResultCounts()
  const recovery = useRecoveryWaiting()
  const unowned = useUnowned()
  const messages = useThreadsWaiting()
  return {
    counts: { '/approvals': approvals, '/recovery': recovery, '/invitations': invitations, '/proxy-access': access + documents, '/messages': messages.waiting, '/results': results.review + results.order, '/results/unowned': unowned.count },
    late: { '/messages': messages.isLate, '/results/unowned': unowned.critical > 0 },
  }
}
