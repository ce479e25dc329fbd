import { useTranslate } from 'ra-core'
import { ServiceState } from '#client/portals/ServiceState.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { PortalLine } from '#domain/contracts/portals.ts'

const columns: Column<PortalLine>[] = [
  { key: 'name', heading: 'portals.name', cell: (row) => row.name },
  { key: 'state', heading: 'staff.state', cell: (row) => <ServiceState state={row.serviceState} /> },
  { key: 'law', heading: 'sites.jurisdiction', cell: (row) => row.jurisdictions.map((one) => one.replace('US-', '')).join(', ') || '–', from: 'sm' },
  { key: 'zone', heading: 'sites.zone', cell: (row) => row.timeZone, from: 'md' },
  { key: 'version', heading: 'portals.version', cell: (row) => row.versionInForce ?? '–', align: 'right' },
  { key: 'versions', heading: 'portals.versions', cell: (row) => row.versions, align: 'right', from: 'sm' },
]

/** The portals, what each does today, and which version of its rules is in force. */
export default function PortalsPage() {
  const translate = useTranslate()
  const list = useConsoleList<PortalLine>('portals')
  return (
    <Page name="shell.portals" title={translate('shell.portals')} under={translate('portals.under')}>
      <ListCard
        list={list}
        label={translate('shell.portals')}
        columns={columns}
        to={(row) => `/portals/${row.id}`}
        empty={<EmptyState kind="first-day" title={translate('portals.none')} />}
      />
    </Page>
  )
}
