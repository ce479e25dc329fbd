import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { PasswordField } from '#client/ui/PasswordField.tsx'
import { sendPassword, type NextStep } from '#client/auth/sign-in.ts'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { Field } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'

type PasswordStepProps = { onDone: (next: NextStep) => void; focus: boolean }

/** User name and password; beside the demo's desks the field is not focused, so that their number keys work. */
export function PasswordStep({ onDone, focus }: PasswordStepProps) {
  const translate = useTranslate()
  const { attempt, pending, fault } = useAttempt()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const next = await attempt(() => sendPassword(userName, password))
    if (next) onDone(next)
  }
  return (
    <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <Field
        label={translate('auth.user_name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={focus}
        required
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
      />
      <PasswordField
        label={translate('auth.password')}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FaultNote fault={fault} />
      <Button type="submit" variant="contained" disabled={pending}>
        {translate('auth.sign_in')} <KeyCap keys="enter" />
      </Button>
    </Box>
  )
}
