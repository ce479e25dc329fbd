import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { addDays } from '#domain/time.ts'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { Card } from '#client/ui/Card.tsx'

/** What came and went since Monday, what waits for the patient, what nobody has read. */
export function ThisWeek({ levels, onDrill }: PartProps) {
  const translate = useTranslate()
  const { thisWeek: week, notRead, open, replies, from, to } = levels
  const until = addDays(week.from, 6)
  const grows = week.arrived - week.answered
  const lines = [
    { key: 'arrived', name: translate('levels.arrived'), n: week.arrived, figure: { of: 'arrived', from: week.from, to: until } as const },
    { key: 'answered', name: translate('levels.answered'), n: week.answered, figure: { of: 'answered', from: week.from, to: until } as const },
    { key: 'waiting', name: translate('levels.waits'), n: week.waiting, figure: { of: 'open', state: 'waiting' } as const },
    { key: 'flagged', name: translate('levels.emergency_seen'), n: week.flagged, figure: { of: 'flagged', from: week.from } as const },
    { key: 'flagged-open', name: translate('levels.emergency_open'), n: week.flaggedOpen, figure: { of: 'open', flagged: true } as const, color: week.flaggedOpen > 0 ? 'late' : undefined },
    { key: 'nobody', name: translate('levels.late_nobody'), n: open.nobodyAnswers, figure: { of: 'open', late: true, assignee: 'nobody' } as const, color: open.nobodyAnswers > 0 ? 'late' : undefined },
    { key: 'not-read', name: translate('levels.not_read', { hours: notRead.afterHours }), n: notRead.threads, figure: { of: 'not-read' } as const },
    { key: 'call', name: translate('levels.by_call', { from: replies.byKind.reply }), n: replies.byKind.call, figure: { of: 'answered', kind: 'call', from, to } as const },
  ]
  return (
    <Card title={translate('levels.this_week')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.75 }}>
        {lines.map(({ key, name, n, figure, color }) => (
          <Line key={key} name={name} color={color}><DrillNumber n={n} figure={figure} title={name} onDrill={onDrill} /></Line>
        ))}
        <Line name={translate(grows > 0 ? 'levels.backlog_grows' : 'levels.backlog_shrinks')} color={grows > 0 ? 'due' : undefined}>{Math.abs(grows)}</Line>
      </Box>
    </Card>
  )
}

function Line({ name, color, children }: { name: string; color: string | undefined; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
      <Box component="dt">{name}</Box>
      <Box component="dd" sx={{ m: 0, fontWeight: 600, color }}>{children}</Box>
    </Box>
  )
}
