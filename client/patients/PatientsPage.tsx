import Box from '@mui/material/Box'
import { useListController, useTranslate } from 'ra-core'
import { PortalState } from '#client/patients/PortalState.tsx'
import { Page } from '#client/layout/Page.tsx'
import type { PatientRow } from '#client/layout/patient-row.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Paging } from '#client/ui/Paging.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const PER_PAGE = 50

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
  const list = useListController<PatientRow>({
    resource: 'patients',
    disableSyncWithLocation: true,
    storeKey: 'patients.list',
    perPage: PER_PAGE,
    filterDefaultValues: { text: '' },
    queryOptions: { retry: false },
  })
  const { text: typed = '' } = list.filterValues as { text?: string }
  return (
    <Page name="shell.patients" title={translate('shell.patients')}>
      <SearchField
        label={translate('patients.search_label')}
        value={typed}
        onChange={(text) => list.setFilters({ text })}
      />
      <Card flush>
        {list.error ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Waiting rows={8} />
        ) : list.data.length === 0 ? (
          <EmptyState
            kind={typed ? 'nothing-found' : 'first-day'}
            title={typed ? translate('patients.nobody', { typed }) : translate('patients.first_day')}
            text={translate(typed ? 'patients.nobody_hint' : 'patients.first_day_text')}
          />
        ) : (
          <Box aria-busy={list.isFetching}>
            <Rows
              label={translate('shell.patients')}
              rows={list.data}
              rowKey={(row) => row.id}
              columns={columns}
              to={(row) => `/patients/${row.id}`}
            />
            <Paging
              page={list.page}
              perPage={PER_PAGE}
              shown={list.data.length}
              total={list.total}
              hasNext={list.hasNextPage ?? false}
              onPage={list.setPage}
            />
          </Box>
        )}
      </Card>
    </Page>
  )
}
