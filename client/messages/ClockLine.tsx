import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { clockPoints, type ClockPoint } from '#client/messages/clock-points.ts'
import { newestStretches, type ClockStretch } from '#client/messages/clock-words.ts'
import { holidayName } from '#client/messages/holiday-names.ts'
import { dayText, momentText, spanText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { DAY, HOUR, isoOf, MINUTE } from '#domain/time.ts'

/** A stretch of so long is told in days. */
const LONG = 72 * HOUR

const dots: Record<ClockPoint['kind'], object> = {
  received: { bgcolor: 'accent', borderRadius: '50%' }, now: { bgcolor: 'ink', borderRadius: '50%' }, answered: { bgcolor: 'ok', borderRadius: '50%' }, paused: { bgcolor: 'held', borderRadius: '50%' },
  target: { border: '2px solid', borderColor: 'due', borderRadius: '50%' }, limit: { border: '2px solid', borderColor: 'late', transform: 'rotate(45deg) scale(0.8)' },
}

/** A thread's clock as a line: received, now, target and limit with what lies between them, and under it the rule and the days in words (R50). */
export function ClockLine({ thread }: { thread: ThreadAnswer }) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const { clock } = thread.row
  if (!clock) return <Box sx={{ color: 'ink2' }}>{translate('messages.no_clock')}</Box>
  const unit = clock.unit === 'elapsed-hours' ? 'hours' : 'days'
  return (
    <>
      <Box component="ol" aria-label={translate('messages.clock')}>
        {clockPoints(clock, now).map(({ kind, at, until }) => (
          <Box component="li" key={kind} sx={{ display: 'grid', gridTemplateColumns: '12px minmax(0, 1fr) auto', columnGap: 1.5, alignItems: 'center' }}>
            <Box component="span" aria-hidden sx={{ width: 12, height: 12, boxSizing: 'border-box', ...dots[kind] }} />
            <Box component="span" sx={{ fontWeight: kind === 'now' ? 600 : 400, color: kind === 'now' ? undefined : 'ink2' }}>
              {kind === 'target' || kind === 'limit' ? translate(`messages.point.${kind}_${unit}`, { smart_count: clock[kind] }) : translate(`messages.point.${kind}`)}
            </Box>
            <Box component="time" dateTime={isoOf(at)} title={isoOf(at)} sx={{ fontWeight: kind === 'now' || kind === 'target' ? 600 : 500, color: kind === 'target' && now <= at ? 'due' : kind === 'target' || (kind === 'limit' && now > at) ? 'late' : undefined }}>
              {momentText(at, now, zone, locale)}
            </Box>
            {until ? (
              <>
                <Box component="span" aria-hidden sx={{ justifySelf: 'center', height: '100%', minHeight: 26, borderInlineStart: '2px', borderInlineStartStyle: until.isOver ? 'solid' : 'dashed', borderColor: until.isOver ? 'accent' : 'line2' }} />
                <Box component="span" sx={{ typography: 'table', color: 'ink2', gridColumn: '2 / -1' }}>{until.span < LONG ? spanText(until.span) : translate('messages.days', { smart_count: Math.floor(until.span / DAY) })}{until.isOver && kind === 'received' ? ` ${translate('messages.running')}` : ''}</Box>
              </>
            ) : null}
          </Box>
        ))}
      </Box>
      <Rule thread={thread} />
    </>
  )
}

function Rule({ thread }: { thread: ThreadAnswer }) {
  const translate = useTranslate()
  const { clockDays, rule, row } = thread
  const { lines, earlier } = newestStretches(clockDays)
  const wasPaused = clockDays.some((day) => day.kind === 'paused-at-closing' || (day.kind === 'hours' && day.pausedMs > 0))
  const unit = row.clock?.unit === 'business-days' ? 'days' : 'hours'
  return (
    <Box sx={{ mt: 1.5, typography: 'table', color: 'ink2', display: 'grid', gap: 0.75 }}>
      <p>
        {translate(`messages.rule_${unit}`, { rule: rule.id, portal: rule.portalName, target: row.clock?.target ?? '', limit: row.clock?.limit ?? '' })}{' '}
        {translate(wasPaused ? 'messages.rule_paused' : 'messages.rule_unpaused')}
      </p>
      {lines.length > 0 ? (
        <details>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24, color: 'accent' }}>{translate('messages.how_counted')}</Box>
          <Box component="ul" sx={{ display: 'grid', gap: 0.25, mt: 0.5 }}>
            {earlier > 0 ? <li>{translate('messages.days_before', { smart_count: earlier })}</li> : null}
            {lines.map((line) => <Line key={line.from} line={line} />)}
          </Box>
        </details>
      ) : null}
    </Box>
  )
}

function Line({ line }: { line: ClockStretch }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const day = (on: string) => dayText(Date.parse(`${on}T12:00:00Z`), now, 'UTC', locale)
  const when = line.from === line.to ? day(line.from) : translate('messages.day_span', { from: day(line.from), to: day(line.to) })
  const { name } = line.values
  return <li>{translate(line.key, { ...line.values, when, ...(name === undefined ? {} : { name: holidayName(name, locale) }) })}</li>
}
