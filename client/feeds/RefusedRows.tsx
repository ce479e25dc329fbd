import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLocale, useTranslate } from 'ra-core'
import type { ImportAnswer, RefusalRow } from '#domain/contracts/feeds.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Rows on the screen; the file has all of them. */
const SHOWN = 50
const range = encodeURIComponent(JSON.stringify([0, SHOWN - 1]))

const columns: Column<RefusalRow>[] = [
  { key: 'line', heading: 'feeds.line', cell: (row) => row.line },
  { key: 'kind', heading: 'feeds.kind', cell: (row) => row.kind, from: 'md' },
  { key: 'rows', heading: 'feeds.rows', cell: (row) => row.rows, align: 'right', from: 'md' },
  { key: 'why', heading: 'feeds.why', cell: (row) => row.message },
  { key: 'next', heading: 'feeds.next', cell: (row) => row.next, from: 'sm' },
]

/** Where and why rows were not taken, and all of it as a file. The report never repeats what stands in a row. */
export function RefusedRows({ row }: { row: ImportAnswer }) {
  const translate = useTranslate()
  const locale = useLocale()
  const path = `/imports/${encodeURIComponent(row.id)}/refusals`
  const isOver = row.state !== 'running' && row.state !== 'waiting'
  const { data, error, refetch } = useRead<RefusalRow[]>('import-refusals', { path: `${path}?range=${range}` }, isOver, ['imports'])
  if (!isOver) return null
  return (
    <Card title={translate('feeds.refused_title', { rows: row.refused.toLocaleString(locale) })} flush>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', p: 2 }}>
        <Button component="a" href={`/api${path}.csv`} download>{translate('feeds.download')}</Button>
        <Box sx={{ color: 'ink2' }}>{translate('feeds.download_text')}</Box>
      </Box>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Rows label={translate('feeds.refused')} rows={data} rowKey={(one) => one.id} columns={columns} /> : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data && data.length === SHOWN ? <Box sx={{ p: 2 }}><Note icon="table">{translate('feeds.first_rows', { shown: SHOWN })}</Note></Box> : null}
    </Card>
  )
}
