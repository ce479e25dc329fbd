import { useGetList } from 'ra-core'
import { mayOpen, menuGroups } from '#client/layout/menu.ts'
import { useSessionState } from '#client/layout/session.ts'

const needs = menuGroups.flatMap(({ items }) => items).find(({ to }) => to === '/approvals')?.needs ?? []

/** How many requests wait for this person's decision. */
export function useWaiting(): number {
  const { session } = useSessionState()
  const enabled = session !== null && mayOpen(needs, session.may)
  const { data = [] } = useGetList('two-person-requests', {}, { enabled })
  return data.filter((request: { mayDecide?: boolean }) => request.mayDecide).length
}
