import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CoversAnswer } from '#domain/contracts/practitioners.ts'
import { CoverMoment } from '#client/practitioners/CoverMoment.tsx'
import { useSessionState } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** For a clinician: whom they stand in for, and who stands in for them, until when. */
export default function CoverCard() {
  const translate = useTranslate()
  const { session } = useSessionState()
  const { data } = useRead<CoversAnswer>('covers', { path: '/covers' })
  const me = session?.staff.id
  const mine = (data?.rows ?? []).filter((row) => row.state !== 'over' && (row.absentId === me || row.coveringId === me))
  return (
    <Card title={translate('practitioners.your_cover')} aside={<TextLink to="/practitioners/covers">{translate('practitioners.to_cover')}</TextLink>}>
      {mine.length === 0 ? <Box sx={{ color: 'ink2' }}>{data ? translate('practitioners.nobody_away') : null}</Box> : null}
      <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
        {mine.map((row) => (
          <li key={row.id}>
            <Box sx={{ fontWeight: 500 }}>
              {row.coveringId === me
                ? translate('practitioners.you_cover', { name: row.absentName })
                : translate('practitioners.covers_you', { name: row.coveringName })}
            </Box>
            <Box sx={{ typography: 'table', color: 'ink2' }}>
              {row.state === 'to-come' ? (
                <>
                  {translate('practitioners.from_at')} <CoverMoment at={row.fromAt} />{' '}
                </>
              ) : null}
              {translate('practitioners.until_at')} <CoverMoment at={row.untilAt} isEnd />
            </Box>
          </li>
        ))}
      </Box>
    </Card>
  )
}
