import { useTranslate } from 'ra-core'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<string, State> = {
  active: 'ok',
  'legacy-only': 'due',
  invited: 'due',
  suspended: 'blocked',
  ended: 'blocked',
  none: 'none',
}

/** A person's standing in a portal, in one look everywhere. */
export function PortalState({ state }: { state: string }) {
  const translate = useTranslate()
  return <StateChip state={looks[state] ?? 'none'}>{translate(`patients.portal_state.${state}`)}</StateChip>
}
