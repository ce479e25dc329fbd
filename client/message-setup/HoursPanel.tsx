import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { isPlainDate } from '#domain/time.ts'
import { DayHours } from '#client/message-setup/DayHours.tsx'
import type { Calendar } from '#client/message-setup/OfficeHours.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refused } from '#client/ui/refused.ts'

type Hours = NonNullable<Calendar['hours']>
type HoursPanelProps = { calendar: Calendar; onDone: (toRecompute: number) => void; onClose: () => void }
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const usual = [{ opens: '08:30', closes: '17:30' }]
const usualWeek: Hours = { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: [], sun: [] }

/** A site's own hours, or the portals'; days on which it is closed or open besides. Clocks that run are reckoned anew. */
export function HoursPanel({ calendar, onDone, onClose }: HoursPanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand<Calendar>()
  const [own, setOwn] = useState<'own' | 'portal'>(calendar.hours === null ? 'portal' : 'own')
  const [hours, setHours] = useState<Hours>(calendar.hours ?? usualWeek)
  const [closed, setClosed] = useState(calendar.alsoClosedOn.join(' '))
  const [opened, setOpened] = useState(calendar.openAnywayOn.join(' '))
  const submit = async () => {
    const body = { hours: own === 'own' ? hours : null, alsoClosedOn: datesIn(closed), openAnywayOn: datesIn(opened) }
    const done = await run({ path: `/site-calendars/${calendar.siteId}/change`, body, version: calendar.version }, ['site-calendars', 'message-queues', 'service-levels'])
    if (done) onDone(done.data.toRecompute)
  }
  const hoursRefusal = fault instanceof Refused ? Object.entries(fault.problem.errors ?? {}).find(([name]) => name.startsWith('hours'))?.[1] ?? null : null
  return (
    <FormPanel title={translate('setup.hours_of', { name: calendar.siteName })} confirm={translate('setup.keep_hours')} pending={pending || !areDates(closed) || !areDates(opened)} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Note icon="clock">{translate('setup.hours_effect')}</Note>
      <Choice label={translate('setup.open_hours')} value={own} options={[{ value: 'portal', text: translate('setup.portals_hours') }, { value: 'own', text: translate('setup.own_hours') }]} onChange={setOwn} />
      {own === 'own' ? (
        <Box sx={{ display: 'grid', gap: 1 }}>
          {weekdays.map((day) => <DayHours key={day} name={translate(`setup.weekday.${day}`)} intervals={hours[day]} onChange={(intervals) => setHours({ ...hours, [day]: intervals })} />)}
          {hoursRefusal ? <Note icon="late" tone="late" live>{hoursRefusal}</Note> : null}
        </Box>
      ) : null}
      <Field label={translate('setup.also_closed')} hint={translate('setup.dates_hint')} value={closed} autoComplete="off" refusal={areDates(closed) ? fieldRefusal(fault, 'alsoClosedOn') : translate('setup.no_date')} onChange={(event) => setClosed(event.target.value)} />
      <Field label={translate('setup.open_anyway')} hint={translate('setup.dates_hint')} value={opened} autoComplete="off" refusal={areDates(opened) ? fieldRefusal(fault, 'openAnywayOn') : translate('setup.no_date')} onChange={(event) => setOpened(event.target.value)} />
    </FormPanel>
  )
}

function datesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
}

function areDates(text: string): boolean {
  return datesIn(text).every(isPlainDate)
}
