import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CampaignAnswer } from '#domain/contracts/campaigns.ts'
import { invitationStates } from '#domain/enrollment/words.ts'
import { Card } from '#client/ui/Card.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'

/** What came of the invitations that are out, state by state; states that nobody is in are left away. */
export function CampaignOutcome({ outcome }: Pick<CampaignAnswer, 'outcome'>) {
  const translate = useTranslate()
  const known = invitationStates.filter((state) => (outcome[state] ?? 0) > 0)
  return (
    <Card title={translate('campaigns.outcome')}>
      {known.length === 0 ? <Box sx={{ color: 'ink2' }}>{translate('campaigns.none_sent')}</Box> : null}
      <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
        {known.map((state) => (
          <Box component="li" key={state} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
            <InvitationState state={state} />
            <Box component="span" sx={{ fontWeight: 600 }}>{outcome[state]}</Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
