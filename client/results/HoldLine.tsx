import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { HoldReview } from '#domain/contracts/result-care.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { serverNow } from '#client/ui/ticking.ts'

/** One hold as the privacy officer reads it: ground, whom, evidence, time, author, whether anybody called. */
export function HoldLine({ row }: { row: HoldReview['rows'][number] }) {
  const translate = useTranslate()
  const isRunning = row.endedAt === null && Date.parse(row.endAt) > serverNow()
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.25, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Box sx={{ fontWeight: 600 }}>{translate(`results.ground.${row.ground}`)} · {row.patientName} · {translate(`results.category.${row.category}`)}</Box>
        <StateChip state={isRunning ? 'held' : 'none'}>{translate(isRunning ? 'results.ends' : 'results.ended')} <Moment at={row.endedAt ?? row.endAt} /></StateChip>
      </Box>
      <Box>{row.evidence}</Box>
      <Box sx={{ typography: 'small', color: 'ink2' }}>
        {translate('results.held_from', { who: row.recipient === 'patient' ? translate('results.the_patient') : row.personName ?? translate('results.every_representative') })} · {row.setByName}, <Moment at={row.startAt} /> · {row.citedLaw} · {translate(row.called ? 'results.was_called' : 'results.nobody_called')}
        {row.extendsId ? ` · ${translate('results.is_extension')}` : ''}
      </Box>
    </Box>
  )
}
