import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { RecoverySearchAnswer } from '#domain/contracts/recovery.ts'
import { AgeCell } from '#client/recovery/AgeCell.tsx'
import { CaseState } from '#client/recovery/CaseState.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

const SHOWN = 4

/** For the helpline: the cases that wait longest, and how many there are. */
export default function HomeCard() {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<RecoverySearchAnswer>('recovery', { path: '/recovery/search', body: { group: 'waiting', limit: SHOWN } })
  const rows = data?.rows ?? []
  return (
    <Card title={translate('recovery.title')} aside={<TextLink to="/recovery">{translate('recovery.home_all', { smart_count: data?.waiting ?? 0 })}</TextLink>} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data && rows.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('recovery.none_waiting')}</Box> : null}
      <ul>
        {rows.map((row) => (
          <Box component="li" key={row.id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'center', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ minWidth: 0 }}>
              <TextLink to={`/recovery/${row.id}`}>{row.name}</TextLink>
              <Box sx={{ typography: 'table', color: 'ink2' }}>{row.portalName} · <AgeCell since={row.openedAt} /></Box>
            </Box>
            <CaseState state={row.state} outcome={row.outcome} />
          </Box>
        ))}
      </ul>
    </Card>
  )
}
