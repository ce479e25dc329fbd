import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Navigate, useNavigate, useTranslate } from 'ra-core'
import { useEffect, useState, type FormEvent } from 'react'
import { DoorFrame } from '#client/auth/DoorFrame.tsx'
import { FactorStep } from '#client/auth/FactorStep.tsx'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { sendSetUp, type NewFactor, type SetUp } from '#client/auth/joining.ts'
import { SetUpFields } from '#client/auth/SetUpFields.tsx'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { refreshSession } from '#client/layout/auth-provider.ts'
import { useSessionState } from '#client/layout/session.ts'

const empty: SetUp = {
  secret: '', practiceName: '', timeZone: 'America/New_York', name: '', userName: '', email: '', password: '',
}

/** First run: with the secret that the server printed, the practice gets its name and its first administrator. */
export default function SetUpPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { practice } = useSessionState()
  const { attempt, pending, fault } = useAttempt()
  const [typed, setTyped] = useState(empty)
  const [factor, setFactor] = useState<NewFactor | null>(null)
  useEffect(() => {
    if (!practice) void refreshSession().catch(() => undefined)
  }, [practice])
  if (practice && !practice.needsSetUp && !factor) return <Navigate to="/login" replace />
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFactor(await attempt(() => sendSetUp(typed)))
  }
  return (
    <DoorFrame>
      <Box component="h1" sx={{ typography: 'figure', mb: 1 }}>
        {translate(factor ? 'join.factor_title' : 'join.set_up')}
      </Box>
      {factor ? (
        <FactorStep factor={factor} door="set-up" onDone={() => void navigate('/', { replace: true })} />
      ) : (
        <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
          <Box component="p" sx={{ color: 'ink2' }}>
            {translate('join.set_up_text')}
          </Box>
          <SetUpFields typed={typed} onChange={setTyped} errors={fault?.errors ?? {}} />
          {fault?.errors ? null : <FaultNote fault={fault} />}
          <Button type="submit" variant="contained" disabled={pending}>
            {translate('join.go_on')}
          </Button>
        </Box>
      )}
    </DoorFrame>
  )
}
