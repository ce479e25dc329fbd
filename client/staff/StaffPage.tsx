import Button from '@mui/material/Button'
import { LinkBase, useNavigate, useTranslate } from 'ra-core'
import { RoleList } from '#client/staff/RoleList.tsx'
import { StaffState } from '#client/staff/StaffState.tsx'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import type { Column } from '#client/ui/Rows.tsx'
import type { StaffLine } from '#domain/contracts/staff.ts'

const columns: Column<StaffLine>[] = [
  { key: 'name', heading: 'staff.name', cell: (row) => row.name },
  { key: 'user', heading: 'auth.user_name', cell: (row) => row.userName, from: 'md' },
  { key: 'roles', heading: 'staff.roles', cell: (row) => <RoleList roles={row.roles} kind={row.clinicianKind} /> },
  { key: 'state', heading: 'staff.state', cell: (row) => <StaffState status={row.status} /> },
]

/** Everybody who works here, with roles and state. */
export default function StaffPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const list = useConsoleList<StaffLine>('staff', { sort: { field: 'name', order: 'ASC' } })
  const mayInvite = useMay('staff.invite') === '2'
  useKeys(
    mayInvite ? [{ keys: 'n', group: 'act', label: 'keys.invite', run: () => void navigate('/staff/invite') }] : [],
  )
  return (
    <Page
      name="shell.staff"
      title={translate('shell.staff')}
      actions={
        mayInvite ? (
          <Button component={LinkBase} to="/staff/invite" variant="contained">
            {translate('staff.invite')} <KeyCap keys="n" />
          </Button>
        ) : null
      }
    >
      <ListCard
        list={list}
        label={translate('shell.staff')}
        columns={columns}
        to={(row) => `/staff/${row.id}`}
        empty={<EmptyState kind="first-day" title={translate('staff.nobody')} />}
      />
    </Page>
  )
}
