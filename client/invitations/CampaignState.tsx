import { useTranslate } from 'ra-core'
import type { CampaignState as Known } from '#domain/enrollment/words.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<Known, State> = { preparing: 'none', running: 'due', paused: 'held', done: 'ok', cancelled: 'blocked' }

/** Where a campaign is, in one look everywhere. */
export function CampaignState({ state }: { state: Known }) {
  const translate = useTranslate()
  return <StateChip state={looks[state]}>{translate(`campaigns.state.${state}`)}</StateChip>
}
