import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { Filters } from '#client/audit/AuditFilters.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { addDays, isoOf, isPlainDate, startOfLocalDay } from '#domain/time.ts'
import type { AuditTeamRow } from '#domain/contracts/audit.ts'

const LIMIT = 50

function columnsWith<Row extends AuditTeamRow>(translate: TranslateFunction, more: readonly Column<Row>[]): Column<Row>[] {
  return [
    { key: 'at', heading: 'audit.when', cell: (row) => <Moment at={row.at} seconds /> },
    { key: 'who', heading: 'audit.who', cell: (row) => row.actorName ?? row.actorId },
    { key: 'what', heading: 'audit.what', cell: (row) => translate(`audit.events.${row.event}`, { _: row.event }) },
    {
      key: 'outcome',
      heading: 'audit.outcome',
      from: 'sm',
      cell: (row) =>
        row.outcome === 'success' ? (
          translate('audit.outcomes.success')
        ) : (
          <StateChip state={row.outcome === 'failed' ? 'late' : 'blocked'}>{translate(`audit.outcomes.${row.outcome}`)}</StateChip>
        ),
    },
    ...more,
  ]
}

type EventListProps<Row> = { path: string; filters: Filters; more: readonly Column<Row>[] }

/** A page of events by the order of their writing, and the way to earlier ones. */
export function EventList<Row extends AuditTeamRow>({ path, filters, more }: EventListProps<Row>) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const asked = JSON.stringify(filters)
  const [after, setAfter] = useState<{ asked: string; seqs: number[] }>({ asked, seqs: [] })
  const seqs = after.asked === asked ? after.seqs : []
  const from = seqs.at(-1)
  const body = { ...bodyOf(filters, zone), limit: LIMIT, ...(from ? { after: from } : {}) }
  const { data, error, isPending, refetch } = useRead<{ rows: Row[]; more: boolean }>('audit', { path, body })
  const last = data?.rows.at(-1)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <Card title={translate('audit.events_title')} flush>
      {isPending ? <Waiting rows={8} /> : null}
      {data?.rows.length === 0 ? <EmptyState kind="nothing-found" title={translate('audit.none')} /> : null}
      {data && data.rows.length > 0 ? (
        <Rows label={translate('audit.events_title')} rows={data.rows} rowKey={(row) => String(row.seq)} columns={columnsWith(translate, more)} />
      ) : null}
      <Box sx={{ display: 'flex', gap: 1, p: 1.5, borderTop: '1px solid', borderColor: 'line', '&:empty': { display: 'none' } }}>
        {seqs.length > 0 ? (
          <Button size="small" onClick={() => setAfter({ asked, seqs: seqs.slice(0, -1) })}>
            {translate('ui.paging.previous')}
          </Button>
        ) : null}
        {data?.more && last ? (
          <Button size="small" onClick={() => setAfter({ asked, seqs: [...seqs, last.seq] })}>
            {translate('audit.earlier')}
          </Button>
        ) : null}
      </Box>
    </Card>
  )
}

/** Only what is filled in; a day runs from local midnight to local midnight of the practice. */
function bodyOf({ event, outcome, day }: Filters, zone: string): Record<string, string> {
  const range: Record<string, string> = isPlainDate(day)
    ? { from: isoOf(startOfLocalDay(day, zone)), to: isoOf(startOfLocalDay(addDays(day, 1), zone)) }
    : {}
  return { ...(event ? { event } : {}), ...(outcome ? { outcome } : {}), ...range }
}
