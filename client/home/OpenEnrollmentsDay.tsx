import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { enrollmentDay } from '#domain/contracts/enrollment.ts'
import type { z } from 'zod'
import { spanText } from '#client/ui/format.ts'

/** What has come of today's enrollments at the site, in one line under those that are open. */
export function OpenEnrollmentsDay({ day }: { day: z.infer<typeof enrollmentDay> }) {
  const translate = useTranslate()
  const { medianMs, ...counts } = day
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', typography: 'table', color: 'ink2' }}>
      {(['active', 'byEmail', 'declined'] as const).map((part) => (
        <span key={part}><Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>{counts[part]}</Box> {translate(`enroll.open_day.${part}`)}</span>
      ))}
      {medianMs === null ? null : <Box component="span" sx={{ ml: { sm: 'auto' } }}>{translate('enroll.open_day.median')} {spanText(medianMs)}</Box>}
    </Box>
  )
}
