import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDataProvider, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { needsSecondIdentifier } from '#domain/patients/opening.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import type { FoundBy, PersonNamed } from '#client/layout/person-acts.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Say } from '#client/ui/Say.tsx'

type SecondIdentifierProps = {
  person: PersonNamed
  /** What they were found by. */
  found: FoundBy
  onSure: () => void
  onClose: () => void
}

/** People of one look-up who are looked through for the one who is asked about. */
const MOST = 50

/**
 * Asks for a second identifier before a record opens, and lets the server say whether it is this person's: what was
 * typed first and what is typed now are looked up together. The birth date is not shown here: it is to be asked for.
 */
export default function SecondIdentifier({ person, found, onSure, onClose }: SecondIdentifierProps) {
  const translate = useTranslate()
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  const [second, setSecond] = useState('')
  const [pending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<'differs' | { error: unknown } | null>(null)
  const check = async () => {
    if (second.trim() === '') return setOutcome('differs')
    setPending(true)
    try {
      const { data } = await dataProvider.read<PatientSearchAnswer>({ path: '/patients/search', body: { text: `${found.typed} ${second.trim()}`, limit: MOST } })
      const row = data.rows.find(({ id }) => id === person.id)
      if (row && !needsSecondIdentifier(row.matched)) return onSure()
      setOutcome('differs')
    } catch (error) {
      setOutcome({ error })
    } finally {
      setPending(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void check()
  }
  return (
    <Panel title={translate('patients.second_title', { name: person.name })} onClose={onClose}>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <Say>{translate(found.matched.includes('birth-date') ? 'patients.second_say_name' : 'patients.second_say')}</Say>
        <Field
          label={translate('patients.second_label')}
          hint={translate('patients.second_hint')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={second}
          refusal={outcome === 'differs' ? translate('patients.second_differs', { name: person.name }) : null}
          onChange={(event) => {
            setSecond(event.target.value)
            setOutcome(null)
          }}
        />
        {outcome !== null && outcome !== 'differs' ? <Failure error={outcome.error} onRetry={() => void check()} /> : null}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={pending}>{translate('patients.second_open')}</Button>
          <Button onClick={onClose}>{translate('ui.leave_it')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
