import Button, { type ButtonProps } from '@mui/material/Button'
import { useLocale } from 'ra-core'
import type { ReactNode } from 'react'
import { refusalOf } from '#domain/reasons.ts'
import type { Decision } from '#domain/decision.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

type DecisionButtonProps = {
  decision: Decision
  onClick: () => void
  keys?: string
  children: ReactNode
} & Pick<ButtonProps, 'variant' | 'size'>

/** A button that obeys a policy: what it does where that is allowed, and where it is not, why, and what to do instead. */
export function DecisionButton({ decision, onClick, keys, children, ...look }: DecisionButtonProps) {
  const language = useLocale() === 'es' ? 'es' : 'en'
  if (!decision.allowed) {
    return (
      <RefusedButton why={refusalOf(decision.code, language, decision.facts)} size={look.size === 'small' ? 'small' : 'medium'}>
        {children}
      </RefusedButton>
    )
  }
  return (
    <Button {...look} onClick={onClick}>
      {children} {keys ? <KeyCap keys={keys} /> : null}
    </Button>
  )
}
