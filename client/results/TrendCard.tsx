import { useTranslate } from 'ra-core'
import type { ValueAnswer } from '#domain/contracts/results.ts'
import { ReadingChip } from '#client/results/ReadingChip.tsx'
import { TrendPicture } from '#client/results/TrendPicture.tsx'
import { ChartCard } from '#client/ui/ChartCard.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { useFiguresView } from '#client/layout/use-figures-view.ts'

type Point = ValueAnswer['trend'][number]
const columns: Column<Point>[] = [
  { key: 'at', heading: 'results.drawn', cell: (point) => <Moment at={point.at} /> },
  { key: 'number', heading: 'results.value', cell: (point) => point.number, align: 'right' },
  { key: 'reads', heading: 'results.reads', cell: (point) => <ReadingChip reading={point.reading} /> },
]

/** Earlier values of one test beside its reference range, as a picture or as a table. */
export function TrendCard({ value }: { value: ValueAnswer }) {
  const translate = useTranslate()
  const [view, setView] = useFiguresView()
  const title = translate('results.trend', { name: value.name, unit: value.unit ?? '' })
  return (
    <ChartCard
      title={title.trim().replace(/,$/, '')}
      aside={<Switch label={translate('figures.view')} value={view} options={[{ value: 'chart', text: translate('figures.charts') }, { value: 'table', text: translate('figures.tables') }]} onChange={setView} />}
      view={view}
      chart={<TrendPicture value={value} />}
      table={<Rows label={title} rows={value.trend.toReversed()} rowKey={(point) => `${point.at} ${point.number}`} columns={columns} />}
    />
  )
}
