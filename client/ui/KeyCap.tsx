import Box from '@mui/material/Box'
import { use } from 'react'
import { KeySettings, capOf } from '#client/ui/keys.ts'

/** A key, drawn on the control that it presses; absent on touch screens, and for letters that are switched off. */
export function KeyCap({ keys }: { keys: string }) {
  const { singleKeys } = use(KeySettings)
  const caps = keys.split(' ')
  if (!singleKeys && caps.every((cap) => cap.length === 1)) return null
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{ display: 'inline-flex', gap: 0.5, '@media (hover: none)': { display: 'none' } }}
    >
      {caps.map((cap) => (
        <Box
          key={cap}
          component="kbd"
          sx={{
            font: 'inherit',
            fontSize: '0.75rem',
            lineHeight: '16px',
            fontWeight: 500,
            px: 0.625,
            border: '1px solid',
            borderColor: 'currentColor',
            borderRadius: 0.5,
            opacity: 0.85,
          }}
        >
          {capOf(cap)}
        </Box>
      ))}
    </Box>
  )
}
