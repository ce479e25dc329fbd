import { lazy, Suspense, useState } from 'react'
import { useLocation, useNavigate, useParams, useTranslate } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { AccessLog } from '#client/patients/AccessLog.tsx'
import { AskReason } from '#client/patients/AskReason.tsx'
import { Overview } from '#client/patients/Overview.tsx'
import { OwnChart } from '#client/patients/ClosedChart.tsx'
import { DeceasedBanner } from '#client/patients/DeceasedBanner.tsx'
import { EditRecord } from '#client/patients/EditRecord.tsx'
import { EnrollAct } from '#client/patients/EnrollAct.tsx'
import { EnrollmentTab } from '#client/patients/EnrollmentTab.tsx'
import { HeldOpen } from '#client/patients/HeldOpen.tsx'
import { recordHead } from '#client/patients/record-head.tsx'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Whom } from '#client/ui/Whom.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Refused } from '#client/ui/refused.ts'
import { Waiting } from '#client/ui/Waiting.tsx'

const RecoveryEntry = lazy(() => import('#client/recovery/RecordEntry.tsx'))
const StartCallPage = lazy(() => import('#client/recovery/StartCallPage.tsx'))
const SharingTab = lazy(() => import('#client/results/SharingTab.tsx'))
const PatientThreads = lazy(() => import('#client/messages/PatientThreads.tsx'))
const PreferencesTab = lazy(() => import('#client/preferences/PreferencesTab.tsx'))
const ProxyTab = lazy(() => import('#client/proxy-access/ProxyTab.tsx'))

/** One person's record: who, what is so, and who has looked. Every opening is logged. */
export default function PatientRecord() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { pathname } = useLocation()
  const [reason, setReason] = useState<string | null>(null)
  const path = `/patients/${encodeURIComponent(id)}${reason ? `?${new URLSearchParams({ reason }).toString()}` : ''}`
  const asksWhy = useMay('patient.read') === 'R' && reason === null
  const seesEnrollment = useMay('enrollment.read') !== '-'
  const mayEdit = useMay('patient.edit') !== '-'
  const seesProxies = useMay('proxy.read') !== '-'
  const seesResults = useMay('result.read') !== '-'
  const seesMessages = useMay('message.worklist') !== '-'
  const seesPreferences = useMay('preference.read') !== '-'
  const part = (name: string) => () => void navigate(`/patients/${id}${name}`)
  useKeys([
    { keys: '1', group: 'move', label: 'record.key_overview', run: part('') },
    ...(seesEnrollment ? [{ keys: '2', group: 'move' as const, label: 'enroll.key_tab', run: part('/enrollment') }] : []),
    ...(seesProxies ? [{ keys: '3', group: 'move' as const, label: 'access.key_tab', run: part('/proxy-access') }] : []),
    ...(seesMessages ? [{ keys: '4', group: 'move' as const, label: 'messages.key_record', run: part('/messages') }] : []),
    ...(seesResults ? [{ keys: '5', group: 'move' as const, label: 'results.key_tab', run: part('/results') }] : []),
    ...(seesPreferences ? [{ keys: '7', group: 'move' as const, label: 'preferences.key_tab', run: part('/preferences') }] : []),
    { keys: '8', group: 'move', label: 'record.key_log', run: part('/access-log') },
    ...(mayEdit ? [{ keys: 'c', group: 'act' as const, label: 'record.key_edit', run: part('/edit') }] : []),
  ])
  const { data: patient, error, refetch, isPending } = useRead<PatientOverview>('patients', { path }, !asksWhy)
  if (pathname.endsWith('/recovery')) return <Suspense><StartCallPage patientId={id} /></Suspense>
  if (asksWhy) {
    return (
      <Page name="patients.record">
        <AskReason onGive={setReason} onLeave={() => void navigate('/patients')} />
      </Page>
    )
  }
  if (error instanceof Refused && error.problem.code === 'OWN_OR_HOUSEHOLD_CHART') {
    return (
      <Page name="patients.record" title={translate('record.closed')}>
        <OwnChart patientId={id} onOpen={() => void refetch()} />
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
    ...(seesEnrollment ? [{ to: `/patients/${id}/enrollment`, label: 'enroll.tab' }] : []),
    ...(seesProxies ? [{ to: `/patients/${id}/proxy-access`, label: 'access.tab' }] : []),
    ...(seesMessages ? [{ to: `/patients/${id}/messages`, label: 'messages.record_tab' }] : []),
    ...(seesResults ? [{ to: `/patients/${id}/results`, label: 'results.tab' }] : []),
    ...(seesPreferences ? [{ to: `/patients/${id}/preferences`, label: 'preferences.tab' }] : []),
    { to: `/patients/${id}/access-log`, label: 'patients.access_log' },
  ]
  const nav = <PageTabs label={translate('patients.parts')} tabs={tabs} />
  const banners = (
    <>
      {patient.heldUntil ? <HeldOpen until={patient.heldUntil} onEnd={() => void refetch()} /> : null}
      {patient.deceased ? <DeceasedBanner patient={patient} /> : null}
    </>
  )
  if (seesProxies && pathname.endsWith('/proxy-access')) return <ProxyTab key={id} patient={patient} whom={<Whom patient={patient} />} reason={reason} tabs={nav} banners={banners} />
  return (
    <Page
      name="patients.record"
      {...recordHead({ patient, translate })}
      actions={pathname.endsWith('/edit') ? null : <RecordActs patientId={id} enrolls={seesEnrollment} />}
      tabs={nav}
    >
      {banners}
      <Part patient={patient} pathname={pathname} reason={reason} />
    </Page>
  )
}

/** What can be begun from a record: a call about the account, and what policy says is next. */
function RecordActs({ patientId, enrolls }: { patientId: string; enrolls: boolean }) {
  return (
    <>
      <Suspense><RecoveryEntry patientId={patientId} /></Suspense>
      {enrolls ? <EnrollAct patientId={patientId} /> : null}
    </>
  )
}

/** The part of the record that the address names. */
function Part({ patient, pathname, reason }: { patient: PatientOverview; pathname: string; reason: string | null }) {
  if (pathname.endsWith('/edit')) return <EditRecord patient={patient} />
  if (pathname.endsWith('/enrollment')) return <EnrollmentTab patientId={patient.id} />
  if (pathname.endsWith('/results')) return <SharingTab patientId={patient.id} />
  if (pathname.endsWith('/messages')) return <PatientThreads patientId={patient.id} />
  if (pathname.endsWith('/preferences')) return <PreferencesTab patientId={patient.id} whom={<Whom patient={patient} />} />
  return pathname.endsWith('/access-log') ? <AccessLog patientId={patient.id} /> : <Overview patient={patient} reason={reason} />
}
