import { useLocation, useTranslate } from 'ra-core'
import { CannedReplies } from '#client/message-setup/CannedReplies.tsx'
import { OfficeHours } from '#client/message-setup/OfficeHours.tsx'
import { Queues } from '#client/message-setup/Queues.tsx'
import { Routing } from '#client/message-setup/Routing.tsx'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { useMay } from '#client/layout/session.ts'

/** Where messages go, who works there, which hours count, and the texts that are used often. */
export default function MessageSetupPage() {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const mayQueues = useMay('queue.change') !== '-'
  const mayCanned = useMay('canned-reply.change') !== '-'
  const tabs = [
    ...(mayQueues ? [{ to: '/message-setup', label: 'setup.queues' }, { to: '/message-setup/routing', label: 'setup.routing' }, { to: '/message-setup/hours', label: 'setup.hours' }] : []),
    ...(mayCanned ? [{ to: '/message-setup/canned', label: 'setup.canned' }] : []),
  ]
  return (
    <Page name="shell.message_setup" title={translate('shell.message_setup')} under={translate('setup.under')} tabs={<PageTabs label={translate('setup.parts')} tabs={tabs} />}>
      {partOf(pathname, mayQueues, mayCanned)}
    </Page>
  )
}

function partOf(pathname: string, mayQueues: boolean, mayCanned: boolean) {
  if (pathname.endsWith('/canned')) return mayCanned ? <CannedReplies /> : <NotYourRole action="canned-reply.change" />
  if (!mayQueues) return <NotYourRole action="queue.change" />
  if (pathname.endsWith('/routing')) return <Routing />
  return pathname.endsWith('/hours') ? <OfficeHours /> : <Queues />
}
