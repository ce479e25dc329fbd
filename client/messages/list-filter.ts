import { useStore } from 'ra-core'
import type { ThreadSearch } from '#domain/contracts/messages.ts'
import type { AgeBand } from '#domain/messages/words.ts'

/** The four views that stand above the list, and what is closed. */
export const views = ['due', 'mine', 'unclaimed', 'paused', 'closed'] as const
export type View = (typeof views)[number]

/** What the list shows; null: any. `dueBefore` is ISO-8601. */
export type ListFilter = {
  view: View; queueId: string | null; portalId: string | null; band: AgeBand | null; assignee: string | null
  flagged: boolean; notRead: boolean; dueBefore: string | null
}

export const everything: ListFilter = { view: 'due', queueId: null, portalId: null, band: null, assignee: null, flagged: false, notRead: false, dueBefore: null }

/** The filter of the list, kept while the tab lives and in no address: Back finds it as it was left. */
export function useListFilter() {
  const [filter, setFilter] = useStore<ListFilter>('threads-filter', everything)
  return { filter, narrow: (change: Partial<ListFilter>) => setFilter({ ...filter, ...change }) }
}

/** What the server is asked for. */
export function searchOf({ view, queueId, portalId, band, assignee, flagged, notRead, dueBefore }: ListFilter): Partial<ThreadSearch> {
  const whose = view === 'mine' ? 'me' : view === 'unclaimed' ? 'nobody' : assignee
  return {
    state: view === 'closed' ? 'resolved' : view === 'paused' ? 'waiting' : 'unresolved',
    ...(queueId === null ? {} : { queueId }), ...(whose === null ? {} : { assignee: whose }), ...(portalId === null ? {} : { portalId }),
    ...(band === null ? {} : { band }), ...(flagged ? { flagged } : {}), ...(notRead ? { notRead } : {}), ...(dueBefore === null ? {} : { dueBefore }),
  }
}

/** How many filters beside view and queue narrow the list. */
export function countOf({ portalId, band, assignee, flagged, notRead, dueBefore }: ListFilter): number {
  return [portalId, band, assignee, flagged || null, notRead || null, dueBefore].filter((one) => one !== null).length
}
