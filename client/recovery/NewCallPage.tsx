import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { use, useState, type KeyboardEvent } from 'react'
import type { PatientRow } from '#domain/contracts/patients.ts'
import { Page } from '#client/layout/Page.tsx'
import { PersonActsContext } from '#client/layout/person-acts.ts'
import { usePatientSearch } from '#client/layout/use-patient-search.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Say } from '#client/ui/Say.tsx'
import { PersonLine } from '#client/recovery/PersonLine.tsx'
import { useRoving } from '#client/ui/roving.ts'

const SHOWN = 8

/** Finds whom a call is about, by what the caller says; one identifier alone asks for a second one first. */
export default function NewCallPage() {
  const translate = useTranslate()
  const acts = use(PersonActsContext)
  const [typed, setTyped] = useState('')
  const { rows, total, need, settled, error, again } = usePatientSearch(typed, true, SHOWN)
  const roving = useRoving(rows.length)
  const open = (row: PatientRow) => acts.open(row, { typed, matched: row.matched }, '/recovery')
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = rows
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      roving.enter()
    } else if (event.key === 'Enter' && first && rows.length === 1) {
      event.preventDefault()
      open(first)
    }
  }
  const told = !settled ? '' : need !== null ? translate('recovery.type_more') : rows.length === 0 ? translate('recovery.nobody_found') : total !== null && total > rows.length ? translate('recovery.more_people', { shown: rows.length, total }) : ''
  return (
    <Page name="recovery.new_call" title={translate('recovery.new_call')} under={translate('recovery.new_under')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
        <Say>{translate('recovery.new_say')}</Say>
        <Card>
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Field label={translate('patients.lookup_label')} placeholder={translate('patients.lookup_hint')} autoFocus autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={onKeyDown} />
            {error ? <Failure error={error} onRetry={again} /> : null}
            <Box component="ul" aria-label={translate('recovery.people_found')} onKeyDown={roving.onKeyDown}>
              {rows.map((row, place) => <PersonLine key={row.id} row={row} stop={roving.stop(place)} onPick={() => open(row)} />)}
            </Box>
            <Box role="status" sx={{ typography: 'table', color: 'ink2' }}>{told}</Box>
          </Box>
        </Card>
      </Box>
    </Page>
  )
}
