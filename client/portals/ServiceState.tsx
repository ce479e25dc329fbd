import { useTranslate } from 'ra-core'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import type { PortalLine } from '#domain/contracts/portals.ts'

const looks: Record<PortalLine['serviceState'], State> = {
  open: 'ok',
  'not-open': 'none',
  'no-messages': 'due',
  'read-only': 'held',
  retired: 'blocked',
}

/** What a portal does at the moment asked about. */
export function ServiceState({ state }: { state: PortalLine['serviceState'] }) {
  const translate = useTranslate()
  return <StateChip state={looks[state]}>{translate(`portals.state.${state}`)}</StateChip>
}
