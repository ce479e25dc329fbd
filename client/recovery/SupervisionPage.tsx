import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { SupervisionAnswer } from '#domain/contracts/recovery.ts'
import { RecoveryParts } from '#client/recovery/RecoveryParts.tsx'
import { SupervisionView } from '#client/recovery/SupervisionView.tsx'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Field } from '#client/ui/Field.tsx'
import { FilterBar } from '#client/ui/FilterBar.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { Waiting } from '#client/ui/Waiting.tsx'
import { addDays, localDateOf } from '#domain/time.ts'

const DAYS = 7

/** Refusals, stops, limits and pressure of some days; counts and sentences, nothing that a caller said. */
export default function SupervisionPage() {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const may = useMay('recovery.supervise') !== '-'
  const [today] = useState(() => localDateOf(serverNow(), zone))
  const [from, setFrom] = useState(addDays(today, 1 - DAYS))
  const [to, setTo] = useState(today)
  const { data, error, refetch } = useRead<SupervisionAnswer>('recovery', { path: '/recovery/supervision', body: { from, to } }, may && from !== '' && to !== '' && from <= to)
  return (
    <RecoveryParts under={translate('recovery.supervision_under')}>
      {may ? null : <NotYourRole action="recovery.supervise" />}
      <FilterBar>
        <div><Field label={translate('recovery.from_day')} type="date" max={to} value={from} onChange={(event) => setFrom(event.target.value)} /></div>
        <div><Field label={translate('recovery.to_day')} type="date" min={from} max={today} value={to} onChange={(event) => setTo(event.target.value)} /></div>
      </FilterBar>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {may && !data && !error ? <Waiting rows={8} /> : null}
      {data ? <SupervisionView answer={data} /> : null}
    </RecoveryParts>
  )
}
