import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { TodayRow } from '#domain/contracts/today.ts'

/** Reasons that have a short word; another one is said by its sentence. */
const because: readonly string[] = ['PATIENT_DECEASED', 'NO_PORTAL_TAKES_ACCOUNTS', 'ACCOUNT_TOO_YOUNG', 'ENROLL_SUSPENDED', 'ENROLL_DECLINED']

/** What stands between somebody and an account, in a few words. */
export function Missing({ next }: { next: TodayRow['nextAction'] }) {
  const translate = useTranslate()
  switch (next.act) {
    case 'open':
      return <Box component="span" sx={{ color: 'ink3', display: { xs: 'none', sm: 'inline' } }}>–</Box>
    case 'enroll-now':
      return <Box component="span" sx={{ color: 'ink2' }}>{translate('today.nothing')}</Box>
    case 'why-not':
      return <span>{because.includes(next.code) ? translate(`today.because.${next.code}`) : next.message}</span>
    case 'enroll':
      if (next.missing.length === 0) return <span>{translate('today.invited')}</span>
      return next.missing.map((thing, place) => (
        <span key={thing}>
          {place > 0 ? ' · ' : ''}
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{translate(`today.lacks.${thing}`)}</Box>
        </span>
      ))
  }
}
