import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { ReactNode } from 'react'

/** What narrows a list, in one line above it. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'end' }}>{children}</Box>
}

type SwitchProps<T extends string> = { label: string; value: T; options: readonly { value: T; text: string }[]; onChange: (value: T) => void }

/** One of two or three views of the same thing. */
export function Switch<T extends string>({ label, value, options, onChange }: SwitchProps<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_event, next: T | null) => (next ? onChange(next) : undefined)}
      sx={{ minHeight: 40, '& .MuiToggleButton-root': { color: 'ink2', bgcolor: 'surface', px: 1.5 }, '& .MuiToggleButton-root.Mui-selected, & .MuiToggleButton-root.Mui-selected:hover': { color: 'accent', bgcolor: 'accentSoft', fontWeight: 600 } }}
    >
      {options.map((one) => <ToggleButton key={one.value} value={one.value}>{one.text}</ToggleButton>)}
    </ToggleButtonGroup>
  )
}
