import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PreviewAnswer } from '#domain/contracts/feeds.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

type PreviewRow = PreviewAnswer['rows'][number]

const columns: Column<PreviewRow>[] = [
  { key: 'line', heading: 'feeds.line', cell: (row) => row.line },
  { key: 'kind', heading: 'feeds.kind', cell: (row) => row.kind, from: 'md' },
  { key: 'name', heading: 'feeds.becomes', cell: (row) => row.name ?? <NotTaken /> },
  { key: 'birth', heading: 'feeds.birth', cell: (row) => <Birth row={row} /> },
  { key: 'notes', heading: 'feeds.notes', from: 'sm', cell: (row) => <Notes row={row} /> },
]

/** What the first rows would become: who, or why not, and what in them was not used. */
export function PreviewRows({ rows }: { rows: readonly PreviewRow[] }) {
  const translate = useTranslate()
  if (rows.length === 0) return <EmptyState kind="nothing-found" title={translate('feeds.no_rows')} text={translate('feeds.no_rows_text')} />
  return <Rows label={translate('feeds.first')} rows={rows} rowKey={(row) => `${row.kind}:${row.line}`} columns={columns} />
}

function NotTaken() {
  const translate = useTranslate()
  return <StateChip state="blocked">{translate('feeds.not_taken')}</StateChip>
}

function Birth({ row }: { row: PreviewRow }) {
  const { locale } = usePracticeTime()
  return row.birthDate ? dateText(row.birthDate, locale) : '–'
}

function Notes({ row: { refusal, notes } }: { row: PreviewRow }) {
  return <Box sx={{ typography: 'table' }}>{refusal ? `${refusal.message} ${refusal.next}` : notes.join(' ')}</Box>
}
