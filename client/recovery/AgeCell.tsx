import { useTranslate } from 'ra-core'
import { DAY, HOUR, MINUTE, isoOf } from '#domain/time.ts'
import { useNow } from '#client/ui/ticking.ts'

/** How long a case has waited, in the unit that says it shortest; the exact instant is on hover. */
export function AgeCell({ since }: { since: string }) {
  const translate = useTranslate()
  const now = useNow(MINUTE)
  const from = Date.parse(since)
  const age = Math.max(0, now - from)
  const words = age < HOUR ? translate('recovery.minutes', { smart_count: Math.floor(age / MINUTE) }) : age < 2 * DAY ? translate('recovery.hours', { smart_count: Math.floor(age / HOUR) }) : translate('recovery.days', { smart_count: Math.floor(age / DAY) })
  return <time dateTime={since} title={isoOf(from)}>{words}</time>
}
