import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { usePreview, type HoldFrom } from '#client/results/use-results.ts'
import { useSpoken } from '#client/results/use-spoken.ts'
import { Viewers } from '#client/results/ViewerLine.tsx'
import { Note } from '#client/ui/Note.tsx'

/** Who sees it with the hold that is being written, that nothing betrays it, and what would be without it. */
export function WithHold({ result, from }: { result: ResultAnswer; from: readonly HoldFrom[] }) {
  const translate = useTranslate()
  const said = useSpoken()
  const { data } = usePreview(result.id, from)
  const viewers = data ? data.held ?? data.now : []
  return (
    <Box component="section" aria-label={translate('results.with_hold')} sx={{ display: 'grid', gap: 1.5, alignContent: 'start', borderInlineStart: { md: '1px solid' }, borderColor: { md: 'line' }, pl: { md: 2.5 } }}>
      <h3>{translate('results.with_hold')}</h3>
      <Viewers viewers={viewers} />
      <Box sx={{ color: 'ink2', typography: 'table' }}>{translate('results.team_sees')}</Box>
      <Box sx={{ '& > div': { bgcolor: 'heldSoft' } }}><Note icon="unsaid">{translate('results.no_sign')}</Note></Box>
      <Box sx={{ typography: 'table' }}>{translate('results.without_hold')} {said(result.forPatient.sentence)} <Box component="span" sx={{ color: 'ink2' }}>{translate('ui.rule', { rule: result.forPatient.rule })}</Box></Box>
    </Box>
  )
}
