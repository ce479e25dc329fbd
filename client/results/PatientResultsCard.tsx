import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import Box from '@mui/material/Box'
import type { PatientResults } from '#domain/contracts/results.ts'
import { ResultChip } from '#client/results/ResultChip.tsx'
import { TimelinePanel } from '#client/results/TimelinePanel.tsx'
import { useSpoken } from '#client/results/use-spoken.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type Row = PatientResults['rows'][number]

/** Results of one patient, newest first: what is so for the patient, by which rule, and since when it has shown. */
export function PatientResultsCard({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const said = useSpoken()
  const [timeline, setTimeline] = useState<Row | null>(null)
  const { data, error, refetch } = useRead<PatientResults>('results', { path: `/patients/${encodeURIComponent(patientId)}/results` })
  return (
    <Card title={translate('results.title')} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={5} /> : null}
      {data && data.rows.length === 0 ? <EmptyState kind="nothing-found" title={translate('results.none_here')} /> : null}
      {data && data.rows.length > 0 ? <Rows label={translate('results.title')} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate, said, setTimeline)} to={(row) => `/results/${row.id}`} /> : null}
      {data?.more ? <Box sx={{ p: 2 }}><Note icon="table">{translate('results.only_newest', { shown: data.rows.length })}</Note></Box> : null}
      {timeline ? <TimelinePanel id={timeline.id} name={timeline.name} onClose={() => setTimeline(null)} /> : null}
    </Card>
  )
}

function columnsOf(translate: TranslateFunction, said: (sentence: string) => string, onTimeline: (row: Row) => void): Column<Row>[] {
  return [
    { key: 'what', heading: 'results.test', cell: (row) => row.name },
    { key: 'arrived', heading: 'results.arrived_heading', cell: (row) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}><Moment at={row.arrivedAt} /></Box> },
    { key: 'is', heading: 'results.is', cell: (row) => <ResultChip row={row} wordy /> },
    {
      key: 'why', heading: 'results.why', from: 'md',
      cell: (row) => <>{said(row.forPatient.sentence)} {row.shownAt ? <>{translate('results.shown_since')} <Moment at={row.shownAt} />. </> : null}<Box component="span" sx={{ typography: 'small', color: 'ink2' }}>{translate('ui.rule', { rule: row.forPatient.rule })}</Box></>,
    },
    { key: 'act', heading: 'results.act_heading', align: 'right', cell: (row) => <Button size="small" aria-label={`${translate('results.timeline_open')} ${row.name}`} onClick={() => onTimeline(row)}>{translate('results.timeline_open')}</Button> },
  ]
}
