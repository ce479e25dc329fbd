import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'

type MappingDetailsProps = { mapping: RosterMapping; onChange: (mapping: RosterMapping) => void }

/** How a roster's dates are written, who assigned its record numbers, and how wide they are. */
export function MappingDetails({ mapping, onChange }: MappingDetailsProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, minmax(0, 1fr))' } }}>
      <SelectField
        label={translate('feeds.date_order')}
        value={mapping.dateOrder}
        onChange={({ target }) => onChange({ ...mapping, dateOrder: target.value === 'day-first' ? 'day-first' : 'month-first' })}
      >
        <option value="month-first">{translate('feeds.month_first')}</option>
        <option value="day-first">{translate('feeds.day_first')}</option>
      </SelectField>
      <SelectField
        label={translate('feeds.date_system')}
        value={mapping.dateSystem}
        onChange={({ target }) => onChange({ ...mapping, dateSystem: target.value === '1904' ? '1904' : '1900' })}
      >
        <option value="1900">{translate('feeds.from_1900')}</option>
        <option value="1904">{translate('feeds.from_1904')}</option>
      </SelectField>
      <Field
        label={translate('feeds.mrn_system')}
        hint={translate('feeds.mrn_system_hint')}
        value={mapping.mrnSystem}
        maxLength={200}
        required
        onChange={({ target }) => onChange({ ...mapping, mrnSystem: target.value })}
      />
      <Field
        label={translate('feeds.mrn_width')}
        hint={translate('feeds.mrn_width_hint')}
        type="number"
        min={1}
        max={30}
        value={mapping.mrnWidth ?? ''}
        onChange={({ target }) => onChange({ ...mapping, mrnWidth: widthOf(target.value) })}
      />
    </Box>
  )
}

function widthOf(text: string): number | null {
  const width = Number.parseInt(text, 10)
  return width >= 1 && width <= 30 ? width : null
}
