import { useTranslate, type TranslateFunction } from 'ra-core'
import { lazy } from 'react'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import { ExportButton } from '#client/service-levels/ExportButton.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { Named } from '#client/service-levels/Named.tsx'
import { FEWEST_ANSWERS, shareText, type OnDrill, type Week } from '#client/service-levels/levels.ts'
import { ChartCard } from '#client/ui/ChartCard.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

const WeeksChart = lazy(() => import('#client/service-levels/WeeksChart.tsx'))

/** Twelve weeks: the share on time, and what arrived against what was answered. */
export function WeeksCard({ levels, ask, view, onDrill }: PartProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const name = ({ from }: Week) => dateText(from, locale).replace(/ \d{4}$/, '')
  const weeks = levels.weeks.map((week) => ({ ...week, name: name(week), share: week.answered < FEWEST_ANSWERS ? null : Math.round((week.onTime / week.answered) * 1_000) / 10 }))
  return (
    <ChartCard
      title={translate('levels.weeks')}
      aside={<ExportButton table="weeks" ask={ask} />}
      view={view}
      chart={<WeeksChart label={translate('levels.weeks')} weeks={weeks} />}
      table={<Rows label={translate('levels.weeks')} rows={levels.weeks} rowKey={({ from }) => from} columns={columnsOf(translate, locale, name, onDrill)} />}
    />
  )
}

function columnsOf(translate: TranslateFunction, locale: string, name: (week: Week) => string, onDrill: OnDrill): Column<Week>[] {
  const title = (week: Week, what: string) => `${translate('levels.week_of', { week: name(week) })}, ${what}`
  const number = (key: 'arrived' | 'answered' | 'onTime', heading: string, figureOf: (week: Week) => Parameters<OnDrill>[0]['figure']): Column<Week> => ({
    key, heading, align: 'right',
    cell: (week) => <Named name={translate(heading)}><DrillNumber n={week[key]} figure={figureOf(week)} title={title(week, translate(heading))} onDrill={onDrill} /></Named>,
  })
  return [
    { key: 'week', heading: 'levels.week', cell: name },
    number('arrived', 'levels.arrived', ({ from, to }) => ({ of: 'arrived', from, to })),
    number('answered', 'levels.answered', ({ from, to }) => ({ of: 'answered', from, to })),
    number('onTime', 'levels.on_time', ({ from, to }) => ({ of: 'answered', from, to, onTime: true })),
    { key: 'share', heading: 'levels.share', align: 'right', from: 'sm', cell: (week) => (week.answered < FEWEST_ANSWERS ? translate('levels.too_few') : shareText(week.onTime, week.answered, locale)) },
  ]
}
