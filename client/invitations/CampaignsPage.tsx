import Button from '@mui/material/Button'
import { LinkBase, useTranslate, type TranslateFunction } from 'ra-core'
import type { campaignList } from '#domain/contracts/campaigns.ts'
import type { z } from 'zod'
import { CampaignState } from '#client/invitations/CampaignState.tsx'
import { InvitationParts } from '#client/invitations/InvitationParts.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type List = z.infer<typeof campaignList>
type Row = List['rows'][number]

function columnsOf(translate: TranslateFunction): Column<Row>[] {
  return [
    { key: 'name', heading: 'campaigns.name', cell: (row) => row.name },
    { key: 'to', heading: 'campaigns.portal', cell: (row) => `${row.portalName} · ${row.siteName ?? translate('campaigns.all_sites')}`, from: 'md' },
    { key: 'state', heading: 'campaigns.is', cell: (row) => <CampaignState state={row.state} /> },
    { key: 'progress', heading: 'campaigns.progress', align: 'right', cell: ({ progress }) => `${progress.sent} / ${progress.sent + progress.waiting}` },
    { key: 'created', heading: 'campaigns.created', align: 'right', cell: (row) => <Moment at={row.createdAt} />, from: 'md' },
  ]
}

/** Campaigns, newest first: how far each is. */
export default function CampaignsPage() {
  const translate = useTranslate()
  const mayRun = useMay('campaign.run') !== '-'
  const { data, error, refetch } = useRead<List>('campaigns', { path: '/campaigns' })
  const start = mayRun ? <Button component={LinkBase} to="/invitations/campaigns/new" variant="contained">{translate('campaigns.new')}</Button> : null
  return (
    <InvitationParts under={translate('campaigns.under')} actions={data && data.rows.length > 0 ? start : null}>
      <Card flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={4} /> : null}
        {data && data.rows.length === 0 ? <EmptyState kind="first-day" title={translate('campaigns.none')} text={translate('campaigns.none_text')}>{start}</EmptyState> : null}
        {data && data.rows.length > 0 ? <Rows label={translate('invitations.tab_campaigns')} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate)} to={(row) => `/invitations/campaigns/${row.id}`} /> : null}
      </Card>
    </InvitationParts>
  )
}
