import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { ListFilter } from '#client/messages/list-filter.ts'
import { countOf } from '#client/messages/list-filter.ts'
import { ThreadRows, type Picking } from '#client/messages/ThreadRows.tsx'
import type { Threads } from '#client/messages/use-threads.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { useHeldRows } from '#client/ui/held-rows.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type ThreadListProps = { threads: Threads; filter: ListFilter; chosenId: string | null; onChoose: (id: string) => void; onShowAll: () => void; picking: Picking | null; head: ReactNode; foot: ReactNode }

/** The list beside the thread: rows stay where they are while they are read, new ones collect above them. */
export function ThreadList({ threads, filter, chosenId, onChoose, onShowAll, picking, head, foot }: ThreadListProps) {
  const translate = useTranslate()
  const { shown, news, show } = useHeldRows(threads.rows, ({ id }) => id, `${threads.key} ${threads.pages}`)
  const isUrgent = news.some(({ flagged }) => flagged)
  const isNarrowed = filter.view !== 'due' || filter.queueId !== null || countOf(filter) > 0
  return (
    <Box component="section" aria-label={translate('messages.list')} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0, bgcolor: 'surface', borderInlineEnd: '1px solid', borderColor: 'line' }}>
      {head}
      {news.length > 0 ? (
        <Box role={isUrgent ? 'alert' : 'status'} sx={{ display: 'flex', gap: 1, px: 2, py: 0.75, borderBottom: '1px solid', borderColor: 'line', bgcolor: isUrgent ? 'lateSoft' : 'accentSoft', color: isUrgent ? 'late' : undefined }}>
          {isUrgent ? <Icon name="flag" /> : null}
          <TextButton type="button" onClick={show} sx={isUrgent ? { color: 'late' } : undefined}>
            {translate(isUrgent ? 'messages.new_urgent' : 'messages.new_rows', { smart_count: news.length })}
          </TextButton>
        </Box>
      ) : null}
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }} aria-busy={threads.isPending}>
        {threads.error ? <Failure error={threads.error} onRetry={() => void threads.refetch()} /> : null}
        {threads.isPending && !threads.error ? <Waiting rows={8} /> : null}
        {threads.data && shown.length === 0 ? (
          <EmptyState kind={isNarrowed ? 'nothing-found' : 'all-done'} title={translate(isNarrowed ? 'messages.none_here' : 'messages.nothing_left')} text={isNarrowed ? undefined : translate('messages.nothing_left_text')}>
            {isNarrowed ? <Button onClick={onShowAll}>{translate('messages.show_all')}</Button> : null}
          </EmptyState>
        ) : null}
        <ThreadRows label={translate('messages.list')} rows={shown} chosenId={chosenId} onChoose={onChoose} picking={picking} />
        {threads.hasNextPage ? (
          <Box sx={{ p: 1.5, display: 'flex', justifyContent: 'center' }}>
            <Button size="small" disabled={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
              {translate('messages.more_rows', { shown: shown.length, total: threads.total })}
            </Button>
          </Box>
        ) : null}
      </Box>
      {foot}
    </Box>
  )
}
