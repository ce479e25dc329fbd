import { useNow } from '#client/ui/ticking.ts'
import { momentText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { MINUTE, isoOf } from '#domain/time.ts'

/** A fixed moment in the practice's zone; the exact instant is on hover and in the markup. `at` is ISO-8601. */
export function Moment({ at, seconds = false }: { at: string; seconds?: boolean }) {
  const { zone, locale } = usePracticeTime()
  const now = useNow(MINUTE)
  const instant = Date.parse(at)
  return (
    <time dateTime={at} title={isoOf(instant)}>
      {momentText(instant, now, zone, locale, seconds)}
    </time>
  )
}
