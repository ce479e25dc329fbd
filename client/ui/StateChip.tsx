import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

export type State = 'late' | 'due' | 'held' | 'blocked' | 'ok' | 'emergency' | 'bounced' | 'none' | 'note'

const looks: Record<State, { icon: IconName; color: string; ground: string }> = {
  emergency: { icon: 'flag', color: 'late', ground: 'lateSoft' },
  late: { icon: 'late', color: 'late', ground: 'lateSoft' },
  bounced: { icon: 'bounced', color: 'late', ground: 'lateSoft' },
  due: { icon: 'due', color: 'due', ground: 'dueSoft' },
  held: { icon: 'held', color: 'held', ground: 'heldSoft' },
  blocked: { icon: 'blocked', color: 'blocked', ground: 'blockedSoft' },
  ok: { icon: 'ok', color: 'ok', ground: 'okSoft' },
  none: { icon: 'none', color: 'ink2', ground: 'sunken' },
  note: { icon: 'person', color: 'ink2', ground: 'sunken' },
}

/** A state has one look everywhere: its shape, its word and, where there is one, its time. */
export function StateChip({ state, icon, children }: { state: State; icon?: IconName; children: ReactNode }) {
  const look = looks[state]
  return (
    <Box
      component="span"
      data-state={state}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.875,
        py: 0.25,
        borderRadius: 0.75,
        typography: 'small',
        fontWeight: 500,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        color: look.color,
        bgcolor: look.ground,
      }}
    >
      <Icon name={icon ?? look.icon} size={14} />
      {children}
    </Box>
  )
}
