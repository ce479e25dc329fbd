import { useTranslate } from 'ra-core'
import type { InvitationState as Known } from '#domain/enrollment/words.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

const looks: Record<Known, { state: State; icon?: IconName }> = {
  queued: { state: 'none' }, handed: { state: 'due', icon: 'mail' }, refused: { state: 'bounced', icon: 'late' }, bounced: { state: 'bounced' }, opened: { state: 'due', icon: 'eye' },
  accepted: { state: 'ok' }, expired: { state: 'blocked', icon: 'clock' }, declined: { state: 'blocked' }, cancelled: { state: 'blocked', icon: 'cross' },
}

/** What can be known of an invitation, in one look everywhere. */
export function InvitationState({ state, channel = 'email' }: { state: Known; channel?: 'email' | 'desk' }) {
  const translate = useTranslate()
  if (state === 'handed' && channel === 'desk') return <StateChip state="due" icon="qr">{translate('invitations.handed_at_desk')}</StateChip>
  return <StateChip {...looks[state]}>{translate(`invitations.state.${state}`)}</StateChip>
}
