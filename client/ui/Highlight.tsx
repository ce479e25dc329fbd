import Box from '@mui/material/Box'
import { stretchesOf } from '#client/ui/folded.ts'

/** A name with the typed letters marked, accents ignored. */
export function Highlight({ text, typed }: { text: string; typed: string }) {
  return stretchesOf(text, typed).map((stretch) =>
    stretch.marked ? (
      <Box
        component="mark"
        key={stretch.from}
        sx={{ color: 'inherit', fontWeight: 650, bgcolor: 'color-mix(in srgb, var(--pd-palette-accent) 22%, transparent)', borderRadius: 0.25 }}
      >
        {stretch.text}
      </Box>
    ) : (
      stretch.text
    ),
  )
}
