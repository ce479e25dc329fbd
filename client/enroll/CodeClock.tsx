import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { Clock } from '#client/ui/Clock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useNow } from '#client/ui/ticking.ts'

/** How long a code still works, in words and as a bar, and that it works once. */
export function CodeClock({ code }: { code: NonNullable<EnrollmentAnswer['code']> }) {
  const translate = useTranslate()
  const now = useNow()
  const from = Date.parse(code.madeAt)
  const until = Date.parse(code.endsAt)
  const left = Math.max(0, Math.min(1, (until - now) / (until - from)))
  return (
    <Box sx={{ width: '100%', maxWidth: 520, display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', typography: 'table' }}>
        <Box component="span" sx={{ color: 'due', fontWeight: 550, display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
          <Icon name="due" size={16} /> <span>{translate('enroll.code_ends')} <Clock until={until} /></span>
        </Box>
        <Box component="span" sx={{ color: 'ink2' }}>{translate('enroll.works_once')}</Box>
      </Box>
      <Box aria-hidden sx={{ height: 5, borderRadius: 1, bgcolor: 'sunken' }}>
        <Box sx={{ height: 5, borderRadius: 1, bgcolor: 'due' }} style={{ width: `${left * 100}%` }} />
      </Box>
    </Box>
  )
}
