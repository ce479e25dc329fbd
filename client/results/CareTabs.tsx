import { useTranslate } from 'ra-core'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { useMay } from '#client/layout/session.ts'

/** What a manager looks after about results: those without a clinician, laboratory work that has not come, and what tests are. */
export function CareTabs() {
  const translate = useTranslate()
  const assigns = useMay('result.assign') !== '-'
  if (!assigns) return null
  return <PageTabs label={translate('results.title')} tabs={[{ to: '/results/unowned', label: 'results.unowned' }, { to: '/results/missing-labs', label: 'results.missing_title' }, { to: '/results/kinds', label: 'results.kinds_page' }]} />
}
