import { useTranslate, type TranslateFunction } from 'ra-core'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { JobRow } from '#domain/contracts/jobs.ts'

function columnsWith(translate: TranslateFunction): Column<JobRow>[] {
  return [
    { key: 'name', heading: 'jobs.name', cell: (row) => translate(`jobs.job.${row.id}`, { _: row.id }) },
    {
      key: 'state',
      heading: 'staff.state',
      cell: (row) => {
        if (row.running) return <StateChip state="due">{translate('jobs.running')}</StateChip>
        if (row.lastOutcome === null) return translate('jobs.never')
        return <StateChip state={row.lastOutcome === 'done' ? 'ok' : 'late'}>{translate(`jobs.${row.lastOutcome}`)}</StateChip>
      },
    },
    { key: 'last', heading: 'jobs.last', cell: (row) => (row.lastEndedAt ? <Moment at={row.lastEndedAt} /> : '–'), from: 'sm' },
    {
      key: 'counts',
      heading: 'jobs.counts',
      from: 'md',
      cell: (row) => Object.entries(row.lastCounts).map(([name, count]) => `${name} ${count}`).join(', ') || '–',
    },
    { key: 'due', heading: 'jobs.due', cell: (row) => <Moment at={row.dueAt} /> },
  ]
}

/** Work that the console does by itself: when it last ran, what it counted, when it runs next. */
export default function JobsPage() {
  const translate = useTranslate()
  const list = useConsoleList<JobRow>('jobs')
  const columns = columnsWith(translate)
  return (
    <Page name="shell.jobs" title={translate('shell.jobs')} under={translate('jobs.under')}>
      <ListCard
        list={list}
        label={translate('shell.jobs')}
        columns={columns}
        empty={<EmptyState kind="first-day" title={translate('jobs.none')} />}
      />
    </Page>
  )
}
