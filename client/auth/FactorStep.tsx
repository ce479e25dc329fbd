import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { confirmFactor, takeJoined, type NewFactor } from '#client/auth/joining.ts'
import { QrCode } from '#client/ui/QrCode.tsx'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { CodeList } from '#client/ui/CodeList.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { SessionAnswer } from '#domain/contracts/session.ts'

type FactorStepProps = { factor: NewFactor; door: 'set-up' | 'staff-invitations'; onDone: () => void }

/** The new second factor: scan it or type it, show its first code, then write the recovery codes down. */
export function FactorStep({ factor, door, onDone }: FactorStepProps) {
  const translate = useTranslate()
  const { attempt, pending, fault } = useAttempt()
  const [code, setCode] = useState('')
  const [joined, setJoined] = useState<(SessionAnswer & { recoveryCodes: string[] }) | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await attempt(() => confirmFactor(door, code.trim()))
    if (answer) setJoined(answer)
  }
  if (joined) {
    return (
      <Box sx={{ display: 'grid', gap: 2 }}>
        <p>{translate('join.codes')}</p>
        <CodeList codes={joined.recoveryCodes} />
        <Button
          variant="contained"
          autoFocus
          onClick={() => {
            takeJoined(joined)
            onDone()
          }}
        >
          {translate('join.written_down')}
        </Button>
      </Box>
    )
  }
  return (
    <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <p>{translate('join.scan')}</p>
      <QrCode text={factor.uri} label={translate('join.qr')} />
      <Box component="p" sx={{ typography: 'table', color: 'ink2', overflowWrap: 'anywhere' }}>
        {translate('join.by_hand')} <code>{factor.secret}</code>
      </Box>
      <Field
        label={translate('auth.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <FaultNote fault={fault} />
      <Button type="submit" variant="contained" disabled={pending}>
        {translate('join.confirm')}
      </Button>
    </Box>
  )
}
