import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Elapsed } from '#client/ui/Elapsed.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { unseen } from '#client/ui/unseen.ts'
import type { Instant } from '#domain/time.ts'

export type LiveStep = {
  key: string
  title: string
  detail?: string
  state: 'done' | 'now' | 'to-come'
  /** When it was done, ISO-8601. */
  at: string | null
}

type LiveStepsProps = { label: string; steps: readonly LiveStep[]; /** Since when the step in hand runs; null: it is not running. */ since: Instant | null }

/** Steps that somebody else takes, as they happen: when each was done, and for how long the one in hand has run. */
export function LiveSteps({ label, steps, since }: LiveStepsProps) {
  const translate = useTranslate()
  return (
    <Box component="ol" aria-label={label}>
      {steps.map((step, place) => {
        const isDone = step.state === 'done'
        const leads = place < steps.length - 1
        return (
          <Box component="li" key={step.key} aria-current={step.state === 'now' ? 'step' : undefined} sx={{ display: 'flex', gap: 1.25, minHeight: leads ? 44 : 24 }}>
            <Box aria-hidden sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', width: 20, flex: 'none' }}>
              <Box
                sx={{
                  width: 18, height: 18, borderRadius: '50%', display: 'inline-flex', alignItems: 'center', justifyContent: 'center', flex: 'none',
                  ...(isDone ? { bgcolor: 'accent', color: 'onAccent' } : { border: '2px solid', borderColor: step.state === 'now' ? 'accent' : 'line2' }),
                  ...(step.state === 'now' ? { boxShadow: '0 0 0 4px var(--pd-palette-accentSoft)' } : {}),
                }}
              >
                {isDone ? <Icon name="check" size={12} /> : null}
              </Box>
              {leads ? <Box sx={{ flex: 1, width: 2, bgcolor: isDone ? 'accent' : 'line', my: 0.25 }} /> : null}
            </Box>
            <Box sx={{ flex: 1, minWidth: 0, pb: 0.5 }}>
              <Box component="span" sx={{ display: 'block', lineHeight: '18px', color: step.state === 'to-come' ? 'ink2' : 'ink' }}>
                {step.title}
                {isDone ? <Box component="span" sx={unseen}>, {translate('ui.step_done')}</Box> : null}
              </Box>
              {step.detail ? <Box component="span" sx={{ display: 'block', typography: 'small', color: 'ink2' }}>{step.detail}</Box> : null}
            </Box>
            <Box sx={{ typography: 'small', color: step.state === 'now' ? 'accent' : 'ink2', fontWeight: step.state === 'now' ? 600 : 450, whiteSpace: 'nowrap' }}>
              {step.at ? <Moment at={step.at} seconds /> : step.state === 'now' && since !== null ? <Elapsed since={since} /> : null}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
