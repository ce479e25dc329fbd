import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultFigures } from '#domain/contracts/result-care.ts'
import { Card } from '#client/ui/Card.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

const HIGH = 88

/** Arrivals by day, and how many of them show by now: light and full bars, told apart in grey. */
export function DayBars({ days }: { days: ResultFigures['byDay'] }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  if (days.length === 0) return null
  const most = Math.max(...days.map(({ arrived }) => arrived), 1)
  const first = days[0]
  const last = days.at(-1)
  return (
    <Card title={translate('results.by_day')} aside={translate('results.by_day_under')}>
      <Box role="img" aria-label={days.map((day) => `${dateText(day.on, locale)}: ${day.arrived}, ${day.shown}`).join('; ')} sx={{ display: 'flex', alignItems: 'end', gap: 0.5, height: HIGH }}>
        {days.map((day) => (
          <Box key={day.on} title={`${dateText(day.on, locale)}: ${day.arrived} / ${day.shown}`} sx={{ flex: 1, maxWidth: 40, minWidth: 2, height: (day.arrived / most) * HIGH, bgcolor: 'accentSoft', border: '1px solid', borderColor: 'accent', display: 'flex', alignItems: 'end' }}>
            <Box sx={{ width: '100%', height: `${day.arrived === 0 ? 0 : (day.shown / day.arrived) * 100}%`, bgcolor: 'accent' }} />
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', typography: 'small', color: 'ink2', mt: 0.5 }} aria-hidden="true">
        <span>{first ? dateText(first.on, locale) : ''}</span><span>{last && last !== first ? dateText(last.on, locale) : ''}</span>
      </Box>
    </Card>
  )
}
