import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import type { SupervisionAnswer } from '#domain/contracts/recovery.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Figure } from '#client/ui/Figure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

type Agent = SupervisionAnswer['agents'][number]
type Event = SupervisionAnswer['events'][number]
const counted = ['calls', 'acts', 'resets', 'refusals', 'stops', 'limitHits', 'wrongFacts'] as const
const totals = ['cases', 'proven', 'refused', 'stopped', 'limitHits', 'approvals'] as const

const eventColumns = (translate: TranslateFunction): Column<Event>[] => [
  { key: 'at', heading: 'recovery.when', cell: (row) => <Moment at={row.at} /> },
  { key: 'what', heading: 'recovery.what', cell: (row) => <>{row.sentence} <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>{translate('ui.rule', { rule: row.rule })}</Box></> },
  { key: 'agent', heading: 'recovery.agent_heading', cell: (row) => row.agent?.name ?? '–', from: 'sm' },
  { key: 'case', heading: 'recovery.case_heading', cell: (row) => (row.caseId ? <TextLink to={`/recovery/${row.caseId}`}>{row.patientName ?? translate('recovery.open_case')}</TextLink> : '–'), from: 'md' },
]

/** Totals, charts that several agents were called about, what was refused and why, and each agent's days. */
export function SupervisionView({ answer }: { answer: SupervisionAnswer }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const agentColumns: Column<Agent>[] = [
    { key: 'who', heading: 'recovery.agent_heading', cell: (row) => row.agent.name },
    { key: 'day', heading: 'recovery.day_heading', cell: (row) => dateText(row.day, locale), from: 'sm' },
    ...counted.map((name): Column<Agent> => ({ key: name, heading: `recovery.count.${name}`, align: 'right', cell: (row) => row[name], from: name === 'calls' || name === 'refusals' ? 'sm' : 'lg' })),
  ]
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' } }}>
        {totals.map((name) => <Card key={name}><Figure name={translate(`recovery.total.${name}`)} value={answer.totals[name]} /></Card>)}
      </Box>
      <Card title={translate('recovery.pressure')} aside={translate('recovery.pressure_under')} flush>
        {answer.pressure.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('recovery.no_pressure')}</Box> : (
          <ul>
            {answer.pressure.map((one) => (
              <Box component="li" key={one.caseId} sx={{ px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
                <TextLink to={`/recovery/${one.caseId}`}>{one.patientName}</TextLink>, {one.portalName}:{' '}
                {translate('recovery.pressure_line', { smart_count: one.calls, names: one.agents.map(({ name }) => name).join(', ') })} <Moment at={one.firstAt} /> – <Moment at={one.lastAt} />
              </Box>
            ))}
          </ul>
        )}
      </Card>
      <Card title={translate('recovery.events')} flush>
        {answer.events.length === 0 ? <EmptyState kind="all-done" title={translate('recovery.no_events')} /> : <Rows label={translate('recovery.events')} rows={answer.events} rowKey={(row) => `${row.at} ${row.kind} ${row.caseId ?? ''} ${row.agent?.id ?? ''}`} columns={eventColumns(translate)} />}
      </Card>
      <Card title={translate('recovery.by_agent')} aside={translate('recovery.by_agent_under')} flush>
        {answer.agents.length === 0 ? <Box sx={{ p: 2, color: 'ink2' }}>{translate('recovery.no_calls')}</Box> : <Rows label={translate('recovery.by_agent')} rows={answer.agents} rowKey={(row) => `${row.agent.id} ${row.day}`} columns={agentColumns} />}
      </Card>
    </>
  )
}
