import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'
import type { Tone } from '#client/ui/Centered.tsx'

const grounds: Record<Tone, { color: string; ground: string }> = {
  plain: { color: 'ink2', ground: 'sunken' },
  ok: { color: 'ok', ground: 'okSoft' },
  due: { color: 'due', ground: 'dueSoft' },
  late: { color: 'late', ground: 'lateSoft' },
}

type NoteProps = { icon: IconName; tone?: Tone; children: ReactNode; action?: ReactNode; live?: boolean }

/** A note or band: icon, words, and at most one way on. `live` lets screen readers hear it when it appears. */
export function Note({ icon, tone = 'plain', children, action, live = false }: NoteProps) {
  const { color, ground } = grounds[tone]
  return (
    <Box
      role={live ? 'status' : undefined}
      sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', p: 1.5, borderRadius: 1, bgcolor: ground }}
    >
      <Box sx={{ color, display: 'inline-flex', pt: 0.125 }}>
        <Icon name={icon} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {action}
    </Box>
  )
}
