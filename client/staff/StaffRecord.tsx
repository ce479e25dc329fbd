import Box from '@mui/material/Box'
import { useParams, useTranslate, type TranslateFunction } from 'ra-core'
import { RoleList } from '#client/staff/RoleList.tsx'
import { StaffActs } from '#client/staff/StaffActs.tsx'
import { StaffState } from '#client/staff/StaffState.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Facts, type Fact } from '#client/ui/Facts.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import type { StaffRecord as Member } from '#domain/contracts/staff.ts'

function whoFacts(member: Member, translate: TranslateFunction): Fact[] {
  return [
    { key: 'user', name: translate('auth.user_name'), value: member.userName },
    { key: 'email', name: translate('staff.email'), value: member.email ?? '–' },
    { key: 'roles', name: translate('staff.roles'), value: <RoleList roles={member.roles} kind={member.clinicianKind} /> },
    { key: 'npi', name: 'NPI', value: member.npi ?? '–' },
    { key: 'sites', name: translate('shell.sites'), value: member.siteNames.join(', ') || translate('shell.all_sites') },
    { key: 'since', name: translate('staff.since'), value: <Moment at={member.createdAt} /> },
  ]
}

function signInFacts(member: Member, translate: TranslateFunction): Fact[] {
  const { invitation } = member
  return [
    { key: 'factor', name: translate('auth.second_factor'), value: translate(member.hasSecondFactor ? 'staff.factor_set' : 'staff.factor_none') },
    { key: 'codes', name: translate('staff.codes_left'), value: member.recoveryCodesLeft },
    { key: 'sessions', name: translate('staff.open_sessions'), value: member.openSessions },
    { key: 'last', name: translate('staff.last_signed_in'), value: member.lastSignedInAt ? <Moment at={member.lastSignedInAt} /> : '–' },
    ...(invitation
      ? [{ key: 'link', name: translate(`staff.link.${invitation.purpose}`), value: <>{translate('staff.link_until')} <Moment at={invitation.endsAt} /></> }]
      : []),
  ]
}

/** One member of staff: who, how they sign in, and what may be done. */
export default function StaffRecord() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const { data: member, error, isPending, refetch } = useRead<Member>('staff', { path: `/staff/${encodeURIComponent(id)}` })
  if (isPending) return <Waiting />
  if (error) {
    return (
      <Page name="shell.staff">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  return (
    <Page
      name="staff.record"
      title={member.name}
      chips={<StaffState status={member.status} />}
      actions={<StaffActs member={member} />}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Card title={translate('staff.who')}>
          <Facts facts={whoFacts(member, translate)} />
        </Card>
        <Card title={translate('staff.sign_in')}>
          <Facts facts={signInFacts(member, translate)} />
        </Card>
      </Box>
    </Page>
  )
}
