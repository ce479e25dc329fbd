import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { FairnessAnswer } from '#domain/contracts/service-levels.ts'
import { ExportButton } from '#client/service-levels/ExportButton.tsx'
import { FairnessTable } from '#client/service-levels/FairnessTable.tsx'
import { stretches, type Stretch } from '#client/service-levels/levels.ts'
import { DashboardTabs } from '#client/layout/DashboardTabs.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useOpenSites } from '#client/layout/use-sites.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { TextBox } from '#client/ui/Field.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const Select = TextBox.withComponent('select')

/** Whether some wait longer for a reply than others: by language, age and sex, small groups left out. */
export default function FairnessPage() {
  const translate = useTranslate()
  const sites = useOpenSites()
  const [days, setDays] = useState<Stretch>(90)
  const [siteId, setSiteId] = useState('')
  const ask = { days, ...(siteId ? { siteId } : {}) }
  const { data, error, refetch } = useRead<FairnessAnswer>('service-levels', { path: '/service-levels/fairness', body: ask })
  return (
    <Page
      name="levels.fairness"
      title={translate('levels.fairness')}
      under={translate('levels.fairness_under')}
      tabs={<DashboardTabs />}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', '& > select': { width: 'auto', maxWidth: '100%' } }}>
          <Select aria-label={translate('levels.site')} value={siteId} onChange={(event) => setSiteId(event.target.value)}>
            <option value="">{translate('levels.all_sites')}</option>
            {sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </Select>
          <Select aria-label={translate('levels.stretch')} value={days} onChange={(event) => setDays(stretches.find((one) => String(one) === event.target.value) ?? 90)}>
            {stretches.map((one) => <option key={one} value={one}>{translate('levels.last_days', { days: one })}</option>)}
          </Select>
          <ExportButton table="fairness" ask={ask} />
        </Box>
      }
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={8} /> : null}
      {data && !error ? data.by.map((one) => <FairnessTable key={one.trait} by={one} fewest={data.fewest} />) : null}
    </Page>
  )
}
