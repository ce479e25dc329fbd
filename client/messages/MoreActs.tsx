import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import type { PanelName } from '#client/messages/ActPanel.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'

type May = keyof ThreadAnswer['may']
const acts: readonly { panel: PanelName; may: May; label: string; keys?: string }[] = [
  { panel: 'resolve', may: 'resolve', label: 'messages.resolve', keys: 'e' },
  { panel: 'wait', may: 'wait', label: 'messages.wait', keys: 'w' },
  { panel: 'reopen', may: 'reopen', label: 'messages.reopen', keys: 'shift+e' },
  { panel: 'call', may: 'call', label: 'messages.call' },
  { panel: 'reassign', may: 'reassign', label: 'messages.reassign' },
  { panel: 'take-over', may: 'takeOver', label: 'messages.take_over' },
  { panel: 'move', may: 'move', label: 'messages.move' },
  { panel: 'flag', may: 'note', label: 'messages.flag' },
]

/** What else is done with a thread. What is refused now keeps its place and says why. */
export function MoreActs({ thread, onPanel }: { thread: ThreadAnswer; onPanel: (panel: PanelName) => void }) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const shown = acts.filter(({ panel }) => isOfUse(panel, thread))
  return (
    <>
      <Button ref={setAnchor} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(true)}>
        {translate('messages.more')} <Box component="span" sx={{ display: 'inline-flex', transform: 'rotate(90deg)' }}><Icon name="chevron" size={14} /></Box>
      </Button>
      <Menu open={open} anchorEl={anchor} onClose={() => setOpen(false)} transitionDuration={120}>
        {shown.map(({ panel, may, label, keys }) => {
          const no = thread.may[may]
          return (
            <MenuItem
              key={panel}
              aria-disabled={no ? true : undefined}
              onClick={() => {
                if (no) return
                setOpen(false)
                onPanel(panel)
              }}
              sx={{ display: 'block', whiteSpace: 'normal', maxWidth: 340, color: no ? 'ink3' : undefined, cursor: no ? 'help' : undefined }}
            >
              <Box component="span" sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>{translate(label)} {keys && !no ? <KeyCap keys={keys} /> : null}</Box>
              {no ? <Box component="span" sx={{ display: 'block', typography: 'small' }}>{no.message} {no.next}</Box> : null}
            </MenuItem>
          )
        })}
      </Menu>
    </>
  )
}

/** Acts that the thread's own state makes pointless are left out; what a rule refuses stays. */
function isOfUse(panel: PanelName, { row, flag }: ThreadAnswer): boolean {
  const isClosed = row.state === 'resolved'
  if (panel === 'reopen') return isClosed
  if (panel === 'take-over') return !isClosed && row.assignee !== null && !row.mine
  if (panel === 'flag') return !isClosed && (flag === null || flag.settled !== null)
  if (panel === 'move') return true
  return !isClosed
}
