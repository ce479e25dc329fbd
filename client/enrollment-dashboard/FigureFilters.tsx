import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { spans, type Span } from '#client/enrollment-dashboard/figures.ts'
import { useOpenSites, usePortals } from '#client/layout/use-sites.ts'
import { TextBox } from '#client/ui/Field.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { useKeys } from '#client/ui/keys.ts'

const Select = TextBox.withComponent('select')
type FigureFiltersProps = {
  span: Span
  portalId: string
  siteId: string
  view: 'chart' | 'table'
  onSpan: (span: Span) => void
  onPortal: (id: string) => void
  onSite: (id: string) => void
  onView: (view: 'chart' | 'table') => void
}

/** Of when, of which portal and site, and whether as pictures or as tables. */
export function FigureFilters({ span, portalId, siteId, view, onSpan, onPortal, onSite, onView }: FigureFiltersProps) {
  const translate = useTranslate()
  const portals = usePortals()
  const sites = useOpenSites()
  useKeys([{ keys: 't', group: 'act', label: 'figures.key_tables', run: () => onView(view === 'chart' ? 'table' : 'chart') }])
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', '& > select': { width: 'auto', maxWidth: '100%' } }}>
      <Select aria-label={translate('figures.span')} value={span} onChange={(event) => onSpan(spans.find((one) => one === event.target.value) ?? '90')}>
        {spans.map((days) => <option key={days} value={days}>{translate('figures.last_days', { days })}</option>)}
      </Select>
      <Select aria-label={translate('invitations.filter_portal')} value={portalId} onChange={(event) => onPortal(event.target.value)}>
        <option value="">{translate('invitations.filter_any_portal')}</option>
        {portals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <Select aria-label={translate('invitations.filter_site')} value={siteId} onChange={(event) => onSite(event.target.value)}>
        <option value="">{translate('invitations.filter_any_site')}</option>
        {sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <Switch label={translate('figures.view')} value={view} options={[{ value: 'chart', text: translate('figures.charts') }, { value: 'table', text: translate('figures.tables') }]} onChange={onView} />
    </Box>
  )
}
