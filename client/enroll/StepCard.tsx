import Box from '@mui/material/Box'
import { useId, type FormEvent, type ReactNode } from 'react'

type StepCardProps = { title: string; aside?: ReactNode; bar: ReactNode; onSubmit: () => void; children: ReactNode }

/** One step as a form: its question on top, its answer scrolling inside, and the bar with the filled button never below the fold. */
export function StepCard({ title, aside, bar, onSubmit, children }: StepCardProps) {
  const id = useId()
  return (
    <Box
      component="form"
      noValidate
      aria-labelledby={id}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
      sx={{
        display: 'flex', flexDirection: 'column', minHeight: 0, maxHeight: { lg: '100%' }, bgcolor: 'surface', border: '1px solid', borderColor: 'line', borderRadius: 1.25,
        boxShadow: '0 1px 2px rgb(0 0 0 / 0.05)', overflow: { lg: 'clip' },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1, px: 2, py: 1, minHeight: 44, borderBottom: '1px solid', borderColor: 'line' }}>
        <Box component="h2" id={id}>{title}</Box>
        {aside ? <Box sx={{ typography: 'table', color: 'ink3' }}>{aside}</Box> : null}
      </Box>
      <Box sx={{ p: 2, display: 'grid', gap: 2, flex: '1 1 auto', minHeight: 0, overflowY: { lg: 'auto' }, alignContent: 'start' }}>{children}</Box>
      <Box
        sx={{
          display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line',
          bgcolor: 'surface', position: 'sticky', bottom: 0, zIndex: 1, borderRadius: '0 0 10px 10px',
        }}
      >
        {bar}
      </Box>
    </Box>
  )
}
