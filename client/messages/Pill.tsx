import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type PillProps = { pressed: boolean; onClick: () => void; label?: string; hasPopup?: boolean; children: ReactNode }

/** A view of the list, pressed or not. */
export function Pill({ pressed, onClick, label, hasPopup = false, children }: PillProps) {
  return (
    <Box
      component="button"
      type="button"
      aria-pressed={hasPopup ? undefined : pressed}
      aria-haspopup={hasPopup ? 'dialog' : undefined}
      aria-label={label}
      onClick={onClick}
      sx={{
        all: 'unset', boxSizing: 'border-box', cursor: 'pointer', display: 'inline-flex', gap: 0.5, alignItems: 'center', px: 0.625, minHeight: 26, borderRadius: 0.75, typography: 'small', whiteSpace: 'nowrap',
        border: '1px solid', borderColor: pressed ? 'accentSoft' : 'line', bgcolor: pressed ? 'accentSoft' : 'surface', color: pressed ? 'accent' : 'ink', fontWeight: pressed ? 600 : 400,
        '@media (pointer: coarse)': { minHeight: 44, px: 1.5, fontSize: '0.875rem' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 2 },
      }}
    >
      {children}
    </Box>
  )
}
