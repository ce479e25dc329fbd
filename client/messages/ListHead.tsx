import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { FilterPanel } from '#client/messages/FilterPanel.tsx'
import { countOf, type ListFilter, type View } from '#client/messages/list-filter.ts'
import { Pill } from '#client/messages/Pill.tsx'
import { QueueMenu } from '#client/messages/QueueMenu.tsx'
import { countsIn } from '#client/messages/use-queues.ts'
import { Icon } from '#client/ui/Icon.tsx'

type ListHeadProps = { queues: readonly QueueLine[]; filter: ListFilter; total: number | null; onNarrow: (change: Partial<ListFilter>) => void; hasOwn: boolean }

/** Above the list: of which queue it is, how many, and which of them. */
export function ListHead({ queues, filter, total, onNarrow, hasOwn }: ListHeadProps) {
  const translate = useTranslate()
  const [filtering, setFiltering] = useState(false)
  const counts = countsIn(queues, filter.queueId)
  const more = countOf(filter)
  const numbers: Record<View, number> = { due: 0, mine: counts.mine, unclaimed: counts.unclaimed, paused: counts.waiting, closed: 0 }
  const shown: View[] = filter.view === 'closed' ? ['due', 'closed'] : hasOwn ? ['due', 'mine', 'unclaimed', 'paused'] : ['due', 'unclaimed', 'paused']
  return (
    <Box sx={{ display: 'grid', gap: 1, px: 2, pt: 1.25, pb: 1.25, borderBottom: '1px solid', borderColor: 'line' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', justifyContent: 'space-between' }}>
        <Box component="h2" sx={{ minWidth: 0 }}><QueueMenu queues={queues} queueId={filter.queueId} onChoose={(queueId) => onNarrow({ queueId, dueBefore: null })} /></Box>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box component="span" sx={{ typography: 'table', color: 'ink2', whiteSpace: 'nowrap' }}>
            {total === null ? '' : translate(filter.view === 'closed' ? 'messages.closed_count' : 'messages.open_count', { smart_count: total })}
          </Box>
          <Pill hasPopup pressed={more > 0} label={more > 0 ? translate('messages.filters_on', { smart_count: more }) : translate('messages.filters')} onClick={() => setFiltering(true)}>
            <Icon name="funnel" size={14} /> {more > 0 ? more : ''}
          </Pill>
        </Box>
      </Box>
      <Box role="group" aria-label={translate('messages.which')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {shown.map((view) => (
          <Pill key={view} pressed={filter.view === view} onClick={() => onNarrow({ view, ...(view === 'due' ? { dueBefore: null } : {}) })}>
            {translate(`messages.view.${view}`)} {numbers[view] > 0 ? <span>{numbers[view]}</span> : null}
          </Pill>
        ))}
      </Box>
      {filtering ? <FilterPanel queues={queues} filter={filter} onNarrow={onNarrow} onClose={() => setFiltering(false)} /> : null}
    </Box>
  )
}
