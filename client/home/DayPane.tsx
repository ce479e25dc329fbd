import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { rowsOf } from '#client/home/day-rows.ts'
import { DayBar } from '#client/home/DayBar.tsx'
import { DayList } from '#client/home/DayList.tsx'
import type { Day } from '#client/home/use-day.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Pane } from '#client/ui/Pane.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { zoneText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

/** Who comes to the site today: when, who, what stands between them and the portal, and one button each. */
export function DayPane({ day }: { day: Day }) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const { data: answer, error, refetch } = day
  const site = answer?.site ?? null
  const shown = answer ? rowsOf(day.part, answer.rows, day.now).length : 0
  return (
    <Pane
      title={site ? translate('today.title', { site: site.name }) : translate('today.title', { site: '…' })}
      aside={
        answer && site ? (
          <Box component="span" sx={{ typography: 'table', color: 'ink3' }}>
            {translate('today.of', { shown, all: answer.rows.length })}
            {site.timeZone === zone ? '' : ` · ${translate('today.clock', { zone: zoneText(day.now, site.timeZone) })}`}
          </Box>
        ) : null
      }
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!answer && !error ? <Waiting rows={8} /> : null}
      {answer && !site ? <EmptyState kind="first-day" title={translate('today.no_site')} /> : null}
      {answer && site ? (
        <div aria-busy={day.isFetching && !answer}>
          <DayBar answer={answer} day={day} />
          <DayList answer={answer} site={site} day={day} />
        </div>
      ) : null}
    </Pane>
  )
}
