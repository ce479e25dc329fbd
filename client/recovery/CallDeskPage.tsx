import { useTranslate } from 'ra-core'
import { CallDeskScreen } from '#client/recovery/CallDeskScreen.tsx'
import { useCall } from '#client/recovery/use-call.ts'
import { Page } from '#client/layout/Page.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** One case, whole: the screen of a call. */
export default function CallDeskPage({ id }: { id: string }) {
  const translate = useTranslate()
  const { data, error, refetch, isPending } = useCall(id)
  if (error) {
    return (
      <Page name="recovery.page" title={translate('recovery.page')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (isPending) return <Waiting rows={8} />
  return <CallDeskScreen key={id} desk={data} />
}
