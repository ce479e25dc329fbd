import { useTranslate, type TranslateFunction } from 'ra-core'
import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { outcomeWords } from '#client/enroll/outcome-words.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'

type Try = PatientEnrollmentAnswer['history'][number]

function columnsOf(translate: TranslateFunction): Column<Try>[] {
  return [
    { key: 'started', heading: 'enroll.started', cell: (row) => <Moment at={row.startedAt} /> },
    { key: 'portal', heading: 'enroll.portal', cell: (row) => row.portalName },
    { key: 'outcome', heading: 'enroll.outcome_col', cell: (row) => <>{translate(`enroll.ended.${row.state}`)}{row.reason ? ` · ${outcomeWords(row.reason, translate)}` : ''}</> },
    { key: 'by', heading: 'enroll.started_by', cell: (row) => row.startedBy, from: 'sm' },
  ]
}

/** Every enrollment of one person so far: when, by whom, and how it ended. */
export function EnrollmentHistory({ history }: { history: readonly Try[] }) {
  const translate = useTranslate()
  return (
    <Card title={translate('enroll.history')} flush>
      {history.length === 0 ? <EmptyState kind="first-day" title={translate('enroll.no_history')} /> : <Rows label={translate('enroll.history')} rows={history} rowKey={(row) => row.id} columns={columnsOf(translate)} to={(row) => `/enroll/${row.id}`} />}
    </Card>
  )
}
