import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export type Fact = { key: string; name: ReactNode; value: ReactNode }

/** Facts of a record as name and value, one under the other. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { sm: '180px minmax(0, 1fr)' }, columnGap: 2, rowGap: { xs: 0, sm: 1 } }}>
      {facts.map(({ key, name, value }) => (
        <Box key={key} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'ink3' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
