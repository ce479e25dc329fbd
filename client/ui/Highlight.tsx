import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { stretchesOf } from '#client/ui/folded.ts'

/** What was looked for, marked by weight and ground. */
export function Mark({ children }: { children: ReactNode }) {
  return (
    <Box
      component="mark"
      sx={{ color: 'inherit', fontWeight: 650, bgcolor: 'color-mix(in srgb, var(--pd-palette-accent) 22%, transparent)', borderRadius: 0.25 }}
    >
      {children}
    </Box>
  )
}

/** A name with the typed letters marked, accents ignored. */
export function Highlight({ text, typed }: { text: string; typed: string }) {
  return stretchesOf(text, typed).map((stretch) => (stretch.marked ? <Mark key={stretch.from}>{stretch.text}</Mark> : stretch.text))
}
