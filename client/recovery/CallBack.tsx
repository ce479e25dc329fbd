import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { LadderState } from '#client/recovery/ladder-state.ts'
import { Field } from '#client/ui/Field.tsx'

type CallBackProps = { proof: NonNullable<CallDesk['proof']>; state: LadderState; onChange: (change: Partial<LadderState>) => void }

/** The number on file to dial, never typed; then two words that whoever picks up says back. No tick box: what was heard is compared. */
export function CallBack({ proof, state, onChange }: CallBackProps) {
  const translate = useTranslate()
  if (proof.state === 'dialling' && proof.dial) {
    return (
      <Pair label={translate('recovery.dial')} shown={proof.dial}>
        <Field key="tail" data-first="" label={translate('recovery.last_two')} inputMode="numeric" maxLength={2} autoComplete="off" value={state.lastTwo} onChange={(event) => onChange({ lastTwo: event.target.value })} />
      </Pair>
    )
  }
  if (proof.state === 'ringing' && proof.words) {
    return (
      <Pair label={translate('recovery.say_words')} shown={proof.words}>
        <Field key="heard" data-first="" label={translate('recovery.heard')} maxLength={60} autoComplete="off" spellCheck={false} value={state.heard} onChange={(event) => onChange({ heard: event.target.value })} />
      </Pair>
    )
  }
  return null
}

function Pair({ label, shown, children }: { label: string; shown: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
      <div>
        <Box sx={{ typography: 'table', color: 'ink2' }}>{label}</Box>
        <Box sx={{ fontSize: '1.25rem', lineHeight: '32px', fontWeight: 600, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>{shown}</Box>
      </div>
      {children}
    </Box>
  )
}
