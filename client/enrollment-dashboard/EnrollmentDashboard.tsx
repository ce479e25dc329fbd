import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { FiguresAnswer } from '#domain/contracts/enrollment-figures.ts'
import { localDateOf } from '#domain/time.ts'
import { spanUntil, type Drill, type Span } from '#client/enrollment-dashboard/figures.ts'
import { FigureFilters } from '#client/enrollment-dashboard/FigureFilters.tsx'
import { FigureView } from '#client/enrollment-dashboard/FigureView.tsx'
import { PeopleBehind } from '#client/enrollment-dashboard/PeopleBehind.tsx'
import { DashboardTabs } from '#client/layout/DashboardTabs.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { useFiguresView } from '#client/layout/use-figures-view.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { Waiting } from '#client/ui/Waiting.tsx'

/** From invited to active: how many, where it stops, how long it takes; every number opens the people behind it. */
export default function EnrollmentDashboard() {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const [span, setSpan] = useState<Span>('90')
  const [portalId, setPortalId] = useState('')
  const [siteId, setSiteId] = useState('')
  const [view, setView] = useFiguresView()
  const [drill, setDrill] = useState<Drill | null>(null)
  const [today] = useState(() => localDateOf(serverNow(), zone))
  const narrowed = { ...(portalId ? { portalId } : {}), ...(siteId ? { siteId } : {}) }
  const body = { ...spanUntil(today, span), ...narrowed }
  const { data, error, refetch } = useRead<FiguresAnswer>('invitations', { path: '/enrollment-figures/search', body }, true, ['enrollments'])
  const open = (asked: Omit<Drill, 'from' | 'to'>) => setDrill({ ...body, ...asked })
  return (
    <Page
      name="figures.title"
      title={translate('figures.title')}
      under={translate('figures.under')}
      tabs={<DashboardTabs />}
      actions={
        <FigureFilters
          span={span}
          portalId={portalId}
          siteId={siteId}
          view={view}
          onSpan={setSpan}
          onPortal={setPortalId}
          onSite={setSiteId}
          onView={setView}
        />
      }
    >
      {drill ? <PeopleBehind drill={drill} onBack={() => setDrill(null)} /> : null}
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={8} /> : null}
      {data && !drill ? <FigureView figures={data} view={view} onDrill={open} /> : null}
    </Page>
  )
}
