import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

/** Between 900 and 1279 pixels there is no room for a side pane beside the content. */
export function useNarrowDesk(): boolean {
  return useMediaQuery(useTheme().breakpoints.between('md', 'lg'), { noSsr: true })
}

type SidePaneProps = { label: string; children: ReactNode }

/** What stands beside the content: a column; on a narrow desk a drawer that `[` opens and closes. */
export function SidePane({ label, children }: SidePaneProps) {
  return useNarrowDesk() ? <SideDrawer label={label}>{children}</SideDrawer> : <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}>{children}</Box>
}

/** What stands beside the content, behind a button: a drawer that `[` opens and closes. */
export function SideDrawer({ label, children }: SidePaneProps) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  useKeys([{ keys: '[', group: 'move', label: 'keys.side', run: () => setOpen(true) }])
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)} sx={{ justifySelf: 'end', alignSelf: 'start' }}>
        <Icon name="pane" size={16} /> {label} <KeyCap keys="[" />
      </Button>
      {open ? (
        <Drawer open anchor="right" transitionDuration={120} onClose={() => setOpen(false)} slotProps={{ paper: { 'aria-label': label, role: 'dialog', sx: { width: 336, bgcolor: 'canvas' } } }}>
          <Closing onClose={() => setOpen(false)} />
          <Box sx={{ display: 'flex', justifyContent: 'end', p: 1 }}>
            <Button size="small" autoFocus onClick={() => setOpen(false)}>
              {translate('ra.action.close')} <KeyCap keys="escape" />
            </Button>
          </Box>
          <Box sx={{ display: 'grid', gap: 2, px: 2, pb: 2, alignContent: 'start' }}>{children}</Box>
        </Drawer>
      ) : null}
    </>
  )
}

/** While the drawer is open the screen beneath is silent, and `[` closes it. */
function Closing({ onClose }: { onClose: () => void }) {
  useKeys([{ keys: '[', group: 'move', run: onClose }], true)
  return null
}
