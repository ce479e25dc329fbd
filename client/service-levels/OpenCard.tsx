import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { ageBands } from '#domain/messages/words.ts'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import { ExportButton } from '#client/service-levels/ExportButton.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { OpenTable } from '#client/service-levels/OpenTable.tsx'
import { bandLooks } from '#client/service-levels/bands.ts'
import { bandsOf, type OnDrill, type Queue } from '#client/service-levels/levels.ts'
import { ChartCard } from '#client/ui/ChartCard.tsx'

/** Open threads of each queue by how far each is on its own promise, so that hours and business days compare. */
export function OpenCard({ levels, ask, view, onDrill }: PartProps) {
  const translate = useTranslate()
  const used = ageBands.filter((band) => levels.queues.some(({ bands }) => bands[band] > 0))
  return (
    <ChartCard
      title={translate('levels.open_by_age')}
      aside={<ExportButton table="queues" ask={ask} />}
      view={view}
      chart={
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, typography: 'small', color: 'ink2' }}>
            {used.map((band) => (
              <Box component="li" key={band} sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
                <Box component="span" aria-hidden sx={[{ width: 14, height: 14, borderRadius: 0.5, flex: 'none' }, bandLooks[band] as object]} />
                {translate(`levels.band.${band}`)}
              </Box>
            ))}
          </Box>
          <Bars queues={levels.queues} onDrill={onDrill} />
        </Box>
      }
      table={<OpenTable queues={levels.queues} onDrill={onDrill} />}
    />
  )
}

function Bars({ queues, onDrill }: { queues: readonly Queue[]; onDrill: OnDrill }) {
  const translate = useTranslate()
  const most = Math.max(1, ...queues.map(({ total }) => total))
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
      {queues.map((queue) => (
        <Box component="li" key={queue.id} sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr) 40px', sm: 'minmax(140px, 1fr) minmax(0, 2fr) 40px' }, columnGap: 1.5, rowGap: 0.25, alignItems: 'center' }}>
          <Box component="span" sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
            {queue.name} <Box component="span" sx={{ color: 'ink2', typography: 'table' }}>{queue.portalName ?? ''}</Box>
          </Box>
          <Box sx={{ display: 'flex', gap: '2px', minWidth: 0 }} style={{ width: `max(${(queue.total / most) * 100}%, ${bandsOf(queue).length * 28}px)` }}>
            {bandsOf(queue).map(({ band, n }) => (
              <Box key={band} sx={[{ minWidth: 26, minHeight: 24, display: 'grid', placeItems: 'center', borderRadius: 0.5, typography: 'small' }, bandLooks[band] as object]} style={{ flexGrow: n, flexBasis: 0 }}>
                <DrillNumber n={n} figure={{ of: 'open', queueId: queue.id, band }} title={`${queue.name}, ${translate(`levels.band.${band}`)}`} onDrill={onDrill} />
              </Box>
            ))}
          </Box>
          <Box component="span" sx={{ textAlign: 'right', fontWeight: 600 }}>
            <DrillNumber n={queue.total} figure={{ of: 'open', queueId: queue.id }} title={`${queue.name}, ${translate('levels.open_now')}`} onDrill={onDrill} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
