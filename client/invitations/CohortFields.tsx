import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { standingStates, type CohortForm } from '#client/invitations/cohort-form.ts'
import { useOpenSites, usePortals } from '#client/layout/use-sites.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'

/** Whom a campaign is for, and how fast it goes. */
export function CohortFields({ form, onChange }: { form: CohortForm; onChange: (form: CohortForm) => void }) {
  const translate = useTranslate()
  const portals = usePortals()
  const sites = useOpenSites()
  const set = (changed: Partial<CohortForm>) => onChange({ ...form, ...changed })
  const pair = { display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } } as const
  return (
    <>
      <Field label={translate('campaigns.name')} hint={translate('campaigns.name_hint')} required minLength={3} maxLength={120} autoFocus value={form.name} onChange={(event) => set({ name: event.target.value })} />
      <Box sx={pair}>
        <SelectField label={translate('campaigns.to_portal')} required value={form.portalId} onChange={(event) => set({ portalId: event.target.value })}>
          <option value="">{translate('enroll.choose')}</option>
          {portals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
        <SelectField label={translate('campaigns.at_site')} value={form.siteId} onChange={(event) => set({ siteId: event.target.value })}>
          <option value="">{translate('campaigns.all_sites')}</option>
          {sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
      </Box>
      <SelectField label={translate('campaigns.standing')} value={form.elsewhere} onChange={(event) => set({ elsewhere: event.target.value })}>
        <option value="">{translate('campaigns.standing_any')}</option>
        {portals.filter(({ id }) => id !== form.portalId).map(({ id, name }) => <option key={id} value={id}>{translate('campaigns.standing_on', { portal: name })}</option>)}
      </SelectField>
      {form.elsewhere ? (
        <CheckList
          label={translate('campaigns.standing_state')}
          options={standingStates.map((value) => ({ value, text: translate(`campaigns.standing_is.${value}`) }))}
          chosen={form.states}
          onChange={(states) => set({ states })}
        />
      ) : null}
      <Box sx={{ ...pair, gridTemplateColumns: { sm: '1fr 1fr 1fr' } }}>
        <Field label={translate('campaigns.age_from')} hint={translate('campaigns.age_hint')} inputMode="numeric" maxLength={3} value={form.ageFrom} onChange={(event) => set({ ageFrom: event.target.value })} />
        <Field label={translate('campaigns.age_to')} inputMode="numeric" maxLength={3} value={form.ageTo} onChange={(event) => set({ ageTo: event.target.value })} />
        <Field label={translate('campaigns.per_hour')} inputMode="numeric" required maxLength={4} value={form.perHour} onChange={(event) => set({ perHour: event.target.value })} />
      </Box>
    </>
  )
}
