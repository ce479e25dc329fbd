import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultRow, WorklistAnswer } from '#domain/contracts/results.ts'
import { ResultChip } from '#client/results/ResultChip.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

const SHOWN = 4

/** For a clinician: the results that wait longest, critical ones first, and how many there are. */
export default function HomeCard() {
  const translate = useTranslate()
  const review = useRead<WorklistAnswer>('results', { path: '/results/worklist', body: { group: 'review', limit: SHOWN } }, true, ['covers'])
  const order = useRead<WorklistAnswer>('results', { path: '/results/worklist', body: { group: 'order', limit: SHOWN } }, true, ['covers'])
  const { counts } = review.data ?? {}
  const rows: ResultRow[] = [...(review.data?.rows ?? []), ...(order.data?.rows ?? [])].toSorted((a, b) => Number(b.critical) - Number(a.critical)).slice(0, SHOWN)
  const all = counts ? counts.review + counts.order : 0
  return (
    <Card title={translate('results.list_title')} aside={<TextLink to="/results">{translate('results.home_all', { smart_count: all })}</TextLink>} flush>
      {review.error ? <Failure error={review.error} onRetry={() => void review.refetch()} /> : null}
      {review.data && rows.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('results.nothing')}</Box> : null}
      <ul>
        {rows.map((row) => (
          <Box component="li" key={row.id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'center', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ minWidth: 0 }}>
              <TextLink to={`/results/${row.id}`}>{row.patientName}, {row.age}</TextLink>
              <Box sx={{ typography: 'table', color: 'ink2' }}>{row.name}{row.coversName ? ` · ${translate('results.of', { name: row.coversName })}` : ''}</Box>
            </Box>
            <ResultChip row={row} />
          </Box>
        ))}
      </ul>
      {counts && counts.held > 0 ? <Box sx={{ px: 2, py: 1, typography: 'table', color: 'ink2', borderTop: '1px solid', borderColor: 'line' }}>{translate('results.home_held', { smart_count: counts.held })}</Box> : null}
    </Card>
  )
}
