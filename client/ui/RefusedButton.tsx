import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useId, useState, type ReactNode } from 'react'
import type { RefusalText } from '#client/ui/refused.ts'

type RefusedButtonProps = { why: Pick<RefusalText, 'message' | 'next' | 'rule'>; above?: boolean; size?: 'small' | 'medium'; children: ReactNode }

/** A control that is refused: it keeps its place with a dashed border, stays focusable, and says why on focus and on press. */
export function RefusedButton({ why, above = false, size = 'medium', children }: RefusedButtonProps) {
  const translate = useTranslate()
  const id = useId()
  const [told, setTold] = useState(false)
  return (
    <Box sx={{ position: 'relative', display: 'inline-block' }}>
      <Button
        size={size}
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        onClick={() => setTold(true)}
        onFocus={() => setTold(true)}
        onBlur={() => setTold(false)}
        sx={{ borderStyle: 'dashed', color: 'ink3', cursor: 'help' }}
      >
        {children}
      </Button>
      <Box
        id={id}
        role="status"
        sx={{
          display: told ? 'block' : 'none', position: 'absolute', zIndex: 'tooltip', insetInlineEnd: 0, ...(above ? { bottom: 'calc(100% + 6px)' } : { top: 'calc(100% + 6px)' }),
          width: 'min(320px, 80vw)', p: 1.5, borderRadius: 1, bgcolor: 'surface', border: '1px solid', borderColor: 'line', boxShadow: '0 4px 12px rgb(0 0 0 / 0.16)', typography: 'table',
        }}
      >
        <Box component="strong" sx={{ display: 'block', fontWeight: 600 }}>{why.message}</Box>
        <span>{why.next}</span>{' '}
        {why.rule ? <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>{translate('ui.rule', { rule: why.rule })}</Box> : null}
      </Box>
    </Box>
  )
}
