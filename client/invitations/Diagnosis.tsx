import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { DiagnosisAnswer, InvitationAnswer } from '#domain/contracts/invitations.ts'
import { SafeStep } from '#client/invitations/SafeStep.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Say } from '#client/ui/Say.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

/** Good news, something to wait for, something in the way: a shape beside the words. */
function lookOf(action: DiagnosisAnswer['next']['action']): { icon: IconName; color: string } {
  if (action === 'nothing') return { icon: 'ok', color: 'ok' }
  return action === 'wait' || action === 'look-in-junk' || action === 'help-finish' ? { icon: 'due', color: 'due' } : { icon: 'blocked', color: 'late' }
}

/** "Why didn’t I get it?": one cause, one next safe step, and a sentence to say. */
export function Diagnosis({ invitation }: { invitation: InvitationAnswer }) {
  const translate = useTranslate()
  const { diagnosis } = invitation
  const look = lookOf(diagnosis.next.action)
  return (
    <Card title={translate('invitations.why_not')}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Box sx={{ color: look.color, display: 'inline-flex', pt: 0.25 }}>
            <Icon name={look.icon} size={20} />
          </Box>
          <Box component="p" sx={{ typography: 'lead' }}>{diagnosis.message}</Box>
        </Box>
        <Say>{diagnosis.say}</Say>
        <Box component="p" sx={{ color: 'ink2' }}>{diagnosis.next.text}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <SafeStep invitation={invitation} />
          <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>{translate('ui.rule', { rule: diagnosis.rule })}</Box>
        </Box>
      </Box>
    </Card>
  )
}
