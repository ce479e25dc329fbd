import { useParams, useTranslate } from 'ra-core'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import { GoOnUpload } from '#client/feeds/GoOnUpload.tsx'
import { ImportChip } from '#client/feeds/ImportChip.tsx'
import { ImportProgress } from '#client/feeds/ImportProgress.tsx'
import { RefusedRows } from '#client/feeds/RefusedRows.tsx'
import { SetUp } from '#client/feeds/SetUp.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** One import from its file to its report; its figures move while it runs. */
export default function ImportRecord() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const mayImport = useMay('patient.import') === 'Y'
  const { data: row, error, refetch } = useRead<ImportAnswer>('imports', { path: `/imports/${encodeURIComponent(id)}` })
  const chips = row ? (
    <>
      <ImportChip row={row} />
      {row.dryRun ? <StateChip state="note" icon="flask">{translate('feeds.trial')}</StateChip> : null}
    </>
  ) : null
  return (
    <Page name="shell.imports" title={row?.source ?? translate('shell.imports')} chips={chips} under={<TextLink to="/imports">{translate('feeds.all')}</TextLink>}>
      {error ? <Card flush><Failure error={error} onRetry={() => void refetch()} /></Card> : null}
      {row ? <Parts row={row} mayImport={mayImport} /> : null}
      {!row && !error ? <Waiting rows={6} /> : null}
    </Page>
  )
}

function Parts({ row, mayImport }: { row: ImportAnswer; mayImport: boolean }) {
  const isWhole = row.files.every((file) => file.received >= file.size)
  const isTried = row.dryRun && row.state === 'done'
  return (
    <>
      {row.state === 'draft' ? null : <ImportProgress row={row} mayImport={mayImport} />}
      {mayImport && row.state === 'draft' && !isWhole ? <GoOnUpload row={row} /> : null}
      {mayImport && row.refused > 0 ? <RefusedRows row={row} /> : null}
      {mayImport && isWhole && (row.state === 'draft' || row.dryRun) ? <SetUp key={row.id} row={row} isTried={isTried} /> : null}
    </>
  )
}
