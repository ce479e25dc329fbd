import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import { useTranslate } from 'ra-core'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { useScanBox } from '#client/ui/scan-box.ts'
import { unseen } from '#client/ui/unseen.ts'
import type { IconName } from '#client/ui/icon-paths.ts'

export type PaletteItem = {
  id: string
  icon: IconName
  text: ReactNode
  /** Why not, or what else there is to know, under the text. */
  detail?: string
  aside?: ReactNode
  /** An item that cannot be done now stays, is reached by the arrows, and says why. */
  refused?: boolean
  /** Changes what is typed: the palette stays open. */
  stays?: boolean
  run: () => void
  /** What Ctrl Enter does on it, in words. */
  press?: { text: string; run: () => void }
}

export type PaletteGroup = { id: string; title: string; items: readonly PaletteItem[] }

type CommandPaletteProps = {
  typed: string
  onType: (typed: string) => void
  groups: readonly PaletteGroup[]
  /** Place of the chosen item, counted over all groups. */
  at: number
  onMove: (at: number) => void
  /** What a screen reader hears when the list changes. */
  news: string
  onClose: () => void
}

/** One box for people and commands: a combobox over grouped options; nothing typed is kept. */
export function CommandPalette({ typed, onType, groups, at, onMove, news, onClose }: CommandPaletteProps) {
  const translate = useTranslate()
  const id = useId()
  const items = groups.flatMap((group) => group.items)
  const current = Math.min(at, Math.max(0, items.length - 1))
  const scan = useScanBox(onType)
  useKeys([], true)
  const run = (item: PaletteItem | undefined, isPress = false) => {
    if (!item || item.refused) return
    if (!item.stays) onClose()
    if (isPress && item.press) item.press.run()
    else item.run()
  }
  const press = items[current]?.press
  const onKeyDown = (event: KeyboardEvent) => {
    if (scan.takesKey(event)) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (by === undefined) return run(items[current], event.ctrlKey || event.metaKey)
    onMove((current + by + items.length) % Math.max(1, items.length))
  }
  const firstOf = (group: PaletteGroup) => items.findIndex((item) => item === group.items[0])
  return (
    <Dialog
      open
      onClose={onClose}
      transitionDuration={120}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: { xs: 0, sm: '8vh' } } }}
      slotProps={{
        paper: {
          'aria-label': translate('palette.title'),
          sx: { width: 680, maxWidth: 'calc(100vw - 16px)', m: 1, maxHeight: '80vh' },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2.5, borderBottom: '1px solid', borderColor: 'line' }}>
        <Icon name="search" size={20} />
        <Box
          component="input"
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length > 0 ? `${id}-${current}` : undefined}
          aria-label={translate('palette.label')}
          placeholder={translate('shell.find')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            onMove(0)
            scan.onType(event.target.value)
          }}
          onKeyDown={onKeyDown}
          sx={{ all: 'unset', flex: 1, minWidth: 0, py: 2, typography: 'lead', fontWeight: 400, '&:focus-visible': { outline: 0 } }}
        />
        <KeyCap keys="escape" />
      </Box>
      {scan.unread ? (
        <Box sx={{ p: 1, borderBottom: '1px solid', borderColor: 'line' }}>
          <Note icon="table" tone="due" live>{translate('ui.scan_unread')}</Note>
        </Box>
      ) : null}
      <Box id={`${id}-list`} role="listbox" aria-label={translate('palette.title')} sx={{ overflowY: 'auto', py: 1, minHeight: 120 }}>
        {groups.map((group) => (
          <Box key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <Box id={`${id}-${group.id}`} sx={{ px: 2.5, pt: 1, pb: 0.5, typography: 'table', color: 'ink3' }}>
              {group.title}
            </Box>
            {group.items.map((item, index) => {
              const place = firstOf(group) + index
              return (
                <Option key={item.id} id={`${id}-${place}`} item={item} chosen={place === current} onRun={() => run(item)} />
              )
            })}
          </Box>
        ))}
      </Box>
      <Box role="status" sx={unseen}>
        {news}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 2.5, py: 1.25, bgcolor: 'sunken', typography: 'table', color: 'ink2' }}>
        <span>
          <KeyCap keys="up down" /> {translate('palette.move')}
        </span>
        <span>
          <KeyCap keys="enter" /> {translate('palette.open')}
        </span>
        {press ? (
          <span>
            <KeyCap keys="ctrl+enter" /> {press.text}
          </span>
        ) : null}
        <Box component="span" sx={{ marginInlineStart: 'auto' }}>
          {translate('palette.not_kept')}
        </Box>
      </Box>
    </Dialog>
  )
}

function Option({ id, item, chosen, onRun }: { id: string; item: PaletteItem; chosen: boolean; onRun: () => void }) {
  return (
    <Box
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={item.refused}
      ref={(element: HTMLElement | null) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={onRun}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 2.5,
        py: 1,
        minHeight: 40,
        cursor: item.refused ? 'default' : 'pointer',
        color: item.refused ? 'ink2' : 'ink',
        bgcolor: chosen ? 'accentSoft' : 'transparent',
      }}
    >
      <Icon name={item.icon} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {item.text}
        {item.detail ? <Box sx={{ typography: 'table', color: 'ink2' }}>{item.detail}</Box> : null}
      </Box>
      {item.aside ? <Box sx={{ typography: 'table', color: 'ink3' }}>{item.aside}</Box> : null}
      {chosen && !item.refused ? <KeyCap keys="enter" /> : null}
    </Box>
  )
}
