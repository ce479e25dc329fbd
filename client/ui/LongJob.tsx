import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'

type LongJobProps = {
  title: string
  done: number
  total: number
  /** "sent", "checked": what the first figure counts. */
  unit: string
  pace: string
  /** What failed, if anything did, and what else is to be said. */
  troubles?: { count: string | null; rest: string }
  children?: ReactNode
}

/** Work that takes long: how far, how fast, until when; it can be left and found again. */
export function LongJob({ title, done, total, unit, pace, troubles, children }: LongJobProps) {
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0
  return (
    <Box sx={{ display: 'grid', gap: 1, p: 2 }}>
      <Box component="p" sx={{ typography: 'lead' }}>
        {title}
      </Box>
      <Box
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        sx={{ height: 6, borderRadius: 1, bgcolor: 'sunken' }}
      >
        <Box sx={{ height: 6, borderRadius: 1, bgcolor: 'accent' }} style={{ width: `${share}%` }} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 2, color: 'ink2' }}>
        <span>
          <Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>
            {done}
          </Box>{' '}
          {unit}
        </span>
        <span>{pace}</span>
      </Box>
      {troubles ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, typography: 'table', color: 'ink2' }}>
          {troubles.count ? (
            <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: 'late' }}>
              <Icon name="bounced" size={14} /> {troubles.count}
            </Box>
          ) : null}
          <span>{troubles.count ? '· ' : ''}{troubles.rest}</span>
        </Box>
      ) : null}
      {children ? <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{children}</Box> : null}
    </Box>
  )
}
