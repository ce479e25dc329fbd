import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { RegistrationRow } from '#domain/contracts/invitations.ts'
import { registrationStates } from '#domain/enrollment/words.ts'
import { InvitationParts } from '#client/invitations/InvitationParts.tsx'
import { RegistrationState } from '#client/invitations/RegistrationState.tsx'
import { PagesCard } from '#client/layout/PagesCard.tsx'
import { usePages } from '#client/layout/use-pages.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import { FilterBar } from '#client/ui/FilterBar.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'

const PER_PAGE = 50

const columns: Column<RegistrationRow>[] = [
  { key: 'who', heading: 'registrations.who', cell: (row) => <WhoCell name={`${row.givenName} ${row.familyName}`} birthDate={row.birthDate} /> },
  { key: 'portal', heading: 'registrations.portal', cell: (row) => row.portalName, from: 'sm' },
  { key: 'state', heading: 'registrations.is', cell: (row) => <RegistrationState state={row.state} /> },
  { key: 'got', heading: 'registrations.got', align: 'right', cell: (row) => <Moment at={row.receivedAt} /> },
]

/** People who signed up by themselves and match no record: cases, not invitations (R6). */
export default function RegistrationsPage() {
  const translate = useTranslate()
  const [state, setState] = useState('open')
  const pages = usePages<RegistrationRow>({
    resource: 'registrations', path: '/registrations/search', body: { limit: PER_PAGE, ...(state ? { state } : {}) }, keyOf: (row) => row.id,
  })
  return (
    <InvitationParts under={translate('registrations.under')}>
      <FilterBar>
        <div>
          <SelectField label={translate('registrations.is')} value={state} onChange={(event) => setState(event.target.value)}>
            <option value="">{translate('registrations.any')}</option>
            {registrationStates.map((one) => <option key={one} value={one}>{translate(`registrations.state.${one}`)}</option>)}
          </SelectField>
        </div>
      </FilterBar>
      <PagesCard
        pages={pages}
        label={translate('invitations.tab_registrations')}
        perPage={PER_PAGE}
        rowKey={(row) => row.id}
        columns={columns}
        to={(row) => `/invitations/registrations/${row.id}`}
        empty={<EmptyState kind="all-done" title={translate('registrations.none')} />}
      />
    </InvitationParts>
  )
}
