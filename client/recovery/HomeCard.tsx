import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { z } from 'zod'
import type { RecoveryRow, recoverySearchAnswer } from '#domain/contracts/recovery.ts'
import { AgeCell } from '#client/recovery/AgeCell.tsx'
import { CaseState } from '#client/recovery/CaseState.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

const SHOWN = 4
/** A front desk is asked for those who come with a photo ID; looked for among so many. */
const LOOKED_AT = 50

/** For the helpline: the cases that wait longest. For a front desk: who was told to come with a photo ID. */
export default function HomeCard({ atDesk }: { atDesk: boolean }) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<z.infer<typeof recoverySearchAnswer>>('recovery', { path: '/recovery/search', body: { group: 'waiting', limit: atDesk ? LOOKED_AT : SHOWN } })
  const rows: RecoveryRow[] = (data?.rows ?? []).filter((row) => !atDesk || row.outcome === 'comes-to-desk').slice(0, SHOWN)
  if (atDesk && data && rows.length === 0) return null
  return (
    <Card title={translate(atDesk ? 'recovery.home_desk' : 'recovery.home')} aside={<TextLink to="/recovery">{translate('recovery.home_all', { smart_count: data?.waiting ?? 0 })}</TextLink>} flush>
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
