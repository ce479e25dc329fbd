import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { relationships, type Relationship } from '#domain/access/bases.ts'
import type { PersonRow, ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { NewPerson } from '#client/proxy-access/NewPerson.tsx'
import { PersonOption } from '#client/proxy-access/PersonOption.tsx'
import { usePersonSearch } from '#client/proxy-access/use-person-search.ts'
import type { Chosen } from '#client/proxy-access/grant-form.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useRoving } from '#client/ui/roving.ts'

type PersonPickerProps = {
  patientId: string
  candidates: ProxiesAnswer['candidates']
  chosen: Chosen | null
  reason: string
  missing: boolean
  onChoose: (person: Chosen | null, relationship?: Relationship) => void
}

/** Who is to have access: found among those known here, and created only when nobody fits. */
export function PersonPicker({ patientId, candidates, chosen, reason, missing, onChoose }: PersonPickerProps) {
  const translate = useTranslate()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState<string | null>(null)
  const { rows, settled, more, error } = usePersonSearch(typed, patientId)
  const known = typed.trim().length < 2 ? candidates.map(rowOf) : rows
  const roving = useRoving(known.length)
  if (chosen) {
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box sx={{ color: 'ok', display: 'inline-flex' }}>
          <Icon name="ok" />
        </Box>
        <strong>{chosen.name}</strong>
        <Button size="small" onClick={() => onChoose(null)}>
          {translate('access.choose_other')}
        </Button>
      </Box>
    )
  }
  if (adding !== null) {
    return <NewPerson name={adding} reason={reason} onCreated={(person) => onChoose(person)} onFound={(person) => onChoose(person)} onBack={() => setAdding(null)} />
  }
  const pick = (row: PersonRow) => {
    if (row.personId === null && row.patientId === null) setAdding(row.name)
    else onChoose(row, relationships.find((one) => one === row.relationship))
  }
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Field
        label={translate('access.find_person')}
        hint={translate('access.find_hint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        refusal={missing ? translate('access.person_missing') : null}
        aria-controls={`${id}-list`}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const first = known[0]
          if (event.key === 'Enter') {
            event.preventDefault()
            if (settled && rows.length === 1 && first) pick(first)
          }
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          roving.enter()
        }}
      />
      {error ? <Failure error={error} onRetry={() => setTyped('')} /> : null}
      <Box component="ul" id={`${id}-list`} aria-label={translate('access.known')} onKeyDown={roving.onKeyDown} sx={{ maxHeight: 220, overflowY: 'auto', border: known.length > 0 ? '1px solid' : 0, borderColor: 'line', borderRadius: 1 }}>
        {known.map((row, index) => (
          <PersonOption key={`${row.personId} ${row.patientId} ${row.name}`} row={row} stop={roving.stop(index)} onPick={() => pick(row)} />
        ))}
      </Box>
      <Box role="status" sx={{ typography: 'table', color: 'ink2' }}>
        {settled && rows.length === 0 ? translate('access.nobody_found') : more ? translate('access.more_people') : ''}
      </Box>
      <Box>
        <Button size="small" onClick={() => setAdding(typed.trim())}>
          {translate('access.new_person')}
        </Button>
      </Box>
    </Box>
  )
}

function rowOf({ name, relationship, patientId }: ProxiesAnswer['candidates'][number]): PersonRow {
  return { personId: null, patientId, name, birthDate: null, maskedEmail: null, maskedPhone: null, from: 'household', relationship, actsFor: 0 }
}
