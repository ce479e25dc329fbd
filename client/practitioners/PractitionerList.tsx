import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { PractitionerLine } from '#domain/contracts/practitioners.ts'
import { MatchPanel } from '#client/practitioners/MatchPanel.tsx'
import { WhoHere } from '#client/practitioners/WhoHere.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import type { Column } from '#client/ui/Rows.tsx'

/** Each once; several specialties and places are ordinary. */
function listed(all: readonly (string | null)[]): string {
  return [...new Set(all.flatMap((one) => one ?? []))].join(', ') || '–'
}

function columnsWith(translate: TranslateFunction, onMatch: ((id: string) => void) | null): Column<PractitionerLine>[] {
  return [
    { key: 'name', heading: 'practitioners.name', cell: (row) => row.name },
    { key: 'npi', heading: 'practitioners.npi', cell: (row) => row.npi ?? '–' },
    { key: 'who', heading: 'practitioners.who', cell: (row) => <WhoHere line={row} /> },
    { key: 'specialty', heading: 'practitioners.specialty', cell: (row) => listed([row.specialty, ...row.roles.map(({ specialty }) => specialty)]), from: 'lg' },
    { key: 'site', heading: 'practitioners.site', cell: (row) => listed([row.siteName, ...row.roles.map(({ place }) => place)]), from: 'md' },
    { key: 'source', heading: 'practitioners.source', cell: (row) => row.source, from: 'lg' },
    ...(onMatch
      ? [
          {
            key: 'act',
            heading: 'practitioners.act',
            align: 'right' as const,
            cell: (row: PractitionerLine) => (
              <TextButton type="button" aria-label={`${translate('practitioners.match')} ${row.name}`} onClick={() => onMatch(row.id)}>
                {translate('practitioners.match')}
              </TextButton>
            ),
          },
        ]
      : []),
  ]
}

/** Every practitioner that a feed has told of, by name or NPI, with the colleague it is. */
export function PractitionerList() {
  const translate = useTranslate()
  const mayMatch = useMay('practitioner.match') === 'Y'
  const list = useConsoleList<PractitionerLine>('practitioners', { sort: { field: 'nameKey', order: 'ASC' }, filterDefaultValues: { q: '' } })
  const { q = '' } = list.filterValues as { q?: string }
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <SearchField label={translate('practitioners.search')} value={q} onChange={(text) => list.setFilters(text ? { q: text } : {})} />
      <ListCard
        list={list}
        label={translate('practitioners.list')}
        columns={columnsWith(translate, mayMatch ? setOpen : null)}
        empty={
          q ? (
            <EmptyState kind="nothing-found" title={translate('practitioners.not_found')} />
          ) : (
            <EmptyState kind="first-day" title={translate('practitioners.nobody')} text={translate('practitioners.nobody_text')} />
          )
        }
      />
      {open ? <MatchPanel id={open} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
