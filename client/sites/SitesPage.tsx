import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import { SitePanel } from '#client/sites/SitePanel.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { Site } from '#domain/contracts/sites.ts'

function columnsWith(translate: TranslateFunction, onChange: ((site: Site) => void) | null): Column<Site>[] {
  return [
    { key: 'name', heading: 'sites.name', cell: (row) => row.name },
    { key: 'law', heading: 'sites.jurisdiction', cell: (row) => row.jurisdiction },
    { key: 'zone', heading: 'sites.zone', cell: (row) => row.timeZone, from: 'md' },
    { key: 'phone', heading: 'sites.phone', cell: (row) => row.phone ?? '–', from: 'sm' },
    {
      key: 'state',
      heading: 'staff.state',
      cell: (row) => (row.retired ? <StateChip state="blocked">{translate('sites.retired')}</StateChip> : translate('sites.open')),
    },
    ...(onChange
      ? [
          {
            key: 'change',
            heading: 'sites.act',
            align: 'right' as const,
            cell: (row: Site) => (
              <TextButton type="button" aria-label={`${translate('sites.change')}: ${row.name}`} onClick={() => onChange(row)}>
                {translate('sites.change')}
              </TextButton>
            ),
          },
        ]
      : []),
  ]
}

/** Places where patients are seen, each with its own zone and law. */
export default function SitesPage() {
  const translate = useTranslate()
  const notify = useNotify()
  const mayChange = useMay('site.change') === 'Y'
  const list = useConsoleList<Site>('sites', { sort: { field: 'name', order: 'ASC' } })
  const [open, setOpen] = useState<Site | 'new' | null>(null)
  const columns = columnsWith(translate, mayChange ? setOpen : null)
  return (
    <Page
      name="shell.sites"
      title={translate('shell.sites')}
      actions={
        mayChange ? (
          <Button variant="contained" onClick={() => setOpen('new')}>
            {translate('sites.add')}
          </Button>
        ) : null
      }
    >
      <ListCard
        list={list}
        label={translate('shell.sites')}
        columns={columns}
        empty={<EmptyState kind="first-day" title={translate('sites.none')} />}
      />
      {open ? (
        <SitePanel
          site={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            notify('sites.kept', { type: 'success' })
          }}
        />
      ) : null}
    </Page>
  )
}
