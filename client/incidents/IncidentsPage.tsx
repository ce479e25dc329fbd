import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { IncidentAnswer } from '#domain/contracts/enrollment-figures.ts'
import { IncidentPane } from '#client/incidents/IncidentPane.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Pane, PaneList } from '#client/ui/Pane.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import Box from '@mui/material/Box'

/** What went wrong and has to be looked at: open ones first, each with its facts, closed with a note. */
export default function IncidentsPage() {
  const translate = useTranslate()
  const [state, setState] = useState<'open' | 'closed'>('open')
  const [chosenId, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useRead<{ rows: IncidentAnswer[]; more: boolean }>('incidents', { path: `/incidents?state=${state}` }, true, ['enrollments'])
  const chosen = data?.rows.find(({ id }) => id === chosenId) ?? data?.rows[0] ?? null
  return (
    <Page
      name="incidents.title"
      title={translate('incidents.title')}
      under={translate('incidents.under')}
      actions={<Switch label={translate('incidents.which')} value={state} options={[{ value: 'open', text: translate('incidents.state.open') }, { value: 'closed', text: translate('incidents.state.closed') }]} onChange={setState} />}
      panes
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={6} /> : null}
      {data && data.rows.length === 0 ? <Card flush><EmptyState kind="all-done" title={translate(`incidents.none_${state}`)} text={state === 'open' ? translate('incidents.none_open_hint') : undefined} /></Card> : null}
      {data && chosen ? (
        <Box sx={{ display: 'flex', flexDirection: { xs: 'column', md: 'row' }, gap: 2, flex: { md: 1 }, minHeight: 0 }}>
          <Pane title={translate('incidents.list')} width={336}>
            <PaneList label={translate('incidents.list')} rows={data.rows} rowKey={(row) => row.id} chosen={chosen.id} onChoose={(row) => setChosen(row.id)}>
              {(row) => (
                <>
                  <Box component="span" sx={{ display: 'block', fontWeight: 500 }}>{translate(`incidents.kind.${row.kind}`)}</Box>
                  <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>{row.patient ? `${row.patient.name} ···${row.patient.mrnTail}` : translate('incidents.no_patient')}</Box>
                  <Box component="span" sx={{ typography: 'small', color: 'ink2' }}><Moment at={row.openedAt} /></Box>
                </>
              )}
            </PaneList>
          </Pane>
          <IncidentPane key={chosen.id} incident={chosen} />
        </Box>
      ) : null}
    </Page>
  )
}
