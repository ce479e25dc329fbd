import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { TimelineAnswer } from '#domain/contracts/results.ts'
import { useSpoken } from '#client/results/use-spoken.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { serverNow } from '#client/ui/ticking.ts'

type TimelinePanelProps = { id: string; name: string; onClose: () => void }
const looks = { visible: 'ok', waits: 'none', blocked: 'blocked' } as const

/** What became visible to whom when and by which rule, what is to come, and who opened it. */
export function TimelinePanel({ id, name, onClose }: TimelinePanelProps) {
  const translate = useTranslate()
  const said = useSpoken()
  const { data, error, refetch } = useRead<TimelineAnswer>('results', { path: `/results/${encodeURIComponent(id)}/timeline` })
  return (
    <Panel title={translate('results.timeline_title', { what: name })} width={720} onClose={onClose}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {(['patient', 'representative'] as const).map((recipient) => (
            <Box component="section" key={recipient} aria-label={translate(`results.timeline_${recipient}`)}>
              <h3>{translate(`results.timeline_${recipient}`)}</h3>
              <Box component="ol" sx={{ display: 'grid', gap: 1, mt: 1 }}>
                {data.steps.filter((step) => step.recipient === recipient).map((step) => (
                  <Box component="li" key={`${step.at} ${step.state.code}`} sx={{ display: 'grid', gridTemplateColumns: { sm: '136px 120px minmax(0, 1fr)' }, gap: 1 }}>
                    <span>{Date.parse(step.at) > serverNow() ? `${translate('results.to_come')} ` : ''}<Moment at={step.at} /></span>
                    <span><StateChip state={step.state.code === 'HELD' ? 'held' : looks[step.state.state]}>{translate(`results.state.${step.state.state}`)}</StateChip></span>
                    <span>{said(step.state.sentence)} <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>{translate('ui.rule', { rule: step.state.rule })}</Box></span>
                  </Box>
                ))}
              </Box>
            </Box>
          ))}
          <Box component="section" aria-label={translate('results.opened_title')}>
            <h3>{translate('results.opened_title')}</h3>
            {data.reads.length === 0 ? <p>{translate('results.not_viewed')}</p> : null}
            <ul>{data.reads.map((one) => <li key={one.viewer}>{one.name}: <Moment at={one.firstAt} />{one.lastAt === one.firstAt ? null : <>, {translate('results.last_opened')} <Moment at={one.lastAt} /></>}</li>)}</ul>
          </Box>
        </Box>
      ) : null}
    </Panel>
  )
}
