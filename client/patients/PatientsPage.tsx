import { useTranslate } from 'ra-core'
import { PatientsActs } from '#client/patients/PatientsActs.tsx'
import { PortalState } from '#client/patients/PortalState.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Note } from '#client/ui/Note.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { PatientRow } from '#domain/contracts/patients.ts'

const columns: Column<PatientRow>[] = [
  { key: 'name', heading: 'patients.name', cell: (row) => row.name },
  {
    key: 'identity',
    heading: 'patients.identity',
    cell: (row) => <Identity birthDate={row.birthDate} age={row.age} mrnTail={row.mrnTail} />,
  },
  { key: 'portal', heading: 'patients.portal', cell: (row) => <PortalState state={row.portalState} /> },
  { key: 'site', heading: 'patients.site', cell: (row) => row.siteName, from: 'md' },
]

/** All patients by name, narrowed by what is typed; nothing typed is in the address, and Back finds it again. */
export function PatientsPage() {
  const translate = useTranslate()
  const list = useConsoleList<PatientRow>('patients', { filterDefaultValues: { text: '' } })
  const { more = false } = (list.meta ?? {}) as { more?: boolean }
  const { text: typed = '' } = list.filterValues as { text?: string }
  return (
    <Page name="shell.patients" title={translate('shell.patients')} actions={<PatientsActs />}>
      <SearchField
        label={translate('patients.search_label')}
        value={typed}
        onChange={(text) => list.setFilters({ text })}
      />
      <ListCard
        list={list}
        label={translate('shell.patients')}
        columns={columns}
        to={(row) => `/patients/${row.id}`}
        empty={
          <EmptyState
            kind={typed ? 'nothing-found' : 'first-day'}
            title={typed ? translate('patients.nobody', { typed }) : translate('patients.first_day')}
            text={translate(typed ? 'patients.nobody_hint' : 'patients.first_day_text')}
          />
        }
      />
      {typed && more ? (
        <Note icon="table" live>
          {translate('ui.too_many.text', { shown: list.data?.length ?? 0 })}
        </Note>
      ) : null}
    </Page>
  )
}
