import Box from '@mui/material/Box'
import { useId, type ReactNode } from 'react'

type CardProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; flush?: boolean }

/** A card with a title line; `flush` lets rows run to its edges. */
export function Card({ title, aside, children, flush = false }: CardProps) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={title ? id : undefined}
      sx={{
        bgcolor: 'surface',
        border: '1px solid',
        borderColor: 'line',
        borderRadius: 1.25,
        boxShadow: '0 1px 2px rgb(0 0 0 / 0.05)',
        minWidth: 0,
        overflow: 'clip',
      }}
    >
      {title ? (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'space-between',
            flexWrap: 'wrap',
            gap: 1,
            px: 2,
            py: 1.25,
            minHeight: 44,
            borderBottom: '1px solid',
            borderColor: 'line',
          }}
        >
          <Box component="h2" id={id}>
            {title}
          </Box>
          {aside ? <Box sx={{ typography: 'table', color: 'ink3' }}>{aside}</Box> : null}
        </Box>
      ) : null}
      <Box sx={flush ? {} : { p: 2 }}>{children}</Box>
    </Box>
  )
}
