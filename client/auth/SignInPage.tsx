import Box from '@mui/material/Box'
import { Navigate, useNavigate, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { CodeStep } from '#client/auth/CodeStep.tsx'
import { DemoDesks } from '#client/auth/DemoDesks.tsx'
import { DoorFrame } from '#client/auth/DoorFrame.tsx'
import { PasswordStep } from '#client/auth/PasswordStep.tsx'
import { refreshSession } from '#client/layout/auth-provider.ts'
import { placeAfterSignIn, useSessionState } from '#client/layout/session.ts'
import { Note } from '#client/ui/Note.tsx'

/** Sign-in: name and password, then the second factor on its own step; in the demo practice also six desks. */
export default function SignInPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { practice, session, leftBy } = useSessionState()
  const [step, setStep] = useState<'password' | 'second-factor'>('password')
  const isLocked = leftBy !== null
  useEffect(() => {
    if (!practice) void refreshSession().catch(() => undefined)
  }, [practice])
  useEffect(() => {
    if (session) void navigate(placeAfterSignIn('/'), { replace: true })
  }, [session, navigate])
  if (session) return null
  if (practice?.needsSetUp) return <Navigate to="/set-up" replace />
  const title = translate(step === 'second-factor' ? 'auth.second_factor' : isLocked ? 'auth.locked' : 'auth.title')
  return (
    <DoorFrame beside={practice?.mode === 'demo' ? <DemoDesks /> : null} bare={isLocked}>
      <Box component="h1" sx={{ typography: 'figure', mb: isLocked || step === 'second-factor' ? 2 : 0 }}>
        {title}
      </Box>
      {isLocked ? null : (
        <Box component="p" sx={{ color: 'ink2', mb: 2 }}>
          {translate('auth.staff_only', { practice: practice?.name ?? '' })}
        </Box>
      )}
      {step === 'password' ? (
        <PasswordStep focus={practice?.mode !== 'demo'} onDone={(next) => setStep(next === 'done' ? step : next)} />
      ) : (
        <CodeStep onBack={() => setStep('password')} />
      )}
      {isLocked ? null : (
        <Box sx={{ mt: 2 }}>
          <Note icon="key">{translate(step === 'password' ? 'auth.next_factor' : 'auth.lost_factor')}</Note>
        </Box>
      )}
    </DoorFrame>
  )
}
