import { useTranslate, type TranslateFunction } from 'ra-core'
import type { ThreadRow, ThreadSearchAnswer } from '#domain/contracts/messages.ts'
import { DueChip } from '#client/messages/DueChip.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const MOST = 50

function columnsOf(translate: TranslateFunction, isOpen: boolean): Column<ThreadRow>[] {
  return [
    { key: 'subject', heading: 'messages.about', cell: (row) => row.subject },
    isOpen
      ? { key: 'due', heading: 'messages.age', cell: (row) => <DueChip row={row} /> }
      : { key: 'state', heading: 'messages.state', cell: (row) => translate(`messages.thread_state.${row.state}`) },
    { key: 'last', heading: 'messages.last_message', cell: (row) => <Moment at={row.lastMessageAt} /> },
    { key: 'who', heading: 'messages.who_has', cell: (row) => row.assignee?.name ?? translate('messages.nobody_has'), from: 'sm' },
    { key: 'queue', heading: 'messages.queue', cell: (row) => row.queueName, from: 'md' },
    { key: 'portal', heading: 'messages.portal', cell: (row) => row.portalName, from: 'lg' },
  ]
}

/** Messages on the record: the threads about one patient in the queues that the reader works in, open ones first. */
export default function PatientThreads({ patientId }: { patientId: string }) {
  return (
    <>
      <Threads patientId={patientId} state="unresolved" />
      <Threads patientId={patientId} state="resolved" />
    </>
  )
}

function Threads({ patientId, state }: { patientId: string; state: 'unresolved' | 'resolved' }) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<ThreadSearchAnswer>('messages', { path: '/message-threads/search', body: { patientId, state, limit: MOST } })
  const isOpen = state === 'unresolved'
  const title = translate(isOpen ? 'messages.state_open' : 'messages.closed_threads')
  return (
    <Card title={title} aside={data && data.total > MOST ? translate('messages.first_of', { shown: MOST, smart_count: data.total }) : null} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={3} /> : null}
      {data && data.rows.length === 0 ? <EmptyState kind={isOpen ? 'all-done' : 'first-day'} title={translate(isOpen ? 'messages.none_open' : 'messages.none_closed')} text={translate('messages.own_queues')} /> : null}
      {data && data.rows.length > 0 ? <Rows label={title} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate, isOpen)} to={(row) => `/messages/${row.id}`} /> : null}
    </Card>
  )
}
