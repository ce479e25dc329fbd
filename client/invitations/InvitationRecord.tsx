import Box from '@mui/material/Box'
import { useParams, useTranslate } from 'ra-core'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { Diagnosis } from '#client/invitations/Diagnosis.tsx'
import { DiagnosisFacts } from '#client/invitations/DiagnosisFacts.tsx'
import { InvitationActs } from '#client/invitations/InvitationActs.tsx'
import { SendHistory } from '#client/invitations/SendHistory.tsx'
import { StepsDone } from '#client/invitations/StepsDone.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** One invitation: why it is where it is, the one next safe step, what to say, and everything that can be known of it. */
export default function InvitationRecord() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const { data, error, refetch } = useRead<InvitationAnswer>('invitations', { path: `/invitations/${encodeURIComponent(id)}` }, true, ['outbox', 'patients'])
  if (error) {
    return (
      <Page name="invitations.record" title={translate('invitations.record')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <Waiting rows={8} />
  return (
    <Page
      name="invitations.record"
      title={data.name}
      chips={<InvitationState state={data.state} channel={data.channel} />}
      under={
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
          <Identity {...data} />
          <span>{translate('invitations.for_portal', { portal: data.portalName })}</span>
        </Box>
      }
      actions={<InvitationActs invitation={data} />}
    >
      <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { md: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Diagnosis invitation={data} />
          <Card title={translate('invitations.history')} flush>
            <SendHistory history={data.history} />
          </Card>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <DiagnosisFacts invitation={data} />
          <StepsDone steps={data.steps} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, typography: 'table' }}>
            <TextLink to={`/patients/${data.patientId}/enrollment`}>{translate('invitations.open_record')}</TextLink>
            {data.enrollmentId ? <TextLink to={`/enroll/${data.enrollmentId}`}>{translate('invitations.open_enrollment')}</TextLink> : null}
            {data.campaignId ? <TextLink to={`/invitations/campaigns/${data.campaignId}`}>{translate('invitations.of_campaign')}</TextLink> : null}
          </Box>
          {data.ended ? (
            <Box component="p" sx={{ typography: 'table', color: 'ink2' }}>
              {data.ended.by ? translate('invitations.ended_by', { name: data.ended.by }) : null} {data.ended.reason}
            </Box>
          ) : null}
        </Box>
      </Box>
    </Page>
  )
}
