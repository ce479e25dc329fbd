import { useNow } from '#client/ui/ticking.ts'
import { spanText } from '#client/ui/format.ts'
import { isoOf, type Instant } from '#domain/time.ts'

/** What is left until `until`, ticking with every other clock of the screen; stops at 0:00. */
export function Clock({ until }: { until: Instant }) {
  const now = useNow()
  return (
    <time dateTime={isoOf(until)} title={isoOf(until)}>
      {spanText(until - now)}
    </time>
  )
}
