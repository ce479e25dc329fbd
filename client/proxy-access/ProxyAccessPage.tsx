import { useLocation, useTranslate } from 'ra-core'
import { Birthdays } from '#client/proxy-access/Birthdays.tsx'
import { Documents } from '#client/proxy-access/Documents.tsx'
import { Letters } from '#client/proxy-access/Letters.tsx'
import { Pending } from '#client/proxy-access/Pending.tsx'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'

const tabs = [
  { to: '/proxy-access', label: 'access.pending' },
  { to: '/proxy-access/documents', label: 'access.documents_due' },
  { to: '/proxy-access/birthdays', label: 'access.birthdays' },
  { to: '/proxy-access/letters', label: 'access.letters' },
]

/** What waits about proxy access: requests and confirmations, documents that end, birthdays ahead, letters to send. */
export default function ProxyAccessPage() {
  const translate = useTranslate()
  const { pathname } = useLocation()
  return (
    <Page name="access.title" title={translate('access.title')} under={translate('access.under')} tabs={<PageTabs label={translate('access.parts')} tabs={tabs} />}>
      {partOf(pathname)}
    </Page>
  )
}

function partOf(pathname: string) {
  if (pathname.endsWith('/documents')) return <Documents />
  if (pathname.endsWith('/birthdays')) return <Birthdays />
  return pathname.endsWith('/letters') ? <Letters /> : <Pending />
}
