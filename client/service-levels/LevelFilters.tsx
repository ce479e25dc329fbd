import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { stretches, type Stretch } from '#client/service-levels/levels.ts'
import { TextBox } from '#client/ui/Field.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

const Select = TextBox.withComponent('select')
type LevelFiltersProps = {
  sites: readonly { id: string; name: string }[]
  siteId: string
  days: Stretch
  view: 'chart' | 'table'
  onSite: (id: string) => void
  onDays: (days: Stretch) => void
  onView: (view: 'chart' | 'table') => void
}

/** Of which site, of how long, as pictures or as tables, and on paper. */
export function LevelFilters({ sites, siteId, days, view, onSite, onDays, onView }: LevelFiltersProps) {
  const translate = useTranslate()
  const print = () => window.print()
  useKeys([
    { keys: 't', group: 'act', label: 'levels.key_tables', run: () => onView(view === 'chart' ? 'table' : 'chart') },
    { keys: 'p', group: 'act', label: 'levels.key_print', run: print },
  ])
  return (
    <Box data-no-print sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', '& > select': { width: 'auto', maxWidth: '100%' } }}>
      <Select aria-label={translate('levels.site')} value={siteId} onChange={(event) => onSite(event.target.value)}>
        <option value="">{translate('levels.all_sites')}</option>
        {sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <Select aria-label={translate('levels.stretch')} value={days} onChange={(event) => onDays(stretches.find((one) => String(one) === event.target.value) ?? 30)}>
        {stretches.map((one) => <option key={one} value={one}>{translate('levels.last_days', { days: one })}</option>)}
      </Select>
      <Switch label={translate('levels.view')} value={view} options={[{ value: 'chart', text: translate('levels.charts') }, { value: 'table', text: translate('levels.tables') }]} onChange={onView} />
      <Button onClick={print} sx={{ minHeight: 40 }}>
        <Icon name="print" size={16} /> {translate('levels.print')} <KeyCap keys="p" />
      </Button>
    </Box>
  )
}
