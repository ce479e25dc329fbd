import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ImportAnswer, PreviewAnswer } from '#domain/contracts/feeds.ts'
import { faultsOf, type RosterMapping } from '#domain/rosters/mapping.ts'
import { mappingOf } from '#client/feeds/first-mapping.ts'
import { MappingCard } from '#client/feeds/MappingCard.tsx'
import { PreviewRows } from '#client/feeds/PreviewRows.tsx'
import { StartCard } from '#client/feeds/StartCard.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** The first rows, how a roster's columns are read, and the way to try the import and then to do it. */
export function SetUp({ row, isTried }: { row: ImportAnswer; isTried: boolean }) {
  const translate = useTranslate()
  const [edited, setEdited] = useState<RosterMapping | null>(null)
  const [asked, setAsked] = useState<RosterMapping | null>(null)
  const [table, setTable] = useState<PreviewAnswer['table']>(null)
  const question = { path: `/imports/${encodeURIComponent(row.id)}/preview`, body: asked ? { mapping: asked } : {} }
  const { data: preview, error, refetch } = useRead<PreviewAnswer>('import-preview', question)
  if (preview?.table && table === null) setTable(preview.table)
  const mapping = edited ?? (table ? mappingOf(table, row.source) : null)
  const isReady = preview?.kind === 'fhir' || (mapping !== null && faultsOf(mapping.columns).length === 0)
  return (
    <>
      {table && mapping ? (
        <MappingCard table={table} mapping={mapping} isReady={isReady} onChange={setEdited} onShow={() => setAsked(mapping)} />
      ) : null}
      <Card title={translate('feeds.first')} flush>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {preview ? <PreviewRows rows={preview.rows} /> : null}
        {!preview && !error ? <Waiting rows={4} /> : null}
      </Card>
      {preview ? <StartCard row={row} mapping={preview.kind === 'roster' ? mapping : null} isReady={isReady} isTried={isTried} /> : null}
    </>
  )
}
