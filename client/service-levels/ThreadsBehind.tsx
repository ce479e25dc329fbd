import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { DrillAnswer } from '#domain/contracts/service-levels.ts'
import { minutesText, type Drill } from '#client/service-levels/levels.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Paging } from '#client/ui/Paging.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'
import { useKeys } from '#client/ui/keys.ts'

const PER_PAGE = 50
type Row = DrillAnswer['rows'][number] & { place: number }

/** The threads behind one number, in the same count; Backspace goes back to where the number stood. */
export function ThreadsBehind({ drill, siteId, onBack }: { drill: Drill; siteId: string; onBack: () => void }) {
  const translate = useTranslate()
  const [page, setPage] = useState(1)
  useKeys([{ keys: 'backspace', group: 'move', label: 'levels.key_back', run: onBack }])
  const body = { figure: drill.figure, ...(siteId ? { siteId } : {}), offset: (page - 1) * PER_PAGE, limit: PER_PAGE }
  const { data, error, refetch, isFetching } = useRead<DrillAnswer>('service-levels', { path: '/service-levels/threads', body }, true, ['messages', 'assignments'])
  const rows = data?.rows.map((row, at): Row => ({ ...row, place: body.offset + at })) ?? []
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <div>
        <Button onClick={onBack} autoFocus data-no-print>{translate('levels.back')} <KeyCap keys="backspace" /></Button>
      </div>
      <Card title={drill.title} aside={data ? translate('levels.count', { smart_count: data.total }) : null} flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={8} /> : null}
        {data && !error ? (
          <Box aria-busy={isFetching}>
            {rows.length === 0
              ? <EmptyState kind="nothing-found" title={translate('levels.none_behind')} />
              : <Rows label={drill.title} rows={rows} rowKey={(row) => `${row.thread.id} ${row.place}`} columns={columnsOf(translate, drill)} to={({ thread }) => `/messages/${thread.id}`} />}
            {data.total > PER_PAGE ? <Paging page={page} perPage={PER_PAGE} shown={rows.length} total={data.total} hasNext={page * PER_PAGE < data.total} onPage={setPage} /> : null}
          </Box>
        ) : null}
      </Card>
    </Box>
  )
}

function columnsOf(translate: TranslateFunction, { figure }: Drill): Column<Row>[] {
  const isAnswered = figure.of === 'answered' || figure.of === 'pace'
  return [
    {
      key: 'who', heading: 'levels.patient',
      cell: ({ thread: { patient } }) => (patient ? <WhoCell name={patient.name} birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} /> : translate('levels.closed_chart')),
    },
    { key: 'subject', heading: 'levels.subject', cell: ({ thread }) => thread.subject, from: 'md' },
    { key: 'queue', heading: 'levels.queue', cell: ({ thread }) => thread.queueName, from: 'sm' },
    { key: 'who-has', heading: 'levels.who_has', cell: ({ thread }) => thread.assignee?.name ?? '–', from: 'md' },
    { key: 'at', heading: isAnswered ? 'levels.answered_at' : figure.of === 'arrived' ? 'levels.arrived_when' : 'levels.due', cell: ({ at }) => (at === null ? '–' : <Moment at={at} />) },
    isAnswered
      ? { key: 'took', heading: 'levels.took', align: 'right', cell: ({ minutes, onTime }) => <Took words={minutesText(minutes, translate)} late={onTime === false} /> }
      : { key: 'stands', heading: 'levels.stands', cell: ({ thread }) => <Stands thread={thread} /> },
  ]
}

function Took({ words, late }: { words: string; late: boolean }) {
  const translate = useTranslate()
  return late ? <StateChip state="late">{translate('levels.took_late', { took: words })}</StateChip> : words
}

function Stands({ thread: { flagged, clock, state } }: { thread: Row['thread'] }) {
  const translate = useTranslate()
  if (flagged) return <StateChip state="emergency">{translate('levels.emergency')}</StateChip>
  if (state === 'resolved') return <>{translate('levels.state.resolved')}</>
  if (clock?.answeredAt) return <>{translate('levels.band.answered')}</>
  if (clock?.paused) return <StateChip state="held">{translate('levels.band.paused')}</StateChip>
  if (clock?.stage === 'past-limit') return <StateChip state="late">{translate('levels.band.past-limit')}</StateChip>
  if (clock?.stage === 'past-target') return <StateChip state="late">{translate('levels.band.late')}</StateChip>
  return clock?.stage === 'warned' ? <StateChip state="due">{translate('levels.band.warned')}</StateChip> : <>{translate(`levels.state.${state}`)}</>
}
