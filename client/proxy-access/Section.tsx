import Box from '@mui/material/Box'
import { useId, useRef, type ReactNode } from 'react'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type SectionProps = {
  title: string
  /** The key that goes to its first field. */
  jump?: string
  children: ReactNode
}

/** A part of a long dialog, with its heading and the key that goes there. */
export function Section({ title, jump, children }: SectionProps) {
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  useKeys(jump ? [{ keys: jump, group: 'move', run: () => body.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus() }] : [])
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1.25, borderTop: '1px solid', borderColor: 'line', pt: 1.5 }}>
      <Box component="h3" id={id}>
        {title} {jump ? <KeyCap keys={jump} /> : null}
      </Box>
      <Box ref={body} sx={{ display: 'grid', gap: 1.25, minWidth: 0 }}>
        {children}
      </Box>
    </Box>
  )
}

/** Fields side by side where there is room. */
export const fieldGrid = { display: 'grid', gap: 1.5, gridTemplateColumns: { sm: 'repeat(3, minmax(0, 1fr))' }, alignItems: 'start' } as const
