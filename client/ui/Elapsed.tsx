import { useNow } from '#client/ui/ticking.ts'
import { spanText } from '#client/ui/format.ts'
import { isoOf, type Instant } from '#domain/time.ts'

/** How long something has been going on, ticking with every other clock of the screen. */
export function Elapsed({ since }: { since: Instant }) {
  const now = useNow()
  return (
    <time dateTime={isoOf(since)} title={isoOf(since)}>
      {spanText(now - since)}
    </time>
  )
}
