import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { CampaignItemRow } from '#domain/contracts/campaigns.ts'
import { campaignItemStates } from '#domain/enrollment/words.ts'
import { PagesCard } from '#client/layout/PagesCard.tsx'
import { usePages } from '#client/layout/use-pages.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'

const PER_PAGE = 50

function columnsOf(translate: TranslateFunction): Column<CampaignItemRow>[] {
  return [
    { key: 'who', heading: 'invitations.patient', cell: (row) => <WhoCell {...row} /> },
    { key: 'state', heading: 'campaigns.is', cell: (row) => (row.invitationState ? <InvitationState state={row.invitationState} /> : translate(`campaigns.item.${row.state}`)) },
    { key: 'why', heading: 'campaigns.why', cell: (row) => row.refusal?.message ?? (row.invitationId ? <TextLink to={`/invitations/${row.invitationId}`}>{translate('enroll.see_invitation')}</TextLink> : '–'), from: 'sm' },
    { key: 'changed', heading: 'campaigns.changed', align: 'right', cell: (row) => <Moment at={row.changedAt} />, from: 'md' },
  ]
}

/** The people of a campaign: whom it reached, with what came of it, and whom it left out, with why. */
export function CampaignPeople({ campaignId }: { campaignId: string }) {
  const translate = useTranslate()
  const [state, setState] = useState('')
  const pages = usePages<CampaignItemRow>({
    resource: 'campaigns', path: `/campaigns/${campaignId}/items`, body: { limit: PER_PAGE, ...(state ? { state } : {}) }, keyOf: (row) => row.patientId, alsoOn: ['invitations'],
  })
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ maxWidth: 260 }}>
        <SelectField label={translate('campaigns.filter')} value={state} onChange={(event) => setState(event.target.value)}>
          <option value="">{translate('campaigns.everybody')}</option>
          {campaignItemStates.map((one) => <option key={one} value={one}>{translate(`campaigns.item.${one}`)}</option>)}
        </SelectField>
      </Box>
      <PagesCard
        pages={pages}
        title={translate('campaigns.people')}
        label={translate('campaigns.people')}
        perPage={PER_PAGE}
        rowKey={(row) => row.patientId}
        columns={columnsOf(translate)}
        to={(row) => `/patients/${row.patientId}`}
        empty={<EmptyState kind="nothing-found" title={translate('campaigns.no_people')} />}
      />
    </Box>
  )
}
