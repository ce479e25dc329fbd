import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { sendSecondFactor } from '#client/auth/sign-in.ts'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { Field } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

/** The second factor on its own step: a 6-digit code, or a recovery code. */
export function CodeStep({ onBack }: { onBack: () => void }) {
  const translate = useTranslate()
  const { attempt, pending, fault } = useAttempt()
  const [typed, setTyped] = useState('')
  const [byRecovery, setByRecovery] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const proof = byRecovery ? { recoveryCode: typed.trim() } : { code: typed.trim() }
    await attempt(() => sendSecondFactor(proof))
  }
  return (
    <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <Field
        key={String(byRecovery)}
        label={translate(byRecovery ? 'auth.recovery_code' : 'auth.code')}
        hint={translate(byRecovery ? 'auth.recovery_hint' : 'auth.code_hint')}
        inputMode={byRecovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoFocus
        required
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <FaultNote fault={fault} />
      <Button type="submit" variant="contained" disabled={pending}>
        {translate('auth.sign_in')} <KeyCap keys="enter" />
      </Button>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <TextButton
          type="button"
          onClick={() => {
            setTyped('')
            setByRecovery(!byRecovery)
          }}
        >
          {translate(byRecovery ? 'auth.use_code' : 'auth.use_recovery')}
        </TextButton>
        <TextButton type="button" onClick={onBack}>
          {translate('auth.other_name')}
        </TextButton>
      </Box>
    </Box>
  )
}
