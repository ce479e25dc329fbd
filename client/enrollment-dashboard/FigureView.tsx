import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { lazy } from 'react'
import type { FiguresAnswer } from '#domain/contracts/enrollment-figures.ts'
import type { Drill } from '#client/enrollment-dashboard/figures.ts'
import { FunnelStrip } from '#client/enrollment-dashboard/FunnelStrip.tsx'
import { FunnelTable } from '#client/enrollment-dashboard/FunnelTable.tsx'
import { Reasons } from '#client/enrollment-dashboard/Reasons.tsx'
import { ChartCard } from '#client/ui/ChartCard.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

const FunnelChart = lazy(() => import('#client/enrollment-dashboard/FunnelChart.tsx'))

type FigureViewProps = { figures: FiguresAnswer; view: 'chart' | 'table'; onDrill: (drill: Omit<Drill, 'from' | 'to'>) => void }

/** The numbers of a span: the funnel as a strip, then week by week, portal by portal, site by site, way by way, and why people say no. */
export function FigureView({ figures, view, onDrill }: FigureViewProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const weeks = figures.byWeek.map((row) => ({ ...row, key: row.weekOf, name: dateText(row.weekOf, locale).replace(/ \d{4}$/, '') }))
  const portals = figures.byPortal.map((row) => ({ ...row, key: row.portalId, drill: { portalId: row.portalId } }))
  const sites = figures.bySite.map((row) => ({ ...row, key: row.siteId, drill: { siteId: row.siteId } }))
  const channels = figures.byChannel.map((row) => ({ ...row, key: row.channel, name: translate(`figures.channel.${row.channel}`), drill: { channel: row.channel } }))
  const cards = [
    { id: 'week', rows: weeks },
    { id: 'portal', rows: portals },
    { id: 'site', rows: sites },
    { id: 'channel', rows: channels },
  ] as const
  return (
    <>
      <FunnelStrip figures={figures} onDrill={onDrill} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        {cards.map(({ id, rows }) => (
          <ChartCard
            key={id}
            title={translate(`figures.by_${id}`)}
            view={view}
            chart={<FunnelChart label={translate(`figures.by_${id}`)} rows={rows} upright={id === 'week'} />}
            table={<FunnelTable label={translate(`figures.by_${id}`)} rows={rows} onDrill={onDrill} />}
          />
        ))}
        <Reasons what="declined-at-desk" rows={figures.declines} onDrill={onDrill} />
        <Reasons what="deferred" rows={figures.deferrals} onDrill={onDrill} />
      </Box>
    </>
  )
}
