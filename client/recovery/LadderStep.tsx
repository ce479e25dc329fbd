import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { unseen } from '#client/ui/unseen.ts'

const looks = {
  done: { color: 'accent', bgcolor: 'accentSoft' },
  now: { color: 'onAccent', bgcolor: 'accent' },
  'to-come': { color: 'ink3', border: '1.5px solid', borderColor: 'line2' },
} as const

type LadderStepProps = { number: number; title: string; state: keyof typeof looks; aside?: ReactNode; children: ReactNode }

/** One of the three steps of a call: done, in hand, or not yet open. */
export function LadderStep({ number, title, state, aside, children }: LadderStepProps) {
  const translate = useTranslate()
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      aria-current={state === 'now' ? 'step' : undefined}
      sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '26px minmax(0, 1fr)' }, columnGap: 1.5, rowGap: 1, px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box aria-hidden sx={{ width: 26, height: 26, borderRadius: '50%', display: { xs: 'none', sm: 'inline-flex' }, alignItems: 'center', justifyContent: 'center', typography: 'table', fontWeight: 600, ...looks[state] }}>
        {state === 'done' ? <Icon name="check" size={14} /> : number}
      </Box>
      <Box sx={{ display: 'grid', gap: 0.75, minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', minHeight: 26, alignItems: 'center' }}>
          <Box component="h3" id={id} sx={{ typography: 'body1', fontWeight: 600 }}>
            {state === 'done' ? `${number} ` : ''}{title}
            {state === 'done' ? <Box component="span" sx={unseen}>, {translate('ui.step_done')}</Box> : null}
          </Box>
          {aside ? <Box sx={{ typography: 'table', color: 'ink3' }}>{aside}</Box> : null}
        </Box>
        {children}
      </Box>
    </Box>
  )
}
