import type { SxProps, Theme } from '@mui/material/styles'
import type { AgeBand } from '#domain/messages/words.ts'

const mixed = (share: number) => `color-mix(in srgb, var(--pd-palette-accent) ${share}%, var(--pd-palette-surface))`

/** How a band looks: told apart by ground, edge and weight, in grey as well. */
export const bandLooks: Record<AgeBand, SxProps<Theme>> = {
  'under-half': { bgcolor: mixed(16), color: 'ink' },
  'over-half': { bgcolor: mixed(38), color: 'ink' },
  warned: { bgcolor: 'dueSoft', color: 'due', border: '1.5px solid', borderColor: 'due', fontWeight: 600 },
  late: { bgcolor: 'late', color: 'surface', fontWeight: 600 },
  'past-limit': { bgcolor: 'ink', color: 'surface', border: '2px solid', borderColor: 'late', fontWeight: 600 },
  paused: { bgcolor: 'surface', color: 'ink2', border: '1px dashed', borderColor: 'line2' },
  answered: { bgcolor: 'surface', color: 'ink2', border: '1px solid', borderColor: 'line' },
}
