import type { PreviewAnswer, ResultAnswer, ResultRow, WorklistAnswer } from '#domain/contracts/results.ts'
import { worklistGroups, type WorklistGroup } from '#domain/release/worklist.ts'
import { useRead } from '#client/layout/use-read.ts'
import { useState } from 'react'

/** Other things whose change changes who sees a result. */
const alsoOn = ['proxy-grants', 'blocks', 'patients', 'portals', 'covers'] as const
const PAGE = 50

export type GroupRows = { group: WorklistGroup; rows: ResultRow[]; count: number; more: () => void; hasMore: boolean }

function useGroup(group: WorklistGroup) {
  const [limit, setLimit] = useState(PAGE)
  const read = useRead<WorklistAnswer>('results', { path: '/results/worklist', body: { group, limit } }, true, alsoOn)
  return { ...read, more: () => setLimit(Math.min(2 * PAGE, limit + PAGE)), limit }
}

/** The four groups of the worklist in their order, with whom the reader covers. */
export function useWorklist() {
  const reads = { review: useGroup('review'), order: useGroup('order'), held: useGroup('held'), blocked: useGroup('blocked') }
  const all = worklistGroups.map((group) => reads[group])
  const groups = worklistGroups.map((group): GroupRows => {
    const { data, more, limit } = reads[group]
    return { group, rows: (data?.rows ?? []).toSorted((a, b) => Number(b.critical) - Number(a.critical)), count: data?.counts[group] ?? 0, more, hasMore: (data?.next ?? null) !== null && limit < 2 * PAGE }
  })
  return {
    groups,
    rows: groups.flatMap(({ rows }) => rows),
    count: groups.reduce((sum, one) => sum + one.count, 0),
    coveredNames: reads.review.data?.coveredNames ?? [],
    isReady: all.every(({ data }) => data !== undefined),
    error: all.find(({ error }) => error)?.error ?? null,
    again: () => void Promise.all(all.map(({ refetch }) => refetch())),
  }
}

/** One result, whole. */
export function useResult(id: string | null) {
  return useRead<ResultAnswer>('results', { path: `/results/${encodeURIComponent(id ?? '')}` }, id !== null, alsoOn)
}

export type HoldFrom = { recipient: 'patient' | 'representative'; personId: string | null }

/** Who sees it now, who if it is released now, who with a hold, and the notice; by the function that answers the portal. */
export function usePreview(id: string, hold: readonly HoldFrom[] = [], act: 'order' | 'verification' | 'review' = 'order') {
  const [first, ...others] = hold
  const body = { ...(act === 'order' ? {} : { act }), ...(first ? { hold: { ...first, others } } : {}) }
  return useRead<PreviewAnswer>('results', { path: `/results/${encodeURIComponent(id)}/preview`, body }, true, alsoOn)
}
