import Box from '@mui/material/Box'
import { useId } from 'react'

type ChoiceProps<T extends string> = {
  label: string
  /** Null: nothing is chosen yet. */
  value: T | null
  autoFocus?: boolean
  options: readonly { value: T; text: string }[]
  onChange: (value: T) => void
}

/** One of a few, each in its own box; arrows move between them as in every radio group. */
export function Choice<T extends string>({ label, value, options, autoFocus = false, onChange }: ChoiceProps<T>) {
  const name = useId()
  return (
    <Box role="radiogroup" aria-label={label} sx={{ display: 'grid', gap: 0.75 }}>
      {options.map((option, place) => (
        <Box
          key={option.value}
          component="label"
          sx={{
            display: 'flex',
            gap: 1.25,
            alignItems: 'center',
            px: 1.25,
            py: 0.75,
            minHeight: 36,
            borderRadius: 1,
            border: '1px solid',
            borderColor: option.value === value ? 'accent' : 'line2',
            bgcolor: option.value === value ? 'accentSoft' : 'surface',
            accentColor: 'var(--pd-palette-accent)',
            cursor: 'pointer',
          }}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            autoFocus={autoFocus && place === 0}
            onChange={() => onChange(option.value)}
            style={{ width: 18, height: 18, margin: 0, flexShrink: 0 }}
          />
          {option.text}
        </Box>
      ))}
    </Box>
  )
}
