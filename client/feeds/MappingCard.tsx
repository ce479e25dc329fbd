import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLocale, useTranslate } from 'ra-core'
import type { PreviewAnswer } from '#domain/contracts/feeds.ts'
import { fieldNames, rosterFields } from '#domain/rosters/fields.ts'
import { faultsOf, type RosterMapping } from '#domain/rosters/mapping.ts'
import { MappingDetails } from '#client/feeds/MappingDetails.tsx'
import { Card } from '#client/ui/Card.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type MappingCardProps = {
  table: NonNullable<PreviewAnswer['table']>
  mapping: RosterMapping
  isReady: boolean
  onChange: (mapping: RosterMapping) => void
  onShow: () => void
}

/** What each column of a roster holds: proposed from its heading or from a saved reading, settled by a person. */
export function MappingCard({ table, mapping, isReady, onChange, onShow }: MappingCardProps) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const saved = table.saved.filter((one) => one.fits)
  const setColumn = (at: number, value: string) => {
    const field = rosterFields.find((one) => one === value) ?? null
    onChange({ ...mapping, columns: mapping.columns.map((column, place) => (place === at ? field : column)) })
  }
  return (
    <Card title={translate('feeds.columns')} aside={translate('feeds.columns_aside')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {saved.length > 0 ? (
          <SelectField
            label={translate('feeds.saved')}
            value={saved.find((one) => JSON.stringify(one.mapping) === JSON.stringify(mapping))?.id ?? ''}
            onChange={(event) => {
              const chosen = saved.find((one) => one.id === event.target.value)
              if (chosen) onChange(chosen.mapping)
            }}
          >
            <option value="">{translate('feeds.saved_none')}</option>
            {saved.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </SelectField>
        ) : null}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, minmax(0, 1fr))' } }}>
          {table.headings.map((heading, at) => (
            <SelectField
              key={columnKeyOf(table.headings, heading, at)}
              label={heading || translate('feeds.no_heading', { column: at + 1 })}
              hint={table.neverKept.includes(at) ? translate('feeds.never_kept') : firstCellOf(table, at)}
              value={mapping.columns[at] ?? ''}
              disabled={table.neverKept.includes(at)}
              onChange={(event) => setColumn(at, event.target.value)}
            >
              <option value="">{translate('feeds.not_read')}</option>
              {rosterFields
                .filter((field) => field !== 'never-kept' || table.neverKept.includes(at))
                .map((field) => <option key={field} value={field}>{fieldNames[field][language]}</option>)}
            </SelectField>
          ))}
        </Box>
        <MappingDetails mapping={mapping} onChange={onChange} />
        {faultsOf(mapping.columns).map((fault) => (
          <Note key={'field' in fault ? fault.field : fault.code} icon="late" tone="due" live>
            {translate(`feeds.fault.${fault.code}`, { field: 'field' in fault ? fieldNames[fault.field][language] : '' })}
          </Note>
        ))}
        <Box><Button disabled={!isReady} onClick={onShow}>{translate('feeds.show')}</Button></Box>
      </Box>
    </Card>
  )
}

/** An example below each heading; of a column that is not kept nothing is shown. */
function firstCellOf({ cells }: NonNullable<PreviewAnswer['table']>, at: number): string {
  return cells.find((row) => (row[at] ?? '').trim() !== '')?.[at]?.slice(0, 40) ?? ''
}

/** A heading as a key; one that stands twice is told apart by its place. */
function columnKeyOf(headings: readonly string[], heading: string, at: number): string {
  return headings.indexOf(heading) === at ? heading : `${heading} ${at}`
}
