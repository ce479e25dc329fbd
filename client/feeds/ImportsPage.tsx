import Button from '@mui/material/Button'
import { useLocale, useNavigate, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import { ImportChip } from '#client/feeds/ImportChip.tsx'
import { UploadPanel } from '#client/feeds/UploadPanel.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { useKeys } from '#client/ui/keys.ts'

const newestFirst = { field: 'createdAt', order: 'DESC' } as const

/** Imports with what came of them, newest first; those who may import begin one here. */
export default function ImportsPage() {
  const translate = useTranslate()
  const locale = useLocale()
  const navigate = useNavigate()
  const mayImport = useMay('patient.import') === 'Y'
  const list = useConsoleList<ImportAnswer>('imports', { sort: newestFirst })
  const [uploading, setUploading] = useState(false)
  useKeys(mayImport ? [{ keys: 'n', group: 'act', label: 'feeds.new', run: () => setUploading(true) }] : [])
  const begin = (
    <Button variant="contained" onClick={() => setUploading(true)}>
      {translate('feeds.new')} <KeyCap keys="n" />
    </Button>
  )
  return (
    <Page name="shell.imports" title={translate('shell.imports')} under={translate(mayImport ? 'feeds.under' : 'feeds.under_counts')} actions={mayImport ? begin : null}>
      <ListCard
        list={list}
        label={translate('shell.imports')}
        columns={columnsWith(translate, locale)}
        to={(row) => `/imports/${row.id}`}
        empty={<EmptyState kind="first-day" title={translate('feeds.none')} text={translate('feeds.none_text')} />}
      />
      {uploading ? <UploadPanel onDone={(id) => void navigate(`/imports/${id}`)} onClose={() => setUploading(false)} /> : null}
    </Page>
  )
}

function columnsWith(translate: TranslateFunction, locale: string): Column<ImportAnswer>[] {
  const figure = (value: number) => value.toLocaleString(locale)
  return [
    { key: 'source', heading: 'feeds.source', cell: (row) => row.source },
    {
      key: 'state',
      heading: 'feeds.state_heading',
      cell: (row) => (
        <>
          <ImportChip row={row} /> {row.dryRun ? <StateChip state="note" icon="flask">{translate('feeds.trial')}</StateChip> : null}
        </>
      ),
    },
    { key: 'at', heading: 'feeds.begun', cell: (row) => <Moment at={row.startedAt ?? row.createdAt} />, from: 'md' },
    { key: 'read', heading: 'feeds.read', cell: (row) => figure(row.read), align: 'right', from: 'sm' },
    { key: 'created', heading: 'feeds.created', cell: (row) => figure(row.created), align: 'right', from: 'md' },
    { key: 'changed', heading: 'feeds.changed', cell: (row) => figure(row.changed), align: 'right', from: 'md' },
    { key: 'unchanged', heading: 'feeds.unchanged', cell: (row) => figure(row.unchanged), align: 'right', from: 'lg' },
    { key: 'refused', heading: 'feeds.refused', cell: (row) => figure(row.refused), align: 'right', from: 'sm' },
  ]
}
