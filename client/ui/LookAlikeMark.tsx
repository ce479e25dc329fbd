import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'

/** That somebody may be taken for another person, and why: shape, colour and words. */
export function LookAlikeMark({ children }: { children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: 'due', typography: 'table', fontWeight: 550 }}>
      <Icon name="people" size={14} />
      {children}
    </Box>
  )
}
