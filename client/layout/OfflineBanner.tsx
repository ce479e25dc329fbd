import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Clock } from '#client/ui/Clock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { timeText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useLive } from '#client/layout/live-state.ts'

/** The line is gone: what is open can be read, writing waits, and when the next try is. */
export function OfflineBanner() {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const { lostAt, nextTryAt } = useLive()
  if (lostAt === null) return null
  return (
    <Box component="aside" aria-label={translate('shell.not_live')} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, px: 3, py: 0.75, bgcolor: 'dueSoft', alignItems: 'center' }}>
      <Box component="span" role="status" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', fontWeight: 600 }}>
        <Icon name="offline" />
        {translate('ui.offline.title', { time: timeText(lostAt, zone) })}
      </Box>
      <span>{translate('ui.offline.text')}</span>
      {nextTryAt === null ? null : (
        <Box component="span" sx={{ color: 'ink2' }}>
          {translate('ui.offline.next')} <Clock until={nextTryAt} />
        </Box>
      )}
    </Box>
  )
}
