import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { minutesText, shareText } from '#client/service-levels/levels.ts'
import { Card } from '#client/ui/Card.tsx'
import { Figure } from '#client/ui/Figure.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { momentText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

/** Six numbers in one line: what is open, late and about to be, and how replies have kept the promise. */
export function LevelStrip({ levels, onDrill }: PartProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { open, forecast, replies, from, to } = levels
  const answered = { of: 'answered', from, to } as const
  const cells = [
    {
      key: 'open', name: translate('levels.open_now'), under: <>{translate('levels.unclaimed', { smart_count: open.unclaimed })}</>,
      value: <DrillNumber n={open.total} figure={{ of: 'open' }} title={translate('levels.open_now')} onDrill={onDrill} />,
    },
    {
      key: 'late', name: <Marked icon="late" color="late">{translate('levels.late')}</Marked>, color: open.late > 0 ? 'late' : undefined,
      under: translate('levels.past_limit_of', { smart_count: open.pastLimit }),
      value: <DrillNumber n={open.late} figure={{ of: 'open', late: true }} title={translate('levels.late')} onDrill={onDrill} />,
    },
    {
      key: 'soon', name: <Marked icon="due" color="due">{translate('levels.late_before')}</Marked>, color: forecast.late > 0 ? 'due' : undefined, under: <NextOpening levels={levels} />,
      value: <DrillNumber n={forecast.late} figure={{ of: 'forecast' }} title={translate('levels.late_before')} onDrill={onDrill} />,
    },
    {
      key: 'on-time', name: translate('levels.on_time_of', { days: daysOf(levels) }), under: translate('levels.of_replies', { onTime: replies.onTime, answered: replies.answered }),
      value: <DrillNumber n={replies.onTime} figure={{ ...answered, onTime: true }} title={translate('levels.answered_on_time')} onDrill={onDrill} text={shareText(replies.onTime, replies.answered, locale)} />,
    },
    {
      key: 'median', name: translate('levels.median'), under: translate('levels.was', { before: minutesText(replies.before.medianMinutes, translate) }),
      value: <DrillNumber n={replies.answered} figure={answered} title={translate('levels.answered')} onDrill={onDrill} text={minutesText(replies.medianMinutes, translate)} />,
    },
    {
      key: 'p90', name: translate('levels.p90'), under: translate('levels.was', { before: minutesText(replies.before.p90Minutes, translate) }),
      value: <DrillNumber n={replies.answered} figure={answered} title={translate('levels.answered')} onDrill={onDrill} text={minutesText(replies.p90Minutes, translate)} />,
    },
  ]
  return (
    <Card>
      <Box sx={{ display: 'grid', rowGap: 2, columnGap: 2, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(3, minmax(0, 1fr))', lg: 'repeat(6, minmax(0, 1fr))' } }}>
        {cells.map(({ key, name, value, under, color }, at) => (
          <Box key={key} sx={{ borderInlineStart: { lg: at === 0 ? 'none' : '1px solid' }, borderColor: { lg: 'line' }, paddingInlineStart: { lg: at === 0 ? 0 : 2 }, minWidth: 0, '& dd:first-of-type': color ? { color } : {} }}>
            <Figure name={name} value={value} under={under} />
          </Box>
        ))}
      </Box>
    </Card>
  )
}

function Marked({ icon, color, children }: { icon: 'late' | 'due'; color: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
      <Box component="span" sx={{ color, display: 'inline-flex' }}><Icon name={icon} size={14} /></Box>
      {children}
    </Box>
  )
}

function NextOpening({ levels }: Pick<PartProps, 'levels'>) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const [first] = levels.forecast.queues.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt])).toSorted()
  return first === undefined ? translate('levels.no_opening') : translate('levels.at_this_pace', { at: momentText(Date.parse(first), Date.parse(levels.at), zone, locale) })
}

function daysOf({ from, to }: PartProps['levels']): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}
