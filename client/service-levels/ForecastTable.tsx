import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import { Named } from '#client/service-levels/Named.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import type { ForecastQueue, OnDrill } from '#client/service-levels/levels.ts'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { momentText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

/** The forecast queue by queue: when it opens, what is due before, what the pace reaches, and the answers that make the pace. */
export function ForecastTable({ levels, onDrill }: Pick<PartProps, 'levels' | 'onDrill'>) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const when = (at: string | null) => (at === null ? '–' : momentText(Date.parse(at), Date.parse(levels.at), zone, locale))
  return <Rows label={translate('levels.late_before_title')} rows={levels.forecast.queues} rowKey={({ queueId }) => queueId} columns={columnsOf(translate, when, onDrill)} />
}

function columnsOf(translate: TranslateFunction, when: (at: string | null) => string, onDrill: OnDrill): Column<ForecastQueue>[] {
  const counted = (key: 'due' | 'late', heading: string): Column<ForecastQueue> => ({
    key, heading, align: 'right',
    cell: ({ queueId, queueName, ...numbers }) => (
      <Named name={translate(heading)}><DrillNumber n={numbers[key]} figure={{ of: 'forecast', queueId, part: key }} title={`${queueName}, ${translate(heading)}`} onDrill={onDrill} /></Named>
    ),
  })
  return [
    {
      key: 'queue', heading: 'levels.queue',
      cell: ({ queueName, opensAt }) => <>{queueName}<Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>{translate('levels.opens', { at: when(opensAt) })}</Box></>,
    },
    counted('due', 'levels.due_before'), counted('late', 'levels.late_short'),
    {
      key: 'pace', heading: 'levels.pace', align: 'right',
      cell: ({ queueId, queueName, answersLastFour }) => (
        <Named name={translate('levels.pace')}><DrillNumber n={answersLastFour} figure={{ of: 'pace', queueId }} title={`${queueName}, ${translate('levels.pace')}`} onDrill={onDrill} /></Named>
      ),
    },
  ]
}
