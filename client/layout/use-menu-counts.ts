import { useGetList } from 'ra-core'
import { useMay } from '#client/layout/session.ts'
import { useInvitationsThatNeedHelp, useWaiting } from '#client/layout/use-waiting.ts'

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

/** What stands beside an item of the menu, by its address: how much waits there. */
export function useMenuCounts(): Readonly<Record<string, number>> {
  const approvals = useWaiting()
  const access = useAccessWaiting()
  const documents = useDocumentsDue()
  const invitations = useInvitationsThatNeedHelp()
  return { '/approvals': approvals, '/invitations': invitations, '/proxy-access': access + documents }
}
