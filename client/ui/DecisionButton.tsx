import Box from '@mui/material/Box'
import Button, { type ButtonProps } from '@mui/material/Button'
import { useLocale, useTranslate } from 'ra-core'
import { useId, useState, type ReactNode } from 'react'
import { refusalOf } from '#domain/reasons.ts'
import type { Decision } from '#domain/decision.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'

type DecisionButtonProps = {
  decision: Decision
  onClick: () => void
  keys?: string
  children: ReactNode
} & Pick<ButtonProps, 'variant' | 'size'>

/**
 * A button that obeys a policy. Refused it keeps its place with a dashed border, stays focusable,
 * and says why, and what to do instead, on focus and on press.
 */
export function DecisionButton({ decision, onClick, keys, children, ...look }: DecisionButtonProps) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const id = useId()
  const [told, setTold] = useState(false)
  if (decision.allowed) {
    return (
      <Button {...look} onClick={onClick}>
        {children} {keys ? <KeyCap keys={keys} /> : null}
      </Button>
    )
  }
  const why = refusalOf(decision.code, language, decision.facts)
  return (
    <Box sx={{ position: 'relative', display: 'inline-block' }}>
      <Button
        size={look.size}
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
          display: told ? 'block' : 'none',
          position: 'absolute',
          zIndex: 'tooltip',
          insetInlineEnd: 0,
          top: 'calc(100% + 6px)',
          width: 'min(320px, 80vw)',
          p: 1.5,
          borderRadius: 1,
          bgcolor: 'surface',
          border: '1px solid',
          borderColor: 'line',
          boxShadow: '0 4px 12px rgb(0 0 0 / 0.16)',
          typography: 'table',
        }}
      >
        <Box component="strong" sx={{ display: 'block', fontWeight: 600 }}>
          {why.message}
        </Box>
        <span>{why.next}</span>{' '}
        <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>
          {translate('ui.rule', { rule: why.rule })}
        </Box>
      </Box>
    </Box>
  )
}
