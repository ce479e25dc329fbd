import { dayText, timeText, zoneText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE, isoOf } from '#domain/time.ts'

/** The practice's wall clock, with its zone. */
export function PracticeTime() {
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  return (
    <time dateTime={isoOf(now)} title={isoOf(now)}>
      {dayText(now, now, zone, locale)}, {timeText(now, zone)} {zoneText(now, zone)}
    </time>
  )
}
