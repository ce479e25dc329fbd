import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { DanglingAnswer, DanglingRow } from '#domain/contracts/practitioners.ts'
import { MatchPanel } from '#client/practitioners/MatchPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** What a practitioner's match mends; the others are mended by cover. */
const byMatch: readonly DanglingRow['kind'][] = ['practitioner-unmatched', 'npi-ambiguous', 'npi-differs']

/** Ties to patients that lead to nobody who can act, each with the one way to mend it. */
export function LooseEnds() {
  const translate = useTranslate()
  const mayMatch = useMay('practitioner.match') === 'Y'
  const { data, error, refetch } = useRead<DanglingAnswer>('dangling-relations', { path: '/dangling-relations' }, true, ['practitioners', 'covers', 'staff'])
  const [open, setOpen] = useState<string | null>(null)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={6} />
  if (data.rows.length === 0) {
    return (
      <Card flush>
        <EmptyState kind="all-done" title={translate('practitioners.all_tied')} text={translate('practitioners.all_tied_text')} />
      </Card>
    )
  }
  return (
    <Card flush>
      <Rows label={translate('practitioners.loose')} rows={data.rows} rowKey={keyOf} columns={columnsWith(translate, mayMatch ? setOpen : null)} />
      {data.more ? (
        <Box sx={{ p: 2 }}>
          <Note icon="table">{translate('practitioners.more_loose', { shown: data.rows.length })}</Note>
        </Box>
      ) : null}
      {open ? <MatchPanel id={open} onClose={() => setOpen(null)} /> : null}
    </Card>
  )
}

const keyOf = (row: DanglingRow): string => row.practitionerId ?? row.coverId ?? row.name

function columnsWith(translate: TranslateFunction, onMatch: ((id: string) => void) | null): Column<DanglingRow>[] {
  return [
    { key: 'name', heading: 'practitioners.name', cell: (row) => row.name },
    { key: 'what', heading: 'practitioners.dangling_heading', cell: (row) => translate(`practitioners.dangling.${row.kind}`) },
    { key: 'npi', heading: 'practitioners.npi', cell: (row) => row.npi ?? '–', from: 'md' },
    { key: 'about', heading: 'practitioners.about', cell: (row) => row.staffName ?? '–', from: 'md' },
    { key: 'site', heading: 'practitioners.site', cell: (row) => row.siteName ?? '–', from: 'lg' },
    {
      key: 'act',
      heading: 'practitioners.act',
      align: 'right',
      cell: (row) => {
        const { practitionerId } = row
        if (!byMatch.includes(row.kind)) return <TextLink to="/practitioners/covers">{translate('practitioners.covers')}</TextLink>
        if (practitionerId === null || onMatch === null) return null
        return (
          <TextButton type="button" aria-label={`${translate('practitioners.match')} ${row.name}`} onClick={() => onMatch(practitionerId)}>
            {translate('practitioners.match')}
          </TextButton>
        )
      },
    },
  ]
}
