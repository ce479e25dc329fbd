import { useTranslate } from 'ra-core'
import type { ImportAnswer, ImportState } from '#domain/contracts/feeds.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<ImportState, State> = {
  draft: 'none', waiting: 'held', running: 'due', 'broken-off': 'late', done: 'ok', cancelled: 'blocked', failed: 'late',
}

/** Where an import stands; one that is about to be cancelled says so. */
export function ImportChip({ row }: { row: Pick<ImportAnswer, 'state' | 'cancelling'> }) {
  const translate = useTranslate()
  return <StateChip state={looks[row.state]}>{translate(row.cancelling ? 'feeds.cancelling' : `feeds.state.${row.state}`)}</StateChip>
}
