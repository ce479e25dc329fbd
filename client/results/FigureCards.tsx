import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultFigures } from '#domain/contracts/result-care.ts'
import { worklistGroups } from '#domain/release/worklist.ts'
import { DayBars } from '#client/results/DayBars.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Figure } from '#client/ui/Figure.tsx'
import { Rows } from '#client/ui/Rows.tsx'

type FigureCardsProps = { figures: ResultFigures; nameOf: (portalId: string | null) => string }
type Line = { key: string; name: string; values: readonly (string | number)[] }

const hours = (value: number | null) => (value === null ? '–' : value < 48 ? `${value} h` : `${Math.round(value / 2.4) / 10} d`)

/** What waits now, holds by ground and by age, and how long it took from arrival to what the patient can see. */
export function FigureCards({ figures, nameOf }: FigureCardsProps) {
  const translate = useTranslate()
  const total = (group: (typeof worklistGroups)[number]) => figures.waiting.filter((one) => one.group === group).reduce((sum, one) => sum + one.count, 0)
  const portals = [...new Set(figures.waiting.map(({ portalId }) => portalId))]
  const table = (title: string, headings: readonly string[], rows: readonly Line[]) => (
    <Card title={translate(title)} flush>
      {rows.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('results.no_figures')}</Box> : (
        <Rows
          label={translate(title)} rows={rows} rowKey={(row) => row.key}
          columns={[
            { key: 'name', heading: headings[0] ?? '', cell: (row) => row.name },
            ...headings.slice(1).map((heading, place) => ({ key: heading, heading, align: 'right' as const, cell: (row: Line) => row.values[place] ?? '–' })),
          ]}
        />
      )}
    </Card>
  )
  return (
    <>
      <Card>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))' }}>
          {worklistGroups.map((group) => <Figure key={group} name={translate(`results.short.${group}`)} value={total(group)} />)}
        </Box>
      </Card>
      <DayBars days={figures.byDay} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { lg: '1fr 1fr' }, alignItems: 'start' }}>
        {table('results.times_title', ['results.kind_title', 'results.n_arrived', 'results.n_shown', 'results.median', 'results.p90'],
          figures.releaseTimes.map((one) => ({ key: one.category, name: translate(`results.category.${one.category}`), values: [one.arrived, one.shown, hours(one.medianHours), hours(one.p90Hours)] })))}
        {table('results.waiting_title', ['results.portal', ...worklistGroups.map((group) => `results.short.${group}`)],
          portals.map((id) => ({ key: id, name: nameOf(id), values: worklistGroups.map((group) => figures.waiting.find((one) => one.portalId === id && one.group === group)?.count ?? 0) })))}
        {table('results.grounds_title', ['results.ground_heading', 'results.n_running', 'results.n_ended'],
          figures.holdsByGround.map((one) => ({ key: one.ground, name: translate(`results.ground.${one.ground}`), values: [one.running, one.ended] })))}
        {table('results.ages_title', ['results.age_heading', 'results.n_running'],
          figures.holdAges.filter(({ running }) => running > 0).map((one) => ({ key: one.band, name: translate(`results.band.${one.band}`), values: [one.running] })))}
      </Box>
    </>
  )
}
