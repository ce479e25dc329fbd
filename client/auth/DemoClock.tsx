import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { moveClock, startOver } from '#client/auth/sign-in.ts'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { PracticeTime } from '#client/layout/PracticeTime.tsx'
import { useSessionState } from '#client/layout/session.ts'
import { PracticeZone } from '#client/ui/practice.ts'
import { TextButton } from '#client/ui/TextLink.tsx'

const steps = [
  { label: 'demo.hour', minutes: 60 },
  { label: 'demo.day', minutes: 24 * 60 },
  { label: 'demo.week', minutes: 7 * 24 * 60 },
] as const

/** The demo's clock: what it says, how to move it on, and the way back to the first day. */
export function DemoClock() {
  const translate = useTranslate()
  const { practice } = useSessionState()
  const { attempt, fault, pending } = useAttempt()
  const [moving, setMoving] = useState(false)
  if (!practice) return null
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, rowGap: 0.5, color: 'ink2' }}>
        <span>
          {translate('demo.clock')}{' '}
          <Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>
            <PracticeZone value={practice.timeZone}>
              <PracticeTime />
            </PracticeZone>
          </Box>
        </span>
        {moving ? (
          steps.map(({ label, minutes }) => (
            <TextButton key={label} type="button" disabled={pending} onClick={() => void attempt(() => moveClock(minutes))}>
              {translate(label)}
            </TextButton>
          ))
        ) : (
          <TextButton type="button" onClick={() => setMoving(true)}>
            {translate('demo.move')}
          </TextButton>
        )}
        <TextButton type="button" disabled={pending} onClick={() => void attempt(startOver)}>
          {translate('demo.start_over')}
        </TextButton>
      </Box>
      <FaultNote fault={fault} />
    </Box>
  )
}
