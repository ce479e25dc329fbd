import { useTranslate } from 'ra-core'
import { invitationStates, type InvitationState } from '#domain/enrollment/words.ts'
import { useOpenSites, usePortals } from '#client/layout/use-sites.ts'
import { SelectField } from '#client/ui/Field.tsx'
import { FilterBar, Switch } from '#client/ui/FilterBar.tsx'

export type InvitationFilter = { need: 'help' | 'all'; state: InvitationState | ''; portalId: string; siteId: string }

/** Which invitations the worklist shows. */
export function InvitationFilters({ filter, onChange }: { filter: InvitationFilter; onChange: (filter: InvitationFilter) => void }) {
  const translate = useTranslate()
  const portals = usePortals()
  const sites = useOpenSites()
  return (
    <FilterBar>
      <Switch
        label={translate('invitations.which')}
        value={filter.need}
        options={[{ value: 'help', text: translate('invitations.need_help') }, { value: 'all', text: translate('invitations.need_all') }]}
        onChange={(need) => onChange({ ...filter, need, state: need === 'help' ? '' : filter.state })}
      />
      {filter.need === 'all' ? (
        <div>
          <SelectField label={translate('invitations.filter_state')} value={filter.state} onChange={(event) => onChange({ ...filter, state: event.target.value as InvitationFilter['state'] })}>
            <option value="">{translate('invitations.filter_any')}</option>
            {invitationStates.map((one) => <option key={one} value={one}>{translate(`invitations.state.${one}`)}</option>)}
          </SelectField>
        </div>
      ) : null}
      <div>
        <SelectField label={translate('invitations.filter_portal')} value={filter.portalId} onChange={(event) => onChange({ ...filter, portalId: event.target.value })}>
          <option value="">{translate('invitations.filter_any_portal')}</option>
          {portals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
      </div>
      <div>
        <SelectField label={translate('invitations.filter_site')} value={filter.siteId} onChange={(event) => onChange({ ...filter, siteId: event.target.value })}>
          <option value="">{translate('invitations.filter_any_site')}</option>
          {sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
      </div>
    </FilterBar>
  )
}
