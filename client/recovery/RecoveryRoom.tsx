import { useLocation } from 'ra-core'
import { lazy, Suspense } from 'react'
import { Waiting } from '#client/ui/Waiting.tsx'

const RecoveryPage = lazy(() => import('#client/recovery/RecoveryPage.tsx'))
const NewCallPage = lazy(() => import('#client/recovery/NewCallPage.tsx'))
const SupervisionPage = lazy(() => import('#client/recovery/SupervisionPage.tsx'))
const AgentIncidentPage = lazy(() => import('#client/recovery/AgentIncidentPage.tsx'))
const CallDeskPage = lazy(() => import('#client/recovery/CallDeskPage.tsx'))

/** Account recovery under its addresses: the queue, a new call, a case, supervision, what one person did. */
export default function RecoveryRoom() {
  const part = useLocation().pathname.split('/')[2] ?? ''
  return <Suspense fallback={<Waiting rows={8} />}>{pageOf(part)}</Suspense>
}

function pageOf(part: string) {
  switch (part) {
    case '': return <RecoveryPage />
    case 'new': return <NewCallPage />
    case 'supervision': return <SupervisionPage />
    case 'agent': return <AgentIncidentPage />
    default: return <CallDeskPage id={decodeURIComponent(part)} />
  }
}
