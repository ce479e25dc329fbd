import { useTranslate } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { StartCall } from '#client/recovery/StartCall.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Begins a call, or a visit at the desk, about one person’s account. */
export default function StartCallPage({ patientId: id }: { patientId: string }) {
  const translate = useTranslate()
  const mayWork = useMay('recovery.work') !== '-'
  const { data, error, refetch, isPending } = useRead<PatientOverview>('patients', { path: `/patients/${encodeURIComponent(id)}` }, mayWork)
  if (!mayWork || error) {
    return (
      <Page name="recovery.new_call" title={translate('recovery.new_call')}>
        {mayWork ? <Failure error={error} onRetry={() => void refetch()} /> : <NotYourRole action="recovery.work" />}
      </Page>
    )
  }
  return isPending ? <Waiting rows={6} /> : <StartCall patient={data} />
}
