import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { PasswordCard } from '#client/account/PasswordCard.tsx'
import { PreferencesCard } from '#client/account/PreferencesCard.tsx'
import { RecoveryCodesCard } from '#client/account/RecoveryCodesCard.tsx'
import { SessionsCard } from '#client/account/SessionsCard.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useSessionState } from '#client/layout/session.ts'

/** One's own: how the console looks and speaks, password, recovery codes, open sessions. */
export default function AccountPage() {
  const translate = useTranslate()
  const { session } = useSessionState()
  if (!session) return null
  const { staff } = session
  return (
    <Page name="shell.account" title={translate('shell.account')} under={`${staff.name} · ${staff.userName}`}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <PreferencesCard staff={staff} />
        <SessionsCard />
        <PasswordCard />
        <RecoveryCodesCard />
      </Box>
    </Page>
  )
}
