import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { dayText, timeText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

/** One thread that will be late: when, who, where, and who has it. */
export function ThreadLine({ thread, at }: { thread: ThreadRow; at: Instant }) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const due = thread.clock?.targetAt ? Date.parse(thread.clock.targetAt) : null
  const isToday = due !== null && localDateOf(due, zone) === localDateOf(at, zone)
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', columnGap: 1.5, alignItems: 'center', px: 2, py: 0.75, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 'none' } }}>
      <Box component="span" sx={{ minWidth: 72 }}>
        <Box component="span" sx={{ color: 'due', fontWeight: 600 }}>{due === null ? '–' : timeText(due, zone)}</Box>{' '}
        <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{due === null ? '' : isToday ? translate('levels.today') : dayText(due, at, zone, locale).split(' ')[0]}</Box>
      </Box>
      <Box component="span" sx={{ minWidth: 0 }}>
        <TextLink to={`/messages/${thread.id}`}>{thread.patient?.name ?? translate('levels.closed_chart')}</TextLink>
        <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>{thread.queueName}</Box>
      </Box>
      <Box component="span" sx={{ typography: 'table', color: thread.assignee ? 'ink2' : 'due', textAlign: 'right' }}>
        {thread.assignee?.name ?? <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}><Icon name="none" size={14} /> {translate('levels.nobody')}</Box>}
      </Box>
    </Box>
  )
}
