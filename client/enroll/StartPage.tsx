import { useLocation, useNavigate, useParams, useTranslate } from 'ra-core'
import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { StartForm } from '#client/enroll/StartForm.tsx'
import { StartRefused } from '#client/enroll/StartRefused.tsx'
import { startable } from '#client/enroll/start-choice.ts'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { useEffect } from 'react'

/** Begins an enrollment for one person: nothing is kept before the first step is recorded. */
export default function StartPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const search = new URLSearchParams(useLocation().search)
  const { data, error, refetch, isPending } = useRead<PatientEnrollmentAnswer>('enrollments', { path: `/patients/${encodeURIComponent(id)}/enrollment` }, true, ['patients', 'invitations'])
  const found = data ? startable(data, search.get('portal')) : null
  const openId = found?.kind === 'open' ? found.enrollmentId : null
  useEffect(() => {
    if (openId) void navigate(`/enroll/${openId}`, { replace: true })
  }, [openId, navigate])
  if (error) {
    return (
      <Page name="enroll.page" title={translate('enroll.page')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (isPending || !found || openId) return <Waiting rows={6} />
  if (found.kind === 'none') return <StartRefused answer={data} />
  return <StartForm patient={data.patient} portals={found.kind === 'start' ? found.portals : []} from={search.get('from') === 'day' ? 'offered' : 'asked'} />
}
