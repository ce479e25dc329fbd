import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { unseen } from '#client/ui/unseen.ts'

export type RailStep = {
  key: string
  title: string
  /** What was recorded, or what comes. */
  detail: string
  state: 'done' | 'now' | 'to-come'
  /** A step that can be looked at again. */
  onOpen?: () => void
}

const disc = { width: 24, height: 24, borderRadius: '50%', display: 'inline-flex', alignItems: 'center', justifyContent: 'center', flex: 'none', typography: 'small', fontWeight: 600 } as const
const looks = {
  done: { color: 'accent', bgcolor: 'accentSoft' },
  now: { color: 'onAccent', bgcolor: 'accent' },
  'to-come': { color: 'ink3', border: '1.5px solid', borderColor: 'line2' },
} as const

/** The steps of a form with what each recorded; the one being done has a ground. On a narrow screen only that one has words. */
export function StepRail({ label, steps }: { label: string; steps: readonly RailStep[] }) {
  return (
    <Box component="ol" aria-label={label} sx={{ display: { xs: 'flex', lg: 'grid' }, gap: { xs: 0.5, lg: 1 }, alignContent: 'start' }}>
      {steps.map((step, place) => (
        <Box component="li" key={step.key} aria-current={step.state === 'now' ? 'step' : undefined} sx={{ minWidth: 0, flex: { xs: step.state === 'now' ? '1 1 auto' : 'none', lg: 'auto' } }}>
          <RailLine step={step} number={place + 1} />
        </Box>
      ))}
    </Box>
  )
}

function RailLine({ step, number }: { step: RailStep; number: number }) {
  const translate = useTranslate()
  const isNow = step.state === 'now'
  const words = { display: { xs: isNow ? 'block' : 'none', lg: 'block' }, minWidth: 0 } as const
  return (
    <Box
      {...(step.onOpen ? { component: 'button', type: 'button', onClick: step.onOpen } : {})}
      sx={{
        ...(step.onOpen ? { all: 'unset', cursor: 'pointer' } : {}),
        boxSizing: 'border-box', display: 'flex', gap: 1.5, width: '100%', px: { xs: 1, lg: 1.5 }, py: { xs: 0.75, lg: 1 }, borderRadius: 1, border: '1px solid',
        borderColor: isNow ? 'line' : 'transparent', bgcolor: isNow ? 'surface' : 'transparent',
        '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 2 },
      }}
    >
      <Box component="span" sx={{ ...disc, ...looks[step.state] }}>
        {step.state === 'done' ? <Icon name="check" size={14} /> : number}
      </Box>
      <Box component="span" sx={words}>
        <Box component="span" sx={{ display: 'block', fontWeight: isNow ? 500 : 450, color: step.state === 'to-come' ? 'ink3' : 'ink' }}>{step.title}</Box>
        <Box component="span" sx={{ display: 'block', typography: 'small', color: step.state === 'to-come' ? 'ink3' : 'ink2', overflowWrap: 'anywhere' }}>{step.detail}</Box>
      </Box>
      {step.state === 'done' ? <Box component="span" sx={unseen}>{translate('ui.step_done')}</Box> : null}
    </Box>
  )
}
