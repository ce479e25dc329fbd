import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { TextBox } from '#client/ui/Field.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type Interval = { opens: string; closes: string }
type DayHoursProps = { name: string; intervals: readonly Interval[]; onChange: (intervals: Interval[]) => void }

/** Several intervals a day are possible; none is a closed day. Midnight at the end of a day is 24:00, shown as 00:00. */
export function DayHours({ name, intervals, onChange }: DayHoursProps) {
  const translate = useTranslate()
  const set = (at: number, changed: Partial<Interval>) => onChange(intervals.map((one, place) => (place === at ? { ...one, ...changed } : one)))
  const add = () => onChange([...intervals, intervals.length === 0 ? { opens: '08:30', closes: '17:30' } : { opens: intervals.at(-1)?.closes ?? '13:00', closes: '24:00' }])
  const places = intervals.map((one, at) => ({ one, at, key: `${name} ${at}` }))
  return (
    <Box role="group" aria-label={name} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Box component="span" sx={{ minWidth: 92 }}>{name}</Box>
      {intervals.length === 0 ? <Box component="span" sx={{ color: 'ink2' }}>{translate('setup.closed')}</Box> : null}
      {places.map(({ one, at, key }) => (
        <Box component="span" key={key} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', '& input': { width: 'auto' } }}>
          <TextBox type="time" required aria-label={translate('setup.opens', { day: name })} value={one.opens} onChange={(event) => set(at, { opens: event.target.value })} />
          –
          <TextBox type="time" required aria-label={translate('setup.closes', { day: name })} value={one.closes === '24:00' ? '00:00' : one.closes} onChange={(event) => set(at, { closes: event.target.value === '00:00' ? '24:00' : event.target.value })} />
          <Button size="small" aria-label={translate('setup.remove_hours', { day: name, opens: one.opens })} onClick={() => onChange(intervals.filter((_, place) => place !== at))}><Icon name="cross" size={14} /></Button>
        </Box>
      ))}
      {intervals.length < 6 ? <TextButton type="button" aria-label={translate('setup.add_hours_of', { day: name })} onClick={add}>{translate('setup.add_hours')}</TextButton> : null}
    </Box>
  )
}
