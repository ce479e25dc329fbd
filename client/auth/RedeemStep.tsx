import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { redeemLink, type NewFactor, type OpenLink } from '#client/auth/joining.ts'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { Field } from '#client/ui/Field.tsx'
import { PasswordField } from '#client/ui/PasswordField.tsx'

type RedeemStepProps = { link: OpenLink; token: string; onDone: (factor: NewFactor | null) => void }

/** The password behind a mailed link: a new one, or the one that the person has when only the factor is lost. */
export function RedeemStep({ link, token, onDone }: RedeemStepProps) {
  const translate = useTranslate()
  const { attempt, pending, fault } = useAttempt()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const isNew = link.purpose !== 'second-factor'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { token, password, ...(link.purpose === 'password' && code ? { code: code.trim() } : {}) }
    const answer = await attempt(async () => ({ factor: await redeemLink(body) }))
    if (answer) onDone(answer.factor)
  }
  return (
    <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <Field label={translate('auth.user_name')} autoComplete="username" value={link.userName} readOnly />
      <PasswordField
        label={translate(isNew ? 'account.new' : 'auth.password')}
        hint={isNew ? translate('account.password_hint') : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoFocus
        required
        value={password}
        refusal={fault?.errors?.password ?? null}
        onChange={(event) => setPassword(event.target.value)}
      />
      {link.purpose === 'password' ? (
        <Field
          label={translate('auth.code')}
          hint={translate('auth.code_hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          refusal={fault?.errors?.code ?? null}
          onChange={(event) => setCode(event.target.value)}
        />
      ) : null}
      {fault?.errors ? null : <FaultNote fault={fault} />}
      <Button type="submit" variant="contained" disabled={pending}>
        {translate('join.go_on')}
      </Button>
    </Box>
  )
}
