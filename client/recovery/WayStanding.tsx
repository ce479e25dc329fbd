import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

const looks: Record<CallDesk['ways'][number]['standing'], State> = { suffices: 'ok', 'not-today': 'blocked', 'with-second-person': 'held', 'not-possible': 'blocked' }

/** How a way stands today, in one look everywhere: its shape and its word. */
export function WayStanding({ way }: { way: CallDesk['ways'][number] }) {
  const translate = useTranslate()
  const takesADay = way.kind === 'second-person' && way.standing !== 'not-possible' && way.standing !== 'not-today'
  return <StateChip state={takesADay ? 'held' : looks[way.standing]}>{translate(takesADay ? 'recovery.standing.takes-a-day' : `recovery.standing.${way.standing}`)}</StateChip>
}
