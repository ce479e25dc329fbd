import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import type { ListFilter } from '#client/messages/list-filter.ts'
import { useDayAndTime } from '#client/messages/DueUnder.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type ListFootProps = { queues: readonly QueueLine[]; filter: ListFilter; onNarrow: (change: Partial<ListFilter>) => void }

/** Under the list: how many are late by the next opening, in the queue that is shown, else in the one with most of them. */
export function ListFoot({ queues, filter, onNarrow }: ListFootProps) {
  const translate = useTranslate()
  const dayAndTime = useDayAndTime()
  const [worst] = queues
    .filter(({ id, opensAt, dueBeforeOpening }) => opensAt !== null && dueBeforeOpening > 0 && (filter.queueId === null || id === filter.queueId))
    .toSorted((a, b) => lateBy(b) - lateBy(a))
  if (!worst || worst.opensAt === null || filter.dueBefore !== null || filter.view === 'closed') return null
  const { id, name, opensAt } = worst
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2, py: 1.25, bgcolor: 'dueSoft', borderTop: '1px solid', borderColor: 'line' }}>
      <Box component="span" sx={{ color: 'due', display: 'inline-flex' }}><Icon name="due" /></Box>
      <Box sx={{ flex: 1, typography: 'table' }}>
        <strong>{translate('messages.late_by', { smart_count: lateBy(worst) })}</strong> {translate('messages.by_opening', { when: dayAndTime(Date.parse(opensAt)) })}
        {filter.queueId === null ? <Box component="span" sx={{ display: 'block', color: 'ink2' }}>{name}</Box> : null}
      </Box>
      <TextButton type="button" onClick={() => onNarrow({ view: 'due', queueId: id, dueBefore: opensAt })}>{translate('messages.see')}</TextButton>
    </Box>
  )
}

/** What is late now or will be by then: the same number as the list behind it. */
function lateBy({ counts, dueBeforeOpening }: QueueLine): number {
  return counts.late + dueBeforeOpening
}
