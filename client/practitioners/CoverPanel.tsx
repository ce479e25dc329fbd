import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Clinician } from '#domain/contracts/practitioners.ts'
import { addDays, isoOf, isPlainDate, localDateOf, startOfLocalDay } from '#domain/time.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import type { Session } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

type CoverPanelProps = { clinicians: readonly Clinician[]; session: Session; touched: readonly string[]; onDone: () => void; onClose: () => void }

/** Who is away, who stands in, and the days; a clinician sets it for themselves only, and nobody for their own gain. */
export function CoverPanel({ clinicians, session, touched, onDone, onClose }: CoverPanelProps) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const { run, fault, pending } = useCommand()
  const { id: me, roles } = session.staff
  const forAnybody = roles.includes('manager')
  const [today] = useState(() => localDateOf(serverNow(), zone))
  const [absentId, setAbsentId] = useState(forAnybody ? '' : me)
  const [coveringId, setCoveringId] = useState('')
  const [firstOn, setFirstOn] = useState(today)
  const [lastOn, setLastOn] = useState('')
  const absent = clinicians.find((one) => one.id === absentId)
  const canStandIn = clinicians.filter((one) => one.id !== absentId && one.id !== me && (absent?.clinicianKind !== 'prescriber' || one.clinicianKind === 'prescriber'))
  const isWhole = absentId !== '' && canStandIn.some((one) => one.id === coveringId) && isPlainDate(firstOn) && isPlainDate(lastOn)
  const submit = async () => {
    if (!isWhole) return
    const body = {
      absentId, coveringId, fromAt: isoOf(startOfLocalDay(firstOn, zone)), untilAt: isoOf(startOfLocalDay(addDays(lastOn, 1), zone)),
    }
    if (await run({ path: '/covers', body }, touched)) onDone()
  }
  return (
    <FormPanel
      title={translate('practitioners.set_cover_title')}
      confirm={translate('practitioners.set_do')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField label={translate('practitioners.away')} value={absentId} required autoFocus={forAnybody} onChange={(event) => setAbsentId(event.target.value)}>
        {forAnybody ? <option value="">{translate('practitioners.choose')}</option> : null}
        {clinicians.filter((one) => forAnybody || one.id === me).map((one) => <Person key={one.id} person={one} />)}
      </SelectField>
      <SelectField label={translate('practitioners.stands_in')} value={coveringId} required autoFocus={!forAnybody} onChange={(event) => setCoveringId(event.target.value)}>
        <option value="">{translate('practitioners.choose')}</option>
        {canStandIn.map((one) => <Person key={one.id} person={one} />)}
      </SelectField>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <Field label={translate('practitioners.first_day')} type="date" min={today} value={firstOn} required onChange={(event) => setFirstOn(event.target.value)} />
        <Field label={translate('practitioners.last_day')} type="date" min={firstOn} value={lastOn} required onChange={(event) => setLastOn(event.target.value)} />
      </Box>
      <Box sx={{ typography: 'table', color: 'ink3' }}>{translate('practitioners.whole_days')}</Box>
    </FormPanel>
  )
}

function Person({ person }: { person: Clinician }) {
  const translate = useTranslate()
  return (
    <option value={person.id}>
      {person.name} · {translate(`staff.kind.${person.clinicianKind}`)}
    </option>
  )
}
