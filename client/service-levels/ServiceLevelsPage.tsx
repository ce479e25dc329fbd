import { useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import type { ServiceLevels } from '#domain/contracts/service-levels.ts'
import { MINUTE } from '#domain/time.ts'
import { LevelFilters } from '#client/service-levels/LevelFilters.tsx'
import { LevelView } from '#client/service-levels/LevelView.tsx'
import { PrintLook } from '#client/service-levels/PrintLook.tsx'
import { ThreadsBehind } from '#client/service-levels/ThreadsBehind.tsx'
import type { Drill, Stretch } from '#client/service-levels/levels.ts'
import { DashboardTabs } from '#client/layout/DashboardTabs.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { useFiguresView } from '#client/layout/use-figures-view.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { useNow } from '#client/ui/ticking.ts'
import { Waiting } from '#client/ui/Waiting.tsx'

/** What is late, what will be before we open, who has nobody; every number opens the threads behind it. */
export default function ServiceLevelsPage() {
  const translate = useTranslate()
  const [days, setDays] = useState<Stretch>(30)
  const [siteId, setSiteId] = useState('')
  const [view, setView] = useFiguresView()
  const [drill, setDrill] = useState<Drill | null>(null)
  const place = useScrollPlace()
  const ask = { days, ...(siteId ? { siteId } : {}) }
  const { data, error, refetch } = useRead<ServiceLevels>('service-levels', { path: '/service-levels/messages', body: ask }, true, ['messages', 'assignments'])
  useEachMinute(refetch)
  const open = (asked: Drill) => {
    place.keep()
    setDrill(asked)
  }
  const back = () => {
    setDrill(null)
    place.comeBack()
  }
  return (
    <Page
      name="levels.title"
      title={translate('levels.title')}
      tabs={<DashboardTabs />}
      actions={
        drill ? null : <LevelFilters sites={data?.sites ?? []} siteId={siteId} days={days} view={view} onSite={setSiteId} onDays={setDays} onView={setView} />
      }
    >
      <PrintLook />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={8} /> : null}
      {data && !error && !drill ? <LevelView levels={data} ask={ask} view={view} onDrill={open} /> : null}
      {drill ? <ThreadsBehind drill={drill} siteId={siteId} onBack={back} /> : null}
    </Page>
  )
}

/** Bands move with the clock even when nobody writes. */
function useEachMinute(refetch: () => unknown): void {
  const minute = Math.floor(useNow(MINUTE) / MINUTE)
  const first = useRef(minute)
  const again = useRef(refetch)
  useEffect(() => {
    again.current = refetch
  })
  useEffect(() => {
    if (minute !== first.current) again.current()
  }, [minute])
}

/** Where the screen stood before a number was opened, so that coming back finds it there. */
function useScrollPlace() {
  const top = useRef(0)
  const content = () => document.getElementById('content')
  return {
    keep: () => {
      top.current = content()?.scrollTop ?? 0
      content()?.scrollTo({ top: 0 })
    },
    comeBack: () => requestAnimationFrame(() => content()?.scrollTo({ top: top.current })),
  }
}
