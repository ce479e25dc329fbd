import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { AgentIncidentAnswer } from '#domain/contracts/recovery.ts'
import { AgentPatients } from '#client/recovery/AgentPatients.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type Act = AgentIncidentAnswer['acts'][number]

/** What one person did since then, whom it concerns, and what can be done about it for many at once. */
export function AgentActs({ staffId, since }: { staffId: string; since: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { data, error, refetch } = useRead<AgentIncidentAnswer>('recovery', { path: '/incidents/agent', body: { staffId, since } }, true, ['incidents', 'staff'])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asks, setAsks] = useState<'suspend' | 'notify' | null>(null)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  const patients = data.patients.filter(({ patientId }) => !left.has(patientId))
  return (
    <>
      <Card
        title={translate('recovery.concerned', { smart_count: data.patients.length })}
        aside={<Button component={LinkBase} to={`/staff/${data.agent.id}`} size="small">{translate('recovery.to_staff', { name: data.agent.name })}</Button>}
        flush
      >
        {data.patients.length === 0 ? <EmptyState kind="all-done" title={translate('recovery.nobody_concerned')} /> : (
          <>
            <AgentPatients patients={data.patients} left={left} onChange={setLeft} />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 2, borderTop: '1px solid', borderColor: 'line' }}>
              <Button disabled={patients.length === 0} onClick={() => setAsks('suspend')} sx={{ color: 'late', borderColor: 'late' }}>{translate('recovery.suspend_n', { smart_count: patients.length })}</Button>
              <Button disabled={patients.length === 0} onClick={() => setAsks('notify')}>{translate('recovery.notify_n', { smart_count: patients.length })}</Button>
            </Box>
          </>
        )}
      </Card>
      <Card title={translate('recovery.all_acts', { smart_count: data.acts.length })} flush>
        {data.acts.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('recovery.no_acts')}</Box> : <Rows label={translate('recovery.all_acts', { smart_count: data.acts.length })} rows={data.acts} rowKey={(row) => `${row.at} ${row.event} ${row.patientId ?? ''} ${row.what}`} columns={columnsOf(translate)} />}
      </Card>
      {asks ? (
        <ReasonPanel
          title={translate(`recovery.${asks}_title`)}
          effect={translate(`recovery.${asks}_effect`, { smart_count: patients.length })}
          confirm={translate(`recovery.${asks}_n`, { smart_count: patients.length })}
          danger={asks === 'suspend'}
          command={(reason) => ({ path: `/incidents/agent/${asks}`, body: { staffId, since, patientIds: patients.map(({ patientId }) => patientId), reason }, stepUp: { action: 'incident.contain', objectId: staffId } })}
          touched={['recovery', 'incidents']}
          onDone={() => {
            setAsks(null)
            notify(`recovery.${asks}_done`, { type: 'success' })
          }}
          onClose={() => setAsks(null)}
        />
      ) : null}
    </>
  )
}

/** The columns of the list of acts. */
function columnsOf(translate: TranslateFunction): Column<Act>[] {
  return [
    { key: 'at', heading: 'recovery.when', cell: (row) => <Moment at={row.at} /> },
    { key: 'what', heading: 'recovery.what', cell: (row) => translate(`audit.events.${row.event}`, { _: row.what }) + (row.event === 'recovery.acted' ? `: ${row.what}` : '') },
    { key: 'kind', heading: 'recovery.kind_heading', cell: (row) => translate(`recovery.act_kind.${row.kind}`), from: 'md' },
    { key: 'who', heading: 'recovery.patient', cell: (row) => row.patientName, from: 'sm' },
    { key: 'portal', heading: 'recovery.portal', cell: (row) => row.portalName ?? '–', from: 'lg' },
  ]
}
