import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { ExportButton } from '#client/service-levels/ExportButton.tsx'
import { HeatTable } from '#client/service-levels/HeatTable.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { weekdayNames } from '#client/service-levels/levels.ts'
import { Card } from '#client/ui/Card.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

/** When messages arrive, by weekday and hour of the site's clock. It is a table, whether drawn or not. */
export function HeatCard({ levels, ask, view, onDrill }: PartProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { busiest } = levels.heat
  const days = weekdayNames(locale, 'long')
  return (
    <Card title={translate('levels.when')} aside={<Box component="span" sx={{ display: 'inline-flex', gap: 2 }}>{translate('levels.mean_per_hour')} <ExportButton table="heat" ask={ask} /></Box>}>
      <HeatTable levels={levels} shaded={view === 'chart'} onDrill={onDrill} />
      <Box sx={{ typography: 'table', color: 'ink2', mt: 1 }}>
        {busiest ? translate('levels.busiest', { weekday: days[busiest.weekday], from: busiest.hour, to: busiest.hour + 1, share: Math.max(1, Math.round(busiest.share * 100)) }) : translate('levels.nothing_arrived')}
      </Box>
    </Card>
  )
}
