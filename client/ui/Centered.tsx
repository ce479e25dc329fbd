import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

export type Tone = 'plain' | 'ok' | 'due' | 'late'

const tones: Record<Tone, { color: string; ground: string }> = {
  plain: { color: 'ink', ground: 'sunken' },
  ok: { color: 'ok', ground: 'okSoft' },
  due: { color: 'due', ground: 'dueSoft' },
  late: { color: 'late', ground: 'lateSoft' },
}

type CenteredProps = { icon: IconName; tone?: Tone; title: ReactNode; text?: ReactNode; children?: ReactNode }

/** The shape that empty, conflict, offline, fault and too-many share: icon, one line, one sentence, a way on. */
export function Centered({ icon, tone = 'plain', title, text, children }: CenteredProps) {
  const { color, ground } = tones[tone]
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', gap: 1, p: 3 }}>
      <Box sx={{ color, bgcolor: ground, borderRadius: '50%', p: 1.25, mb: 0.5, display: 'inline-flex' }}>
        <Icon name={icon} size={20} />
      </Box>
      <Box component="p" sx={{ typography: 'lead' }}>
        {title}
      </Box>
      {text ? (
        <Box component="p" sx={{ typography: 'body1', color: 'ink2', maxWidth: '44ch', textWrap: 'balance' }}>
          {text}
        </Box>
      ) : null}
      {children ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', gap: 1, mt: 0.5 }}>
          {children}
        </Box>
      ) : null}
    </Box>
  )
}
