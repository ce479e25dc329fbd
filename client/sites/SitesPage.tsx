import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import { SitePanel } from '#client/sites/SitePanel.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { Site } from '#domain/contracts/sites.ts'

type Acts = { onChange: (site: Site) => void; onRetire: (site: Site) => void }

function columnsWith(translate: TranslateFunction, acts: Acts | null): Column<Site>[] {
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
    ...(acts ? [{ key: 'act', heading: 'sites.act', align: 'right' as const, cell: (row: Site) => (row.retired ? null : <SiteActs site={row} {...acts} />) }] : []),
  ]
}

function SiteActs({ site, onChange, onRetire }: Acts & { site: Site }) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2 }}>
      <TextButton type="button" aria-label={`${translate('sites.change')} ${site.name}`} onClick={() => onChange(site)}>
        {translate('sites.change')}
      </TextButton>
      <TextButton type="button" aria-label={`${translate('sites.retire')} ${site.name}`} onClick={() => onRetire(site)}>
        {translate('sites.retire')}
      </TextButton>
    </Box>
  )
}

/** Places where patients are seen, each with its own zone and law. */
export default function SitesPage() {
  const translate = useTranslate()
  const notify = useNotify()
  const mayChange = useMay('site.change') === 'Y'
  const list = useConsoleList<Site>('sites', { sort: { field: 'name', order: 'ASC' } })
  const [open, setOpen] = useState<Site | 'new' | null>(null)
  const [retiring, setRetiring] = useState<Site | null>(null)
  const columns = columnsWith(translate, mayChange ? { onChange: setOpen, onRetire: setRetiring } : null)
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
      {retiring ? (
        <ReasonPanel
          title={translate('sites.retire_title')}
          effect={translate('sites.retire_effect', { name: retiring.name })}
          confirm={translate('sites.retire')}
          command={() => ({ path: `/sites/${retiring.id}/retire`, version: retiring.version })}
          touched={['sites']}
          wordless
          danger
          onClose={() => setRetiring(null)}
          onDone={() => {
            setRetiring(null)
            notify('sites.retired_now', { type: 'success' })
          }}
        />
      ) : null}
    </Page>
  )
}
