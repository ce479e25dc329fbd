import Box from '@mui/material/Box'
import { useId, type ReactNode } from 'react'
import { KeyCap } from '#client/ui/KeyCap.tsx'

type OptionCardProps = {
  group: string
  title: ReactNode
  hint?: ReactNode
  chosen: boolean
  keys?: string
  /** Dashed: it is explained, not taken. */
  refused?: boolean
  onChoose: () => void
  children?: ReactNode
}

/** One of a few ways, in a card of its own; what it asks for opens inside it when it is chosen. */
export function OptionCard({ group, title, hint, chosen, keys, refused = false, onChoose, children }: OptionCardProps) {
  const id = useId()
  return (
    <Box
      sx={{
        borderRadius: 1, border: chosen ? '2px solid' : '1px solid', borderStyle: refused ? 'dashed' : 'solid', borderColor: chosen ? 'accent' : 'line2', m: chosen ? 0 : '1px',
        bgcolor: chosen ? 'accentSoft' : 'surface', '&:has(> label > input:focus-visible)': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 2 },
      }}
    >
      <Box component="label" htmlFor={id} sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start', px: 1.25, py: 1, cursor: 'pointer', accentColor: 'var(--pd-palette-accent)' }}>
        <input id={id} type="radio" name={group} checked={chosen} onChange={onChoose} style={{ width: 18, height: 18, margin: '1px 0 0', flex: 'none' }} />
        <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
          <Box component="span" sx={{ display: 'block', color: 'ink', overflowWrap: 'anywhere' }}>{title}</Box>
          {hint ? <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>{hint}</Box> : null}
        </Box>
        {keys ? <KeyCap keys={keys} /> : null}
      </Box>
      {chosen && children ? <Box sx={{ pb: 1.25, px: 1.25, paddingInlineStart: 5, display: 'grid', gap: 1 }}>{children}</Box> : null}
    </Box>
  )
}
