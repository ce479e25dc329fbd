import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { dayText, momentText } from '#client/ui/format.ts'
import { TextBox } from '#client/ui/Field.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { DAY, HOUR, localDateOf, type Instant } from '#domain/time.ts'

type End = { on: string; time: string }
type EndFieldsProps = { label: string; end: End; onChange: (end: End) => void; endAt: Instant | null; longestEndAt: string | null }

/** Day and time at which a hold ends, how long that is, when its author is reminded, and how long it may be at most. */
export function EndFields({ label, end, onChange, endAt, longestEndAt }: EndFieldsProps) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const now = serverNow()
  const longest = longestEndAt === null ? null : Date.parse(longestEndAt)
  const remindAt = endAt === null ? null : Math.max(endAt - DAY, now + Math.floor((endAt - now) / 2))
  const tooLong = endAt !== null && longest !== null && endAt > longest
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ typography: 'table', color: 'ink2', mb: 0.5, p: 0 }}>{label}</Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <TextBox type="date" aria-label={translate('results.end_day')} required value={end.on} min={localDateOf(now, zone)} {...(longest === null ? {} : { max: localDateOf(longest, zone) })} onChange={(event) => onChange({ ...end, on: event.target.value })} />
        <TextBox type="time" aria-label={translate('results.end_time')} required value={end.time} onChange={(event) => onChange({ ...end, time: event.target.value })} />
      </Box>
      {endAt === null || remindAt === null || endAt <= now ? null : (
        <Box sx={{ typography: 'small', color: 'ink2', mt: 0.5 }}>{translate('results.end_span', { smart_count: Math.round((endAt - now) / HOUR), day: dayText(remindAt, now, zone, locale) })}</Box>
      )}
      {tooLong && longest !== null ? <Box role="status" sx={{ typography: 'small', color: 'late', mt: 0.5 }}>{translate('results.end_longest', { at: momentText(longest, now, zone, locale) })}</Box> : null}
    </Box>
  )
}
