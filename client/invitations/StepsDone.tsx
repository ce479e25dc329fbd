import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { Card } from '#client/ui/Card.tsx'
import { LiveSteps, type LiveStep } from '#client/ui/LiveSteps.tsx'

const steps = ['openedAt', 'connectedAt', 'termsAt', 'agreementAt', 'acceptedAt'] as const

/** What the patient has done of it, with the instants. */
export function StepsDone({ steps: done }: Pick<InvitationAnswer, 'steps'>) {
  const translate = useTranslate()
  const lines: LiveStep[] = steps.map((step) => ({
    key: step,
    title: translate(`invitations.step.${step}`),
    ...(step === 'acceptedAt' && done.acceptedVia ? { detail: translate('invitations.via', { via: done.acceptedVia }) } : {}),
    state: done[step] ? 'done' : 'to-come',
    at: done[step],
  }))
  return (
    <Card title={translate('invitations.steps')}>
      {done.openedAt || done.connectedAt || done.acceptedAt ? <LiveSteps label={translate('invitations.steps')} steps={lines} since={null} /> : <Box sx={{ color: 'ink2' }}>{translate('invitations.not_yet')}</Box>}
    </Card>
  )
}
