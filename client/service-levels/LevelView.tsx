import Box from '@mui/material/Box'
import type { ServiceLevels } from '#domain/contracts/service-levels.ts'
import { ForecastCard } from '#client/service-levels/ForecastCard.tsx'
import { HeatCard } from '#client/service-levels/HeatCard.tsx'
import { LevelStrip } from '#client/service-levels/LevelStrip.tsx'
import { OpenCard } from '#client/service-levels/OpenCard.tsx'
import { PeopleCard } from '#client/service-levels/PeopleCard.tsx'
import { ThisWeek } from '#client/service-levels/ThisWeek.tsx'
import { WeeksCard } from '#client/service-levels/WeeksCard.tsx'
import { NoQueues } from '#client/service-levels/NoQueues.tsx'
import type { Ask, OnDrill } from '#client/service-levels/levels.ts'

export type PartProps = { levels: ServiceLevels; ask: Ask; view: 'chart' | 'table'; onDrill: OnDrill }

/** The numbers in the order in which they are asked: late, late before we open, who has nobody, then how it came to be. */
export function LevelView(part: PartProps) {
  if (part.levels.queues.length === 0) return <NoQueues />
  return (
    <>
      <LevelStrip {...part} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(320px, 1fr)' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', order: { xs: 2, lg: 1 } }}>
          <OpenCard {...part} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' }, alignItems: 'start' }}>
            <WeeksCard {...part} />
            <ThisWeek {...part} />
          </Box>
          <HeatCard {...part} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', order: { xs: 1, lg: 2 } }}>
          <ForecastCard {...part} />
          <PeopleCard {...part} />
        </Box>
      </Box>
    </>
  )
}
