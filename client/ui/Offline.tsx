import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Centered } from '#client/ui/Centered.tsx'
import { Clock } from '#client/ui/Clock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { timeText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { Instant } from '#domain/time.ts'

/** No connection: reading goes on, writing waits; says when the next try is. */
export function Offline({ since, nextTryAt }: { since: Instant; nextTryAt: Instant }) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  return (
    <Centered
      icon="offline"
      tone="due"
      title={translate('ui.offline.title', { time: timeText(since, zone) })}
      text={translate('ui.offline.text')}
    >
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', typography: 'table', color: 'ink2' }}>
        <Icon name="none" size={16} /> {translate('ui.offline.next')} <Clock until={nextTryAt} />
      </Box>
    </Centered>
  )
}
