import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { MissingLabs } from '#domain/contracts/result-care.ts'
import { CareTabs } from '#client/results/CareTabs.tsx'
import { CloseLabPanel } from '#client/results/CloseLabPanel.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

type Row = MissingLabs['rows'][number]

/** Own laboratory work that has not come within a week: each a case that somebody settles (R65). */
export default function MissingLabsPage() {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const mayClose = useMay('missing-lab.close') !== '-'
  const assigns = useMay('result.assign') !== '-'
  const [state, setState] = useState<'open' | 'closed'>('open')
  const [afters, setAfters] = useState<readonly string[]>([])
  const [closes, setCloses] = useState<Row | null>(null)
  const after = afters.at(-1)
  const query = new URLSearchParams({ state, ...(after === undefined ? {} : { after }) }).toString()
  const { data, error, refetch } = useRead<MissingLabs>('missing-labs', { path: `/missing-labs?${query}` }, true, ['results'])
  const { next = null } = data ?? {}
  return (
    <Page
      name="results.missing_title"
      title={translate('results.missing_title')}
      under={translate('results.missing_under')}
      tabs={assigns ? <CareTabs /> : undefined}
      actions={<Switch label={translate('results.which')} value={state} options={[{ value: 'open', text: translate('results.case_open') }, { value: 'closed', text: translate('results.case_closed') }]} onChange={(value) => { setAfters([]); setState(value) }} />}
    >
      <Card flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={6} /> : null}
        {data && data.rows.length === 0 ? <EmptyState kind="all-done" title={translate('results.missing_none')} /> : null}
        {data && data.rows.length > 0 ? <Rows label={translate('results.missing_title')} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate, locale, mayClose && state === 'open' ? setCloses : null)} to={(row) => `/patients/${row.patientId}`} /> : null}
        {next !== null || afters.length > 0 ? (
          <Box sx={{ display: 'flex', gap: 1, p: 2 }}>
            {afters.length > 0 ? <Button size="small" onClick={() => setAfters(afters.slice(0, -1))}>{translate('ra.navigation.previous')}</Button> : null}
            {next === null ? null : <Button size="small" onClick={() => setAfters([...afters, next])}>{translate('ra.navigation.next')}</Button>}
          </Box>
        ) : null}
      </Card>
      {closes ? <CloseLabPanel row={closes} onDone={() => setCloses(null)} onClose={() => setCloses(null)} /> : null}
    </Page>
  )
}

function columnsOf(translate: TranslateFunction, locale: string, onClose: ((row: Row) => void) | null): Column<Row>[] {
  return [
    { key: 'who', heading: 'results.patient_heading', cell: (row) => row.patientName },
    { key: 'what', heading: 'results.test', cell: (row) => row.name },
    { key: 'since', heading: 'results.missing_since', cell: (row) => dateText(row.countsFromOn, locale) },
    { key: 'by', heading: 'results.orderer', cell: (row) => row.orderedByName ?? '–', from: 'md' },
    { key: 'opened', heading: 'results.case_since', cell: (row) => <Moment at={row.openedAt} />, from: 'lg' },
    {
      key: 'act', heading: 'results.act_heading', align: 'right',
      cell: (row) => (onClose ? <Button size="small" aria-label={`${translate('results.case_close')} ${row.name}, ${row.patientName}`} onClick={() => onClose(row)}>{translate('results.case_close')}</Button> : row.outcome ? translate(`results.outcome.${row.outcome}`) : <TextLink to={`/patients/${row.patientId}`}>{translate('results.to_record')}</TextLink>),
    },
  ]
}
