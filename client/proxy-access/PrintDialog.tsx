import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import GlobalStyles from '@mui/material/GlobalStyles'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type PrintDialogProps = { label: string; ready: boolean; more?: ReactNode; onClose: () => void; children: ReactNode }

/** A sheet as it will be printed: `P` prints it, and on paper there is nothing of the console around it. */
export function PrintDialog({ label, ready, more, onClose, children }: PrintDialogProps) {
  const translate = useTranslate()
  useKeys(ready ? [{ keys: 'p', group: 'act', label: 'access.print', run: print }] : [], true)
  return (
    <Dialog
      open
      onClose={onClose}
      transitionDuration={120}
      slotProps={{ paper: { 'aria-label': label, className: 'sheet-frame', sx: { width: 760, maxWidth: 'calc(100vw - 32px)', m: 2 } } }}
      sx={printAlone}
    >
      <GlobalStyles styles={{ '@media print': { '#root': { display: 'none' } } }} />
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 3, py: 1.5, borderBottom: '1px solid', borderColor: 'line' }}>
        <Button variant="contained" autoFocus disabled={!ready} onClick={print}>
          {translate('access.print')} <KeyCap keys="p" />
        </Button>
        {more}
        <Button onClick={onClose}>
          {translate('access.close')} <KeyCap keys="escape" />
        </Button>
      </Box>
      <Box sx={{ overflow: 'auto', p: { xs: 1, sm: 3 } }} tabIndex={0} role="group" aria-label={label}>
        {children}
      </Box>
    </Dialog>
  )
}

const print = () => window.print()

const printAlone = {
  '@media print': {
    position: 'static',
    '& .MuiBackdrop-root, & .no-print': { display: 'none' },
    '& .MuiDialog-container': { height: 'auto', display: 'block' },
    '& .sheet-frame': { boxShadow: 'none', border: 0, maxHeight: 'none', maxWidth: 'none', width: 'auto', m: 0 },
  },
} as const
