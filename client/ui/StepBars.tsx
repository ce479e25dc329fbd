import Box from '@mui/material/Box'

type StepBarsProps = { label: string; steps: readonly { key: string; state: 'done' | 'now' | 'to-come' }[] }

/** Small bars, one a step: filled, being done, to come. The words beside them say the same. */
export function StepBars({ label, steps }: StepBarsProps) {
  const running = 'repeating-linear-gradient(90deg, var(--pd-palette-accent) 0 4px, transparent 4px 6px)'
  return (
    <Box role="img" aria-label={label} sx={{ display: 'flex', gap: 0.375 }}>
      {steps.map(({ key, state }) => (
        <Box
          key={key}
          sx={{ height: 4, width: 16, borderRadius: 0.5, bgcolor: state === 'done' ? 'accent' : state === 'now' ? 'transparent' : 'line', backgroundImage: state === 'now' ? running : undefined }}
        />
      ))}
    </Box>
  )
}
