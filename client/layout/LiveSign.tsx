import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useLive } from '#client/layout/live-state.ts'

/** A dot with a halo, and the word: whether changes arrive by themselves. */
export function LiveSign() {
  const translate = useTranslate()
  const { connected } = useLive()
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 8,
          height: 8,
          borderRadius: '50%',
          bgcolor: connected ? 'ok' : 'due',
          outline: '3px solid',
          outlineColor: connected ? 'var(--pd-palette-okSoft)' : 'var(--pd-palette-dueSoft)',
        }}
      />
      {translate(connected ? 'shell.live' : 'shell.not_live')}
    </Box>
  )
}
