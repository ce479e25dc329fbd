import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { eventCodes, outcomes } from '#client/audit/event-codes.ts'

export type Filters = { event: string; outcome: string; day: string }
export const noFilters: Filters = { event: '', outcome: '', day: '' }

/** Narrows the log by what happened, how it ended, and the day. */
export function AuditFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const translate = useTranslate()
  return (
    <Box role="search" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', maxWidth: 720 }}>
      <SelectField label={translate('audit.what')} value={filters.event} onChange={(event) => onChange({ ...filters, event: event.target.value })}>
        <option value="">{translate('audit.every_event')}</option>
        {eventCodes.map((code) => (
          <option key={code} value={code}>
            {translate(`audit.events.${code}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={translate('audit.outcome')} value={filters.outcome} onChange={(event) => onChange({ ...filters, outcome: event.target.value })}>
        <option value="">{translate('audit.every_outcome')}</option>
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {translate(`audit.outcomes.${outcome}`)}
          </option>
        ))}
      </SelectField>
      <Field label={translate('audit.day')} type="date" value={filters.day} onChange={(event) => onChange({ ...filters, day: event.target.value })} />
    </Box>
  )
}
