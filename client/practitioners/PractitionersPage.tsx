import { useLocation, useTranslate } from 'ra-core'
import { Covers } from '#client/practitioners/Covers.tsx'
import { LooseEnds } from '#client/practitioners/LooseEnds.tsx'
import { PractitionerList } from '#client/practitioners/PractitionerList.tsx'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'

const tabs = [
  { to: '/practitioners', label: 'practitioners.list', end: true },
  { to: '/practitioners/loose-ends', label: 'practitioners.loose' },
  { to: '/practitioners/covers', label: 'practitioners.covers' },
]

/** Practitioners of the feeds and who they are here, ties that lead nowhere, and who stands in for whom. */
export default function PractitionersPage() {
  const translate = useTranslate()
  const { pathname } = useLocation()
  return (
    <Page
      name="shell.practitioners"
      title={translate('shell.practitioners')}
      under={translate('practitioners.under')}
      tabs={<PageTabs label={translate('practitioners.parts')} tabs={tabs} />}
    >
      {partOf(pathname)}
    </Page>
  )
}

function partOf(pathname: string) {
  if (pathname.endsWith('/loose-ends')) return <LooseEnds />
  return pathname.endsWith('/covers') ? <Covers /> : <PractitionerList />
}
