import { useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { Clock } from '#client/ui/Clock.tsx'
import { Note } from '#client/ui/Note.tsx'
import { serverNow } from '#client/ui/ticking.ts'

/** How long a chart opened by break-glass stays open. When the hour ends the record is asked for again, and is closed. */
export function HeldOpen({ until, onEnd }: { until: string; onEnd: () => void }) {
  const translate = useTranslate()
  const endsAt = Date.parse(until)
  useEffect(() => {
    const timer = setTimeout(onEnd, Math.max(0, endsAt - serverNow()))
    return () => clearTimeout(timer)
  }, [endsAt, onEnd])
  return (
    <Note icon="shield" tone="late">
      <strong>
        {translate('record.held')} <Clock until={endsAt} />
      </strong>
      {'. '}
      {translate('record.held_end')}
    </Note>
  )
}
