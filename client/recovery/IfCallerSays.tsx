import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallScript } from '#domain/recovery/script.ts'
import { Card } from '#client/ui/Card.tsx'

/** What the caller may come up with at this step, and the answer to it. */
export function IfCallerSays({ exchanges, language }: { exchanges: CallScript['ifCallerSays']; language: 'en' | 'es' }) {
  const translate = useTranslate()
  return (
    <Card title={translate('recovery.if_caller_says')} flush>
      <Box component="dl" lang={language}>
        {exchanges.map(({ theySay, answer }) => (
          <Box key={theySay} sx={{ px: 2, py: 0.75, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <Box component="dt" sx={{ typography: 'table', color: 'ink3' }}>“{theySay}”</Box>
            <Box component="dd" sx={{ fontWeight: 500 }}>“{answer}”</Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
