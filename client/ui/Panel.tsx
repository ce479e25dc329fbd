import Dialog from '@mui/material/Dialog'
import Box from '@mui/material/Box'
import { useId, type ReactNode } from 'react'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type PanelProps = { title: ReactNode; hint?: ReactNode; width?: number; onClose: () => void; children: ReactNode }

/** The buttons of a dialog: they stay at its lower edge while what is above scrolls. */
export const panelBar = {
  display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', position: 'sticky', bottom: -24, mx: -3, mb: -3, px: 3, py: 1.5, bgcolor: 'surface', borderTop: '1px solid', borderColor: 'line',
} as const

/** A dialog: Esc closes it and nothing else, and the keys of the screen beneath are silent. */
export function Panel({ title, hint, width = 560, onClose, children }: PanelProps) {
  const id = useId()
  useKeys([], true)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={id}
      transitionDuration={120}
      slotProps={{ paper: { sx: { width, maxWidth: 'calc(100vw - 32px)', m: 2 } } }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1.5,
          px: 3,
          py: 2,
          borderBottom: '1px solid',
          borderColor: 'line',
        }}
      >
        <Box component="h2" id={id} sx={{ typography: 'h1', flex: 1 }}>
          {title}
        </Box>
        {hint ? <Box sx={{ typography: 'table', color: 'ink2' }}>{hint}</Box> : null}
        <Box
          component="button"
          type="button"
          onClick={onClose}
          aria-label="Esc"
          sx={{ all: 'unset', cursor: 'pointer', minHeight: 24, minWidth: 24, '&:focus-visible': { outline: '2px solid' } }}
        >
          <KeyCap keys="escape" />
        </Box>
      </Box>
      <Box sx={{ p: 3, overflow: 'auto', scrollPaddingBottom: 72 }}>{children}</Box>
    </Dialog>
  )
}
