import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useGetList, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { StaffLine } from '#domain/contracts/staff.ts'
import { AgentActs } from '#client/recovery/AgentActs.tsx'
import { RecoveryParts } from '#client/recovery/RecoveryParts.tsx'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { FilterBar } from '#client/ui/FilterBar.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { DAY, addDays, isoOf, localDateOf, startOfLocalDay } from '#domain/time.ts'

/** Everything that one person did since a day, and what can be undone at once: suspended in bulk, told in bulk (OP-09). */
export default function AgentIncidentPage() {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const may = useMay('incident.contain') !== '-'
  const { data: people = [] } = useGetList<StaffLine>('staff', { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } }, { enabled: may })
  const [today] = useState(() => localDateOf(serverNow(), zone))
  const [staffId, setStaff] = useState('')
  const [since, setSince] = useState(addDays(today, -1))
  const [asked, setAsked] = useState<{ staffId: string; since: string } | null>(null)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (staffId !== '' && since !== '') setAsked({ staffId, since: isoOf(startOfLocalDay(since, zone)) })
  }
  if (!may) {
    return (
      <RecoveryParts under={translate('recovery.agent_under')}>
        <NotYourRole action="incident.contain" />
      </RecoveryParts>
    )
  }
  return (
    <RecoveryParts under={translate('recovery.agent_under')}>
      <Box component="form" onSubmit={ask}>
        <FilterBar>
          <div>
            <SelectField label={translate('recovery.agent_heading')} value={staffId} onChange={(event) => setStaff(event.target.value)}>
              <option value="">{translate('recovery.choose')}</option>
              {people.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </SelectField>
          </div>
          <div><Field label={translate('recovery.since_day')} type="date" max={localDateOf(serverNow() + DAY, zone)} value={since} onChange={(event) => setSince(event.target.value)} /></div>
          <Button type="submit" variant="contained" disabled={staffId === '' || since === ''}>{translate('recovery.show_acts')}</Button>
        </FilterBar>
      </Box>
      {asked ? <AgentActs key={`${asked.staffId} ${asked.since}`} {...asked} /> : <Card><Box sx={{ color: 'ink2' }}>{translate('recovery.agent_hint')}</Box></Card>}
    </RecoveryParts>
  )
}
