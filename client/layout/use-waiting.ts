import { useGetList } from 'ra-core'
import type { UnownedCount } from '#domain/contracts/result-care.ts'
import type { ResultCounts } from '#domain/contracts/results.ts'
import { useRead } from '#client/layout/use-read.ts'
import { mayOpen, menuGroups } from '#client/layout/menu.ts'
import { useMay, useSessionState } from '#client/layout/session.ts'

const asksHelp = { path: '/invitations/search', body: { need: 'help', limit: 1 } }
const needs = menuGroups.flatMap(({ items }) => items).find(({ to }) => to === '/approvals')?.needs ?? []

/** How many requests wait for this person's decision. */
export function useWaiting(): number {
  const { session } = useSessionState()
  const enabled = session !== null && mayOpen(needs, session.may)
  const { data = [] } = useGetList('two-person-requests', {}, { enabled })
  return data.filter((request: { mayDecide?: boolean }) => request.mayDecide).length
}

/** How many invitations wait for somebody's help. */
export function useInvitationsThatNeedHelp(): number {
  const mayRead = useMay('invitation.read') !== '-'
  return useRead<{ needHelp: number }>('invitations', asksHelp, mayRead).data?.needHelp ?? 0
}

/** How many results nobody looks after; none for whoever does not give them away. */
export function useUnowned(): UnownedCount {
  const may = useMay('result.unowned') !== '-'
  return useRead<UnownedCount>('results', { path: '/results/unowned-count' }, may).data ?? { count: 0, critical: 0 }
}

/** How many results of each group wait for this clinician, own and covered; none for others. */
export function useResultCounts(): ResultCounts {
  const mayRead = useMay('result.read') !== '-'
  return useRead<ResultCounts>('results', { path: '/results/counts' }, mayRead, ['covers']).data ?? { review: 0, order: 0, held: 0, blocked: 0 }
}

/** At most so many cases are read for those who come to a desk; the first of them are the oldest. */
const CASES_READ = 50

type Waiting = { waiting: number; rows: { outcome: string | null }[] }

function useCases(asks: boolean, limit: number): Waiting | undefined {
  return useRead<Waiting>('recovery', { path: '/recovery/search', body: { group: 'waiting', limit } }, asks).data
}

/** How many cases of account recovery wait for somebody. */
export function useRecoveryWaiting(): number {
  return useCases(useMay('recovery.read') !== '-', 1)?.waiting ?? 0
}

/** How many were told to come to a desk with a photo ID; none for whoever does not look at one. */
export function usePhotoIdsAwaited(): number {
  return useCases(useMay('recovery.see-document') !== '-', CASES_READ)?.rows.filter(({ outcome }) => outcome === 'comes-to-desk').length ?? 0
}
