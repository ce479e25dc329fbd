import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type FigureProps = { name: ReactNode; value: ReactNode; under?: ReactNode }

/** One number of a dashboard with its name above and what it is of beneath. */
export function Figure({ name, value, under }: FigureProps) {
  return (
    <Box component="dl" sx={{ m: 0, minWidth: 0 }}>
      <Box component="dt" sx={{ typography: 'table', color: 'ink2' }}>{name}</Box>
      <Box component="dd" sx={{ typography: 'figure' }}>{value}</Box>
      {under ? <Box component="dd" sx={{ typography: 'small', color: 'ink2' }}>{under}</Box> : null}
    </Box>
  )
}
