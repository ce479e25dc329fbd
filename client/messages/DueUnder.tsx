import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { addDays, isoOf, localDateOf, MINUTE, type Instant } from '#domain/time.ts'
import { dueLook, instantsOf } from '#client/messages/due-words.ts'
import { dayText, spanText, timeText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'

/** Under the chip: the exact moment that counts next, in words of today and tomorrow. */
export function DueUnder({ row }: { row: ThreadRow }) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const dayAndTime = useDayAndTime()
  const now = useNow(MINUTE)
  const look = dueLook(row, now, zone)
  const said = under()
  if (!said) return null
  const color = look?.state === 'emergency' || look?.state === 'late' ? 'late' : look?.state === 'due' ? 'due' : 'ink2'
  return (
    <Box component="time" dateTime={isoOf(said.at)} title={isoOf(said.at)} sx={{ typography: 'table', color, whiteSpace: 'nowrap' }}>
      {said.text}
    </Box>
  )

  function under(): { at: Instant; text: string } | null {
    const { clock } = row
    const last = Date.parse(row.lastMessageAt)
    if (row.flagged) return { at: last, text: translate('messages.ago', { span: agoText(now - last, translate) }) }
    if (!clock || row.state === 'resolved') return { at: last, text: dayAndTime(last) }
    if (clock.answeredAt !== null) return { at: Date.parse(clock.answeredAt), text: dayAndTime(Date.parse(clock.answeredAt)) }
    if (row.state === 'waiting') return { at: last, text: translate('messages.waits') }
    const { targetAt, limitAt } = instantsOf(clock)
    if (targetAt === null) return null
    if (now <= targetAt) return { at: targetAt, text: dayAndTime(targetAt) }
    if (limitAt === null) return null
    return { at: limitAt, text: now > limitAt ? translate('messages.limit_passed') : translate('messages.limit_in', { span: spanText(limitAt - now) }) }
  }
}

/** `today 15:40`, `tomorrow 17:57`, `Mon 30 Nov 17:30`, in the practice's zone. */
export function useDayAndTime(): (at: Instant) => string {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  return (at) => {
    const on = localDateOf(at, zone)
    const today = localDateOf(now, zone)
    const day = on === today ? translate('messages.today') : on === addDays(today, 1) ? translate('messages.tomorrow') : on === addDays(today, -1) ? translate('messages.yesterday') : dayText(at, now, zone, locale)
    return `${day} ${timeText(at, zone)}`
  }
}

/** `6 min`, from an hour on `3:20`. */
export function agoText(span: number, translate: ReturnType<typeof useTranslate>): string {
  return span < 60 * MINUTE ? translate('messages.minutes', { smart_count: Math.max(0, Math.floor(span / MINUTE)) }) : spanText(span)
}
