import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { SharedItem, SharedItems } from '#domain/contracts/result-care.ts'
import { SharedItemLine } from '#client/results/SharedItemLine.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const kinds = ['note', 'diagnosis', 'medication'] as const

/** Notes, diagnoses and medications: shared unless withheld by hand with a reason; medications always (R67). */
export function SharedItemsCard({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const [changes, setChanges] = useState<SharedItem | null>(null)
  const { data, error, refetch } = useRead<SharedItems>('shared-items', { path: `/patients/${encodeURIComponent(patientId)}/shared-items` })
  return (
    <Card title={translate('results.shared_title')} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data && data.rows.length === 0 ? <EmptyState kind="nothing-found" title={translate('results.shared_none')} /> : null}
      {kinds.map((kind) => {
        const rows = data?.rows.filter((row) => row.kind === kind) ?? []
        return rows.length === 0 ? null : (
          <Box key={kind} component="section" aria-label={translate(`results.kinds.${kind}`)}>
            <Box component="h3" sx={{ px: 2, py: 0.5, bgcolor: 'sunken', typography: 'small', color: 'ink2' }}>{translate(`results.kinds.${kind}`)}</Box>
            <ul>{rows.map((row) => <SharedItemLine key={row.id} item={row} onChange={() => setChanges(row)} />)}</ul>
          </Box>
        )
      })}
      {data?.more ? <Box sx={{ p: 2 }}><Note icon="table">{translate('results.only_newest', { shown: data.rows.length })}</Note></Box> : null}
      {changes ? (
        <ReasonPanel
          title={translate(changes.shared ? 'results.unshare_title' : 'results.share_title', { what: changes.name })}
          effect={translate(changes.shared ? 'results.unshare_effect' : 'results.share_effect')}
          confirm={translate(changes.shared ? 'results.unshare_do' : 'results.share_do')}
          command={(reason) => ({ path: `/shared-items/${encodeURIComponent(changes.id)}/${changes.shared ? 'unshare' : 'share'}`, body: { reason }, version: changes.version })}
          touched={['shared-items']}
          onDone={() => setChanges(null)}
          onClose={() => setChanges(null)}
        />
      ) : null}
    </Card>
  )
}
