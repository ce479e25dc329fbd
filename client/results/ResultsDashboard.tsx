import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { FindingsAnswer, ResultFigures } from '#domain/contracts/result-care.ts'
import { FigureCards } from '#client/results/FigureCards.tsx'
import { Radar } from '#client/results/Radar.tsx'
import { DashboardTabs } from '#client/layout/DashboardTabs.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { usePortals } from '#client/layout/use-sites.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { TextBox } from '#client/ui/Field.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { TextLink } from '#client/ui/TextLink.tsx'
import { serverNow } from '#client/ui/ticking.ts'
import { Waiting } from '#client/ui/Waiting.tsx'
import { addDays, localDateOf } from '#domain/time.ts'

const Select = TextBox.withComponent('select')
const spans = ['7', '30', '90'] as const

/** Holds and release times as counts, and what may be information blocking; no name of a patient. */
export default function ResultsDashboard() {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const portals = usePortals()
  const reviewsHolds = useMay('hold.review') !== '-'
  const [days, setDays] = useState<(typeof spans)[number]>('30')
  const [portalId, setPortalId] = useState('')
  const [today] = useState(() => localDateOf(serverNow(), zone))
  const query = new URLSearchParams({ from: addDays(today, 1 - Number(days)), to: today, ...(portalId ? { portalId } : {}) }).toString()
  const figures = useRead<ResultFigures>('results', { path: `/results/figures?${query}` })
  const findings = useRead<FindingsAnswer>('results', { path: '/results/findings' })
  const nameOf = (id: string | null) => portals.find((one) => one.id === id)?.name ?? id ?? ''
  return (
    <Page
      name="results.dashboard"
      title={translate('results.dashboard')}
      under={reviewsHolds ? <TextLink to="/results/holds">{translate('results.to_holds')}</TextLink> : translate('results.dashboard_under')}
      tabs={<DashboardTabs />}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, '& > select': { width: 'auto' } }}>
          <Select aria-label={translate('results.span')} value={days} onChange={(event) => setDays(spans.find((one) => one === event.target.value) ?? '30')}>
            {spans.map((one) => <option key={one} value={one}>{translate('results.last_days', { days: one })}</option>)}
          </Select>
          <Select aria-label={translate('results.portal')} value={portalId} onChange={(event) => setPortalId(event.target.value)}>
            <option value="">{translate('results.every_portal')}</option>
            {portals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </Select>
        </Box>
      }
    >
      {figures.error ? <Failure error={figures.error} onRetry={() => void figures.refetch()} /> : null}
      {findings.error && !figures.error ? <Failure error={findings.error} onRetry={() => void findings.refetch()} /> : null}
      {!figures.data && !figures.error ? <Waiting rows={8} /> : null}
      {findings.data ? <Radar findings={findings.data.rows} nameOf={nameOf} /> : null}
      {figures.data ? <FigureCards figures={figures.data} nameOf={nameOf} /> : null}
    </Page>
  )
}
