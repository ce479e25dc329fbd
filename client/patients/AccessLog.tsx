import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { AccessLogAnswer } from '#domain/contracts/patients.ts'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** What the server asks of this read. */
const READ = 'audit.read-own-team'

type Access = AccessLogAnswer['rows'][number]

function columnsWith(translate: TranslateFunction): Column<Access>[] {
  return [
    { key: 'at', heading: 'audit.when', cell: (row) => <Moment at={row.at} seconds /> },
    {
      key: 'who',
      heading: 'audit.who',
      cell: (row) => (
        <>
          {row.staffName}{' '}
          <Box component="span" sx={{ color: 'ink3' }}>
            {row.roles.map((role) => translate(`roles.${role}`, { _: role })).join(', ')}
          </Box>
        </>
      ),
    },
    {
      key: 'what',
      heading: 'audit.what',
      cell: (row) => [translate(`audit.events.${row.event}`, { _: row.event }), row.part ? translate(`patients.part.${row.part}`, { _: row.part }) : ''].filter(Boolean).join(' · '),
    },
    { key: 'why', heading: 'audit.why', cell: (row) => row.reason ?? row.reasonCode ?? '–', from: 'md' },
  ]
}

/** Who did or saw what of this person, newest first; a role that may not read it is told who can. */
export function AccessLog({ patientId }: { patientId: string }) {
  const mayRead = useMay(READ) !== '-'
  return mayRead ? <Accesses patientId={patientId} /> : <NotYourRole action={READ} />
}

function Accesses({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const columns = columnsWith(translate)
  const [before, setBefore] = useState<number[]>([])
  const from = before.at(-1)
  const path = `/patients/${patientId}/access-log${from ? `?before=${from}` : ''}`
  const { data, error, isPending, refetch } = useRead<AccessLogAnswer>('audit', { path })
  const last = data?.rows.at(-1)
  return (
    <Card title={translate('patients.access_log')} aside={data?.scope === 'own-team' ? translate('patients.own_team') : null} flush>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Waiting />
      ) : data.rows.length === 0 ? (
        <EmptyState kind="all-done" title={translate('patients.nobody_looked')} />
      ) : (
        <>
          <Rows label={translate('patients.access_log')} rows={data.rows} rowKey={(row) => String(row.seq)} columns={columns} />
          <Box sx={{ display: 'flex', gap: 1, p: 1.5, borderTop: '1px solid', borderColor: 'line', '&:empty': { display: 'none' } }}>
            {from ? (
              <Button size="small" onClick={() => setBefore(before.slice(0, -1))}>
                {translate('ui.paging.previous')}
              </Button>
            ) : null}
            {data.more && last ? (
              <Button size="small" onClick={() => setBefore([...before, last.seq])}>
                {translate('audit.earlier')}
              </Button>
            ) : null}
          </Box>
        </>
      )}
    </Card>
  )
}
