import { useParams, useTranslate } from 'ra-core'
import { EnrollWizard } from '#client/enroll/EnrollWizard.tsx'
import { useEnrollment } from '#client/enroll/use-enrollment.ts'
import { Page } from '#client/layout/Page.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** An enrollment under way, or how it ended; it can be left and found again. */
export default function EnrollPage() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const { data, error, refetch } = useEnrollment(id)
  if (data) return <EnrollWizard key={data.id} draft={data} />
  if (!error) return <Waiting rows={6} />
  return (
    <Page name="enroll.page" title={translate('enroll.page')}>
      <Failure error={error} onRetry={() => void refetch()} />
    </Page>
  )
}
