import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

type Account = CallDesk['account']
const looks: Record<Account['state'], State> = { active: 'ok', 'legacy-only': 'none', invited: 'due', suspended: 'blocked', ended: 'none', none: 'none' }

/** How the account stands and what it is signed in to with. */
export function AccountChips({ account, deceased }: { account: Account; deceased: boolean }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {deceased ? <StateChip state="blocked">{translate('patients.deceased')}</StateChip> : null}
      {account.isLocked ? <StateChip state="late" icon="lock">{translate('recovery.account.locked')}</StateChip> : <StateChip state={looks[account.state]}>{translate(`recovery.account.${account.state}`)}</StateChip>}
      {account.signIn === 'none' ? null : <StateChip state="note" icon="key">{translate(`recovery.sign_in.${account.signIn}`, { provider: account.provider ?? '' })}</StateChip>}
    </Box>
  )
}
