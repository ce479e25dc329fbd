import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { LookupRow } from '#client/patients/LookupRow.tsx'
import { usePatientSearch } from '#client/layout/use-patient-search.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useRoving } from '#client/ui/roving.ts'
import { useScanBox } from '#client/ui/scan-box.ts'

const SHOWN = 8

/** Half a name and a birth date, in any order: the first people who match, masked; opening is what is audited. */
export function LookupCard() {
  const translate = useTranslate()
  const [typed, setTyped] = useState('')
  const { rows, settled } = usePatientSearch(typed, true, SHOWN)
  const scan = useScanBox(setTyped)
  const roving = useRoving(rows.length)
  return (
    <Box
      component="section"
      aria-label={translate('patients.lookup')}
      sx={{ bgcolor: 'surface', border: '2px solid', borderColor: 'line2', '&:focus-within': { borderColor: 'accent' }, borderRadius: 1.25, overflow: 'clip' }}
    >
      <Box role="search" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2.5 }}>
        <Icon name="search" size={20} />
        <Box
          component="input"
          autoFocus
          aria-label={translate('patients.lookup_label')}
          placeholder={translate('patients.lookup_label')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => scan.onType(event.target.value)}
          onKeyDown={(event) => {
            if (scan.takesKey(event)) return
            if (event.key === 'Escape' && typed !== '') {
              event.preventDefault()
              setTyped('')
            }
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            roving.enter()
          }}
          sx={{ all: 'unset', flex: 1, minWidth: 0, py: 2, typography: 'h1', fontWeight: 400, '&:focus-visible': { outline: 0 } }}
        />
        <Box role="status" sx={{ typography: 'table', color: 'ink3' }}>
          {scan.unread ? translate('patients.scan_unread') : null}
          {settled ? translate('patients.people', { smart_count: rows.length }) : ''}
        </Box>
        {typed ? <KeyCap keys="escape" /> : null}
      </Box>
      <Box component="ul" onKeyDown={roving.onKeyDown}>
        {rows.map((row, index) => (
          <LookupRow key={row.id} row={row} typed={typed} stop={roving.stop(index)} />
        ))}
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          px: 2.5,
          py: 1.25,
          typography: 'table',
          color: 'ink2',
          borderTop: '1px solid',
          borderColor: 'line',
        }}
      >
        <span>
          <KeyCap keys="up down" /> {translate('patients.choose')}
        </span>
        <span>
          <KeyCap keys="enter" /> {translate('patients.open')}
        </span>
        <Box component="span" sx={{ marginInlineStart: 'auto' }}>
          {translate(settled && rows.length === 0 ? 'patients.nobody_hint' : 'patients.second_identifier')}
        </Box>
      </Box>
    </Box>
  )
}
