import Box from '@mui/material/Box'
import type { ContactCheckAnswer } from '#domain/contracts/enrollment.ts'

/** An address with what the rule does not look at struck out. */
export function AsRead({ segments }: { segments: ContactCheckAnswer['typed']['segments'] }) {
  const placed = segments.map((segment, place) => ({ ...segment, from: segments.slice(0, place).reduce((length, { text }) => length + text.length, 0) }))
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
      {placed.map(({ from, text, counts }) => (counts ? <span key={from}>{text}</span> : <Box component="s" key={from} sx={{ color: 'late' }}>{text}</Box>))}
    </Box>
  )
}
