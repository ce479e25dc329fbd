import { useTranslate } from 'ra-core'
import type { PractitionerRecord } from '#domain/contracts/practitioners.ts'
import { MatchForm } from '#client/practitioners/MatchForm.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Which colleague a practitioner is: what is known, and the choice. */
export function MatchPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate()
  const { data: record, error, refetch } = useRead<PractitionerRecord>('practitioners', { path: `/practitioners/${encodeURIComponent(id)}` })
  if (record) return <MatchForm key={record.version} record={record} onClose={onClose} />
  return (
    <Panel title={translate('practitioners.match')} onClose={onClose}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting rows={4} />}
    </Panel>
  )
}
