import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { UnownedResults } from '#domain/contracts/result-care.ts'
import { AssignPanel } from '#client/results/AssignPanel.tsx'
import { CareTabs } from '#client/results/CareTabs.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Born } from '#client/ui/Born.tsx'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type Row = UnownedResults['rows'][number]

/** Results that nobody looks after: each is given to a clinician; what it says is not shown here. */
export default function UnownedPage() {
  const translate = useTranslate()
  const [afters, setAfters] = useState<readonly string[]>([])
  const [gives, setGives] = useState<Row | null>(null)
  const after = afters.at(-1)
  const { data, error, refetch } = useRead<UnownedResults>('results', { path: '/results/unowned', body: after === undefined ? {} : { after } }, true, ['staff', 'practitioners'])
  const { next = null } = data ?? {}
  return (
    <Page name="results.unowned" title={translate('results.unowned')} under={translate('results.unowned_under')} tabs={<CareTabs />}>
      <Card flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={6} /> : null}
        {data && data.rows.length === 0 ? <EmptyState kind="all-done" title={translate('results.unowned_none')} /> : null}
        {data && data.rows.length > 0 ? <Rows label={translate('results.unowned')} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate, setGives)} to={(row) => `/patients/${row.patientId}`} /> : null}
        {next !== null || afters.length > 0 ? (
          <Box sx={{ display: 'flex', gap: 1, p: 2 }}>
            {afters.length > 0 ? <Button size="small" onClick={() => setAfters(afters.slice(0, -1))}>{translate('ra.navigation.previous')}</Button> : null}
            {next === null ? null : <Button size="small" onClick={() => setAfters([...afters, next])}>{translate('ra.navigation.next')}</Button>}
          </Box>
        ) : null}
      </Card>
      {gives ? <AssignPanel row={gives} onDone={() => setGives(null)} onClose={() => setGives(null)} /> : null}
    </Page>
  )
}

function columnsOf(translate: TranslateFunction, onGive: (row: Row) => void): Column<Row>[] {
  return [
    { key: 'who', heading: 'results.patient_heading', cell: (row) => row.patientName },
    { key: 'born', heading: 'results.born_heading', cell: (row) => <Born birthDate={row.birthDate} age={row.age} />, from: 'md' },
    { key: 'portal', heading: 'results.portal', cell: (row) => row.portalName, from: 'lg' },
    { key: 'arrived', heading: 'results.arrived_heading', cell: (row) => <Moment at={row.arrivedAt} /> },
    { key: 'is', heading: 'results.is', cell: (row) => (row.critical ? <StateChip state="emergency">{translate('results.chip_critical')}</StateChip> : translate(`results.short.${row.group}`)) },
    { key: 'act', heading: 'results.act_heading', align: 'right', cell: (row) => <Button size="small" aria-label={`${translate('results.assign_open')} ${row.patientName}`} onClick={() => onGive(row)}>{translate('results.assign_open')}</Button> },
  ]
}
