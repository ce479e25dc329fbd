import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PreviewAnswer } from '#domain/contracts/feeds.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

type PreviewRow = PreviewAnswer['rows'][number]

/** What the first rows would become: who, or why not, and what in them was not used. */
export function PreviewRows({ rows }: { rows: readonly PreviewRow[] }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const columns: Column<PreviewRow>[] = [
    { key: 'line', heading: 'feeds.line', cell: (row) => row.line },
    { key: 'kind', heading: 'feeds.kind', cell: (row) => row.kind, from: 'md' },
    {
      key: 'name',
      heading: 'feeds.becomes',
      cell: (row) => row.name ?? <StateChip state="blocked">{translate('feeds.not_taken')}</StateChip>,
    },
    { key: 'birth', heading: 'feeds.birth', cell: (row) => (row.birthDate ? dateText(row.birthDate, locale) : '–') },
    {
      key: 'notes',
      heading: 'feeds.notes',
      from: 'sm',
      cell: ({ refusal, notes }) => (
        <Box sx={{ typography: 'table' }}>{refusal ? `${refusal.message} ${refusal.next}` : notes.join(' ')}</Box>
      ),
    },
  ]
  if (rows.length === 0) return <EmptyState kind="nothing-found" title={translate('feeds.no_rows')} text={translate('feeds.no_rows_text')} />
  return <Rows label={translate('feeds.first')} rows={rows} rowKey={(row) => `${row.kind}:${row.line}`} columns={columns} />
}
