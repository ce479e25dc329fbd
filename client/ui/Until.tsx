import { dayText, momentText, timeText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE, isoOf } from '#domain/time.ts'

/** Until when something works: the last day, where it ends with a day, else the moment. `at` is ISO-8601, the first instant at which it no longer does. */
export function Until({ at }: { at: string }) {
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const instant = Date.parse(at)
  const endsWithDay = timeText(instant, zone) === '00:00'
  return (
    <time dateTime={at} title={isoOf(instant)}>
      {endsWithDay ? dayText(instant - MINUTE, now, zone, locale) : momentText(instant, now, zone, locale)}
    </time>
  )
}
