import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import Button from '@mui/material/Button'
import type { ReleasedAnswer } from '#domain/contracts/results.ts'
import { RecallPanel } from '#client/results/RecallPanel.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Born } from '#client/ui/Born.tsx'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type Row = ReleasedAnswer['rows'][number]

/** What this person released lately, whether it was opened, and the way to take it back. */
export default function ReleasedPage() {
  const translate = useTranslate()
  const [days, setDays] = useState<'1' | '7' | '30'>('1')
  const [recalls, setRecalls] = useState<Row | null>(null)
  const { data, error, refetch } = useRead<ReleasedAnswer>('results', { path: '/results/released', body: { days: Number(days) } })
  return (
    <Page
      name="results.released_title"
      title={translate('results.released_title')}
      under={<TextLink to="/results">{translate('results.back_to_list')}</TextLink>}
      actions={<Switch label={translate('results.span')} value={days} options={(['1', '7', '30'] as const).map((value) => ({ value, text: translate('results.days', { smart_count: Number(value) }) }))} onChange={setDays} />}
    >
      <Card flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={6} /> : null}
        {data && data.rows.length === 0 ? <EmptyState kind="nothing-found" title={translate('results.released_none')} /> : null}
        {data && data.rows.length > 0 ? <Rows label={translate('results.released_title')} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate, setRecalls)} to={(row) => `/results/${row.id}`} /> : null}
      </Card>
      {recalls ? <RecallPanel result={{ ...recalls, needsStepUp: recalls.sensitive }} onDone={() => setRecalls(null)} onClose={() => setRecalls(null)} /> : null}
    </Page>
  )
}

function columnsOf(translate: TranslateFunction, onRecall: (row: Row) => void): Column<Row>[] {
  return [
    { key: 'what', heading: 'results.test', cell: (row) => row.name },
    { key: 'who', heading: 'results.patient_heading', cell: (row) => <>{row.patientName} · <Born birthDate={row.birthDate} age={row.age} /></> },
    { key: 'portal', heading: 'results.portal', cell: (row) => row.portalName, from: 'lg' },
    { key: 'at', heading: 'results.released_at', cell: (row) => <Moment at={row.releasedAt} /> },
    { key: 'viewed', heading: 'results.viewed', cell: (row) => (row.firstViewedAt ? <StateChip state="due" icon="eye">{translate('results.opened')} <Moment at={row.firstViewedAt} /></StateChip> : <StateChip state="none">{translate('results.not_opened')}</StateChip>) },
    { key: 'act', heading: 'results.act_heading', align: 'right', cell: (row) => <Button size="small" onClick={() => onRecall(row)} aria-label={`${translate('results.recall_open')} ${row.name}, ${row.patientName}`} sx={{ color: 'late', borderColor: 'late' }}>{translate('results.recall_open')}</Button> },
  ]
}
