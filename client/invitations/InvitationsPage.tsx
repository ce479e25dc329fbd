import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { InvitationRow } from '#domain/contracts/invitations.ts'
import { InvitationFilters, type InvitationFilter } from '#client/invitations/InvitationFilters.tsx'
import { InvitationParts } from '#client/invitations/InvitationParts.tsx'
import { PagesCard } from '#client/layout/PagesCard.tsx'
import { usePages } from '#client/layout/use-pages.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Until } from '#client/ui/Until.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'

const PER_PAGE = 50

function columnsOf(translate: TranslateFunction): Column<InvitationRow>[] {
  return [
    { key: 'who', heading: 'invitations.patient', cell: (row) => <WhoCell {...row} /> },
    { key: 'portal', heading: 'invitations.filter_portal', cell: (row) => row.portalName, from: 'lg' },
    { key: 'address', heading: 'invitations.address', cell: (row) => row.addressMasked ?? translate('invitations.at_desk'), from: 'md' },
    { key: 'state', heading: 'invitations.is', cell: (row) => <InvitationState state={row.state} channel={row.channel} /> },
    { key: 'sent', heading: 'invitations.sent', cell: (row) => <Moment at={row.sentAt} />, from: 'md' },
    { key: 'ends', heading: 'invitations.ends', cell: (row) => <Until at={row.endsAt} />, from: 'lg' },
    { key: 'next', heading: 'invitations.next', align: 'right', cell: (row) => <NextStep row={row} /> },
  ]
}

/** Invitations that are out or were: those that need help first, each with what can be known of it and its one next step. */
export default function InvitationsPage() {
  const translate = useTranslate()
  const [filter, setFilter] = useState<InvitationFilter>({ need: 'help', state: '', portalId: '', siteId: '' })
  const { need, state, portalId, siteId } = filter
  const body = { need, limit: PER_PAGE, ...(state ? { state } : {}), ...(portalId ? { portalId } : {}), ...(siteId ? { siteId } : {}) }
  const pages = usePages<InvitationRow>({ resource: 'invitations', path: '/invitations/search', body, keyOf: (row) => row.id })
  return (
    <InvitationParts under={translate('invitations.under')}>
      <InvitationFilters filter={filter} onChange={setFilter} />
      <PagesCard
        pages={pages}
        label={translate('invitations.title')}
        perPage={PER_PAGE}
        rowKey={(row) => row.id}
        columns={columnsOf(translate)}
        to={(row) => `/invitations/${row.id}`}
        empty={<EmptyState kind={need === 'help' ? 'all-done' : 'nothing-found'} title={translate(need === 'help' ? 'invitations.none_help' : 'invitations.none')} text={translate('invitations.none_text')} />}
      />
    </InvitationParts>
  )
}

/** What can be done now; where nothing is to be done, plain words. */
function NextStep({ row }: { row: InvitationRow }) {
  const translate = useTranslate()
  const words = translate(`invitations.action.${row.next}`)
  if (row.next === 'nothing' || row.next === 'wait') return <span>{words}</span>
  return <TextLink to={`/invitations/${row.id}`} aria-label={`${words} ${row.name}`}>{words}</TextLink>
}
