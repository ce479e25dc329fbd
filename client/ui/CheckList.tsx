import Box from '@mui/material/Box'
import { useId } from 'react'
import { FieldRefusal } from '#client/ui/FieldRefusal.tsx'

type CheckListProps<T extends string> = {
  label: string
  options: readonly { value: T; text: string }[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
  refusal?: string | null
}

/** Several of a few, as boxes to tick. */
export function CheckList<T extends string>({ label, options, chosen, onChange, refusal }: CheckListProps<T>) {
  const id = useId()
  return (
    <Box component="fieldset" aria-describedby={refusal ? id : undefined} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ typography: 'table', color: 'ink2', mb: 0.5, p: 0 }}>
        {label}
      </Box>
      <Box sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', maxHeight: 280, overflowY: 'auto', p: 0.5 }}>
        {options.map(({ value, text }) => (
          <Box component="label" key={value} sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 32, accentColor: 'var(--pd-palette-accent)' }}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
              style={{ width: 18, height: 18, margin: 0, flex: 'none' }}
            />
            {text}
          </Box>
        ))}
      </Box>
      {refusal ? <FieldRefusal id={id}>{refusal}</FieldRefusal> : null}
    </Box>
  )
}
