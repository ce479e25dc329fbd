import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { NoticesTold } from '#client/results/Notices.tsx'
import { Part } from '#client/results/Part.tsx'
import { usePreview } from '#client/results/use-results.ts'
import { Viewers } from '#client/results/ViewerLine.tsx'
import { WhyItIs } from '#client/results/WhyItIs.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Beside the result: who will see it, what they are told, and why it stands where it stands. */
export function Beside({ result, children }: { result: ResultAnswer; children: ReactNode }) {
  const translate = useTranslate()
  const { data, error, refetch } = usePreview(result.id)
  const isOut = result.forPatient.state === 'visible' && result.forRepresentatives.state === 'visible'
  const mayRelease = result.may.release.allowed
  return (
    <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data ? (
        <>
          <Part title={translate(mayRelease ? 'results.if_released' : isOut ? 'results.who_sees' : 'results.who_sees_now')}>
            <Viewers viewers={mayRelease ? data.released : data.now} />
          </Part>
          {mayRelease ? <Part title={translate('results.told_title')}><NoticesTold notices={data.notices} viewers={data.released} /></Part> : null}
        </>
      ) : null}
      <WhyItIs result={result} />
      {children}
    </Box>
  )
}
