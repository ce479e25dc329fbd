import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { LookupFoot } from '#client/patients/LookupFoot.tsx'
import { LookupRest } from '#client/patients/LookupRest.tsx'
import { LookupRow } from '#client/patients/LookupRow.tsx'
import { useLookup } from '#client/patients/use-lookup.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'

type LookupCardProps = { typed: string; onType: (typed: string) => void; shown: number }

/**
 * Half a name and a birth date, in any order: the first people who match, masked; opening is what is audited. The box is
 * a combobox over a grid of rows: the focus stays in it while the arrows choose.
 */
export function LookupCard({ typed, onType, shown }: LookupCardProps) {
  const translate = useTranslate()
  const id = useId()
  const lookup = useLookup(typed, onType, shown)
  const { box, found, onKeyDown, place, scan, setAt } = lookup
  const { rows, settled, total } = found
  const count = total === null ? translate('patients.first_people', { shown: rows.length }) : translate('patients.people', { smart_count: total })
  return (
    <Box
      component="section"
      aria-label={translate('patients.lookup')}
      sx={{
        display: 'flex', flexDirection: 'column', minHeight: 0, containerType: 'inline-size', bgcolor: 'surface', border: '2px solid', borderColor: 'line2',
        '&:focus-within': { borderColor: 'accent' }, borderRadius: 1.25, overflow: 'clip',
      }}
    >
      <Box role="search" sx={{ display: 'flex', flex: 'none', gap: 1.5, alignItems: 'center', px: { xs: 2, sm: 2.5 } }}>
        <Icon name="search" size={20} />
        <Box
          component="input"
          ref={box}
          autoFocus
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="grid"
          aria-expanded={rows.length > 0}
          aria-controls={rows.length > 0 ? `${id}-rows` : undefined}
          aria-activedescendant={rows.length > 0 ? `${id}-${place}` : undefined}
          aria-label={translate('patients.lookup_label')}
          placeholder={translate('patients.lookup_hint')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => scan.onType(event.target.value)}
          onKeyDown={onKeyDown}
          sx={{
            all: 'unset', flex: 1, minWidth: 0, py: { xs: 1.5, sm: 1.75 }, typography: { xs: 'lead', sm: 'h1' }, fontWeight: { xs: 400, sm: 400 },
            textOverflow: 'ellipsis', '&:focus-visible': { outline: 0 }, '&::placeholder': { color: 'ink3', opacity: 1, textOverflow: 'ellipsis' },
          }}
        />
        <Box role="status" sx={{ typography: 'table', color: 'ink3', flex: 'none' }}>{settled && rows.length > 0 ? count : ''}</Box>
        {typed ? <KeyCap keys="escape" /> : null}
      </Box>
      {rows.length > 0 ? (
        <Box
          role="grid"
          id={`${id}-rows`}
          aria-label={translate('patients.lookup')}
          sx={{
            display: 'grid', gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr) max-content', gridAutoRows: 'max-content', alignContent: 'start',
            minHeight: 0, overflowY: 'auto',
          }}
        >
          {rows.map((row, index) => (
            <LookupRow key={row.id} id={`${id}-${index}`} row={row} typed={typed} chosen={index === place} onChoose={() => setAt(index)} />
          ))}
        </Box>
      ) : null}
      <LookupRest lookup={lookup} typed={typed} />
      <LookupFoot lookup={lookup} />
    </Box>
  )
}
