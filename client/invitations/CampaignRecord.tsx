import Box from '@mui/material/Box'
import { useParams, useTranslate } from 'ra-core'
import type { CampaignAnswer } from '#domain/contracts/campaigns.ts'
import { CampaignActs } from '#client/invitations/CampaignActs.tsx'
import { CampaignOutcome } from '#client/invitations/CampaignOutcome.tsx'
import { CampaignPeople } from '#client/invitations/CampaignPeople.tsx'
import { CampaignState } from '#client/invitations/CampaignState.tsx'
import { LeftOut } from '#client/invitations/LeftOut.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { momentText } from '#client/ui/format.ts'
import { LongJob } from '#client/ui/LongJob.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { Waiting } from '#client/ui/Waiting.tsx'
import { MINUTE } from '#domain/time.ts'

/** A campaign: how far it is, how fast, what came of it, whom it left out and why; it can be left and found again. */
export default function CampaignRecord() {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const { id = '' } = useParams()
  const { data, error, refetch } = useRead<CampaignAnswer>('campaigns', { path: `/campaigns/${encodeURIComponent(id)}` }, true, ['invitations'])
  if (error) {
    return (
      <Page name="invitations.tab_campaigns" title={translate('invitations.tab_campaigns')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <Waiting rows={8} />
  const { progress, outcome } = data
  const total = progress.sent + progress.waiting
  const failed = (outcome.bounced ?? 0) + (outcome.refused ?? 0)
  const pace = data.endsAbout
    ? `${translate('campaigns.per_hour_until', { perHour: data.perHour })} ${momentText(Date.parse(data.endsAbout), now, zone, locale)}`
    : translate(data.endedAt ? 'campaigns.over' : 'campaigns.paced', { perHour: data.perHour })
  return (
    <Page name="invitations.tab_campaigns" title={data.name} chips={<CampaignState state={data.state} />} under={`${data.portalName} · ${data.siteName ?? translate('campaigns.all_sites')} · ${data.createdBy}`}>
      <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { md: 'minmax(0, 1fr) 360px' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Card flush>
            <LongJob
              title={translate('campaigns.running_title', { name: data.name, total })}
              done={progress.sent}
              total={total}
              unit={translate('campaigns.sent')}
              pace={`${pace} · ${translate('campaigns.waiting', { count: progress.waiting })}`}
              troubles={{ count: failed > 0 ? translate('campaigns.troubles', { count: failed }) : null, rest: translate('campaigns.skipped', { count: progress.leftOut }) }}
            >
              <CampaignActs campaign={data} />
            </LongJob>
          </Card>
          <CampaignPeople campaignId={data.id} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <CampaignOutcome outcome={outcome} />
          <Card>
            <LeftOut lines={data.leftOut} />
          </Card>
        </Box>
      </Box>
    </Page>
  )
}
