import { useState } from 'react'
import { useLocation, useNavigate, useParams, useTranslate } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { AccessLog } from '#client/patients/AccessLog.tsx'
import { AskReason } from '#client/patients/AskReason.tsx'
import { Overview } from '#client/patients/Overview.tsx'
import { recordHead } from '#client/patients/record-head.tsx'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** One person's record: who, what is so, and who has looked. Every opening is logged. */
export default function PatientRecord() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { pathname } = useLocation()
  const [reason, setReason] = useState<string | null>(null)
  const path = `/patients/${encodeURIComponent(id)}${reason ? `?${new URLSearchParams({ reason }).toString()}` : ''}`
  const asksWhy = useMay('patient.read') === 'R' && reason === null
  const { data: patient, error, refetch, isPending } = useRead<PatientOverview>('patients', { path }, !asksWhy)
  if (asksWhy) {
    return (
      <Page name="patients.record">
        <AskReason onGive={setReason} onLeave={() => void navigate('/patients')} />
      </Page>
    )
  }
  if (error) {
    return (
      <Page name="patients.record">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (isPending) return <Waiting rows={8} />
  const tabs = [
    { to: `/patients/${id}`, label: 'patients.overview' },
    { to: `/patients/${id}/access-log`, label: 'patients.access_log' },
  ]
  return (
    <Page
      name="patients.record"
      {...recordHead({ patient, translate })}
      tabs={<PageTabs label={translate('patients.parts')} tabs={tabs} />}
    >
      {pathname.endsWith('/access-log') ? <AccessLog patientId={id} /> : <Overview patient={patient} />}
    </Page>
  )
}
