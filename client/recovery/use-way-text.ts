import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { localDateOf } from '#domain/time.ts'

type Way = CallDesk['ways'][number]

/** The second line of a way: which contact, on file since when, from when it counts; of a desk, where it is. */
export function useWayText(way: Way, desks: CallDesk['desks']): string {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const day = (at: string) => dateText(localDateOf(Date.parse(at), zone), locale)
  if (way.masked !== null && way.sinceAt !== null) {
    if (way.fromAt !== null) return `${way.masked} · ${translate('recovery.since_counts', { since: day(way.sinceAt), from: day(way.fromAt) })}`
    if (way.standing === 'suffices') return `${way.masked} · ${translate('recovery.unchanged_since', { since: day(way.sinceAt) })}`
    return `${way.masked} · ${way.sentence}`
  }
  const [own] = desks
  if (way.kind === 'photo-id' && way.standing === 'suffices' && own) return translate('recovery.desk_place', { name: own.name })
  return [way.masked, way.sentence].filter(Boolean).join(' · ')
}
