import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultRow } from '#domain/contracts/results.ts'
import { ResultChip } from '#client/results/ResultChip.tsx'
import { Moment } from '#client/ui/Moment.tsx'

/** One line of the worklist: who with age, where it stands, what it is, on which portal since when, and whose it is. */
export function WorklistRow({ row }: { row: ResultRow }) {
  const translate = useTranslate()
  const rule = row.group === 'blocked' && row.stricterThanCitedLaw ? translate('results.stricter') : null
  return (
    <Box component="span" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1, alignItems: 'center' }}>
      <Box component="span" sx={{ fontWeight: 600 }}>{row.patientName}, {row.age}</Box>
      <ResultChip row={row} />
      <Box component="span" sx={{ gridColumn: '1 / -1' }}>
        {row.name}
        {row.corrected ? <Box component="span" sx={{ color: 'due', fontWeight: 500 }}> · {translate('results.corrected')}</Box> : null}
        {row.doubtful ? <Box component="span" sx={{ color: 'due', fontWeight: 500 }}> · {translate('results.kind_unsure')}</Box> : null}
      </Box>
      <Box component="span" sx={{ gridColumn: '1 / -1', typography: 'small', color: 'ink2', fontWeight: 400 }}>
        {row.portalName} · {rule ?? <>{translate('results.arrived')} <Moment at={row.arrivedAt} /></>}
        {row.coversName ? <> · {translate('results.of', { name: row.coversName })}</> : null}
      </Box>
    </Box>
  )
}
