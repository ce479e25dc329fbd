import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { ResultChip } from '#client/results/ResultChip.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** What it is, whose it is, when it was drawn and who ordered it; the chips say where it stands. */
export function ResultHead({ result, titleId }: { result: ResultAnswer; titleId: string }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, gap: 1, justifyContent: 'space-between', alignItems: 'flex-start', px: { xs: 2, md: 3 }, py: 1.5, bgcolor: 'surface', borderBottom: '1px solid', borderColor: 'line' }}>
      <Box sx={{ minWidth: 0 }}>
        <Box component="h2" id={titleId} sx={{ typography: 'h1' }}>{result.name}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          <TextLink to={`/patients/${result.patientId}/results`}>{result.patientName}</TextLink>
          <Identity birthDate={result.birthDate} age={result.age} mrnTail={result.mrnTail ?? ''} />
        </Box>
        <Box sx={{ typography: 'table', color: 'ink2' }}>
          {result.portalName}
          {result.collectedAt ? <> · {translate('results.drawn_at')} <Moment at={result.collectedAt} /></> : null}
          {' · '}{translate('results.arrived')} <Moment at={result.arrivedAt} />
          {' · '}{result.orderedElsewhere ? translate('results.ordered_elsewhere') : result.orderedByName ? translate('results.ordered_by', { name: result.orderedByName }) : translate('results.ordered_nobody')}
          {result.coversName ? <> · {translate('results.you_cover', { name: result.coversName })}</> : null}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, flex: 'none' }}>
        {result.sensitive ? <StateChip state="note" icon="shield">{translate('results.chip_sensitive')}</StateChip> : null}
        <ResultChip row={result} wordy />
      </Box>
    </Box>
  )
}
