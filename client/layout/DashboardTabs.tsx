import { useTranslate } from 'ra-core'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { mayOpen } from '#client/layout/menu.ts'
import { useSessionState } from '#client/layout/session.ts'
import { dashboards } from '#client/layout/dashboards.ts'

/** The dashboards that the person may open, beside each other. */
export function DashboardTabs() {
  const translate = useTranslate()
  const { session } = useSessionState()
  const tabs = dashboards.filter(({ needs }) => session && mayOpen(needs, session.may))
  return tabs.length > 1 ? <PageTabs label={translate('shell.dashboards')} tabs={tabs} /> : null
}
