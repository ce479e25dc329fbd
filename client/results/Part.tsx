import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** One part of the side pane under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ pb: 2, borderBottom: '1px solid', borderColor: 'line', '&:last-child': { borderBottom: 0 } }}>
      <Box component="h3" sx={{ typography: 'h2', mb: 1.25 }}>{title}</Box>
      {children}
    </Box>
  )
}
