import { dayText, timeText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE } from '#domain/time.ts'

/** When a cover begins or ends: whole days by their date, the last one included; anything else by the minute. */
export function CoverMoment({ at, isEnd = false }: { at: string; isEnd?: boolean }) {
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const instant = Date.parse(at)
  if (timeText(instant, zone) !== '00:00') return <Moment at={at} />
  return (
    <time dateTime={at} title={at}>
      {dayText(isEnd ? instant - 1 : instant, now, zone, locale)}
    </time>
  )
}
