import { useTranslate } from 'ra-core'
import type { CallOutcome, CaseState as Is } from '#domain/recovery/words.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<Is, State> = { open: 'due', proven: 'held', done: 'ok', stopped: 'late', refused: 'blocked', expired: 'none' }

/** How a case stands: while it waits, for whom or what; at its end, how it ended. */
export function CaseState({ state, outcome }: { state: Is; outcome: CallOutcome | null }) {
  const translate = useTranslate()
  const waits = state === 'open' && outcome !== null
  return <StateChip state={waits ? 'held' : looks[state]}>{translate(waits ? `recovery.outcome_short.${outcome}` : `recovery.state.${state}`)}</StateChip>
}
