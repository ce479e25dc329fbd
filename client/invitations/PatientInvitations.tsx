import { useTranslate, type TranslateFunction } from 'ra-core'
import type { patientInvitationsAnswer } from '#domain/contracts/invitations.ts'
import type { z } from 'zod'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { InvitationState } from '#client/ui/InvitationState.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type Answer = z.infer<typeof patientInvitationsAnswer>
type Row = Answer['rows'][number]

function columnsOf(translate: TranslateFunction): Column<Row>[] {
  return [
    { key: 'portal', heading: 'invitations.filter_portal', cell: (row) => row.portalName },
    { key: 'state', heading: 'invitations.is', cell: (row) => <><InvitationState state={row.state} channel={row.channel} /> <Moment at={row.stateAt} /></> },
    { key: 'address', heading: 'invitations.address', cell: (row) => row.addressMasked ?? translate('invitations.at_desk') },
    { key: 'sent', heading: 'invitations.sent', cell: (row) => <><Moment at={row.sentAt} /> · {translate('invitations.sends', { smart_count: row.sends })}</>, from: 'sm' },
    { key: 'next', heading: 'invitations.next', cell: (row) => translate(`invitations.action.${row.next}`), from: 'md' },
  ]
}

/** Every invitation there was for one person, newest first; each opens with why it is where it is. */
export function PatientInvitations({ patientId, label }: { patientId: string; label: string }) {
  const translate = useTranslate()
  const { data, error, refetch } = useRead<Answer>('invitations', { path: `/patients/${encodeURIComponent(patientId)}/invitations` })
  return (
    <Card title={label} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={3} /> : null}
      {data && data.rows.length === 0 ? <EmptyState kind="first-day" title={translate('invitations.none_yet')} /> : null}
      {data && data.rows.length > 0 ? <Rows label={label} rows={data.rows} rowKey={(row) => row.id} columns={columnsOf(translate)} to={(row) => `/invitations/${row.id}`} /> : null}
    </Card>
  )
}
