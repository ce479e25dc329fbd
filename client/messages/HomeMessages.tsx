import Box from '@mui/material/Box'
import { useStore, useTranslate } from 'ra-core'
import type { ThreadRow, ThreadSearch, ThreadSearchAnswer } from '#domain/contracts/messages.ts'
import { isoOf, MINUTE } from '#domain/time.ts'
import { DueChip } from '#client/messages/DueChip.tsx'
import { useDayAndTime } from '#client/messages/DueUnder.tsx'
import { everything, searchOf, type ListFilter } from '#client/messages/list-filter.ts'
import { HomeEmergency } from '#client/messages/HomeEmergency.tsx'
import { countsIn, listedQueues, useQueues } from '#client/messages/use-queues.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'
import { useNow } from '#client/ui/ticking.ts'

/** On Home: emergency wording first, then what waits in one's queues, each with the thread whose clock ends first. */
export default function HomeMessages() {
  const translate = useTranslate()
  const now = useNow(5 * MINUTE)
  const { data: queues, error, refetch } = useQueues()
  const listed = listedQueues(queues ?? [])
  const counts = countsIn(listed, null)
  const flagged = useFirst({ ...everything, flagged: true }, counts.flagged > 0, 2)
  const lines: { key: string; icon: IconName; count: number; filter: ListFilter }[] = [
    { key: 'mine', icon: 'chat', count: counts.mine, filter: { ...everything, view: 'mine' } },
    { key: 'late', icon: 'late', count: counts.late, filter: { ...everything, dueBefore: isoOf(now) } },
    { key: 'unclaimed', icon: 'inbox', count: counts.unclaimed, filter: { ...everything, view: 'unclaimed' } },
  ]
  const shown = lines.filter(({ count }) => count > 0)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(flagged?.rows ?? []).map((row) => <HomeEmergency key={row.id} row={row} />)}
      <Card title={translate('messages.home_title')} aside={queues ? translate('messages.open_count', { smart_count: counts.unresolved }) : null} flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {queues && shown.length === 0 ? <EmptyState kind="all-done" title={translate('messages.nothing_left')} /> : null}
        <ul>
          {shown.map(({ key, ...line }) => <Line key={key} text={translate(`messages.home_${key}`, { smart_count: line.count })} {...line} />)}
        </ul>
      </Card>
    </Box>
  )
}

/** The first threads that a filter shows. */
function useFirst(filter: ListFilter, enabled: boolean, limit = 1): ThreadSearchAnswer | undefined {
  const body: Partial<ThreadSearch> = { ...searchOf(filter), limit }
  return useRead<ThreadSearchAnswer>('messages', { path: '/message-threads/search', body }, enabled).data
}

function Line({ icon, text, filter }: { icon: IconName; text: string; filter: ListFilter }) {
  const [, setFilter] = useStore<ListFilter>('threads-filter', everything)
  const first = useFirst(filter, true)?.rows[0]
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2, py: 1, minHeight: 56, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
      <Box component="span" sx={{ color: 'ink2', display: 'inline-flex' }}><Icon name={icon} size={20} /></Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TextLink to="/messages" onClick={() => setFilter(filter)}>{text}</TextLink>
        {first ? <NextOf row={first} /> : null}
      </Box>
      {first ? <DueChip row={first} /> : null}
    </Box>
  )
}

function NextOf({ row }: { row: ThreadRow }) {
  const translate = useTranslate()
  const dayAndTime = useDayAndTime()
  const due = row.clock?.targetAt && row.clock.answeredAt === null ? `, ${dayAndTime(Date.parse(row.clock.targetAt))}` : ''
  return <Box sx={{ typography: 'table', color: 'ink2', overflowWrap: 'anywhere' }}>{translate('messages.home_next', { name: row.patient?.name ?? translate('messages.closed_chart') })}{due}</Box>
}
