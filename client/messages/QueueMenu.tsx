import Box from '@mui/material/Box'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { QueueLine } from '#domain/contracts/message-settings.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { useKeys } from '#client/ui/keys.ts'

type QueueMenuProps = { queues: readonly QueueLine[]; queueId: string | null; onChoose: (queueId: string | null) => void }

/** Which queue the list shows: its name is the heading of the list, and opens the choice; `g q` does, too. */
export function QueueMenu({ queues, queueId, onChoose }: QueueMenuProps) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  useKeys([{ keys: 'g q', group: 'move', label: 'messages.key_queue', run: () => setOpen(true) }])
  const choose = (id: string | null) => () => {
    setOpen(false)
    onChoose(id)
  }
  const named = queues.find(({ id }) => id === queueId)?.name ?? translate('messages.all_queues')
  return (
    <>
      <Box
        component="button"
        ref={setAnchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        sx={{
          all: 'unset', cursor: 'pointer', display: 'inline-flex', gap: 0.75, alignItems: 'center', minHeight: 28, minWidth: 0, borderRadius: 0.5, typography: 'lead', fontWeight: 650,
          '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 2 },
        }}
      >
        {named}
        <Box component="span" sx={{ display: 'inline-flex', transform: 'rotate(90deg)', color: 'ink2' }}><Icon name="chevron" size={16} /></Box>
      </Box>
      <Menu open={open} anchorEl={anchor} onClose={() => setOpen(false)} transitionDuration={120}>
        <MenuItem selected={queueId === null} onClick={choose(null)}>{translate('messages.all_queues')}</MenuItem>
        {queues.map(({ id, name, counts }) => (
          <MenuItem key={id} selected={id === queueId} onClick={choose(id)} sx={{ display: 'flex', gap: 3, justifyContent: 'space-between' }}>
            <span>{name}</span>
            <Box component="span" sx={{ color: 'ink2' }}>{translate('messages.open_count', { smart_count: counts.unresolved })}</Box>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
