import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** On a phone a row is a block without headings: each number there says what it is. */
export function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: { xs: 'flex', sm: 'contents' }, gap: 1, alignItems: 'center', minHeight: 28 }}>
      <Box component="span" sx={{ display: { xs: 'inline', sm: 'none' }, color: 'ink2' }}>{name}</Box>
      {children}
    </Box>
  )
}
