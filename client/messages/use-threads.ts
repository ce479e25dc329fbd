import { useInfiniteQuery } from '@tanstack/react-query'
import { useDataProvider } from 'ra-core'
import type { ThreadSearchAnswer } from '#domain/contracts/messages.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import { searchOf, type ListFilter } from '#client/messages/list-filter.ts'

const PAGE = 25

/** The worklist in due order, page after page, with the exact number of all that fit. */
export function useThreads(filter: ListFilter) {
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  const asked = searchOf(filter)
  const query = useInfiniteQuery({
    queryKey: ['messages', 'list', asked],
    queryFn: async ({ pageParam, signal }) => {
      const body = { ...asked, limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) }
      return (await dataProvider.read<ThreadSearchAnswer>({ path: '/message-threads/search', body, signal })).data
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const pages = query.data?.pages ?? []
  return { ...query, rows: pages.flatMap(({ rows }) => rows), total: pages.at(-1)?.total ?? 0, pages: pages.length, key: JSON.stringify(asked) }
}
export type Threads = ReturnType<typeof useThreads>
