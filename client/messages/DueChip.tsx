import { useTranslate } from 'ra-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { dueLook } from '#client/messages/due-words.ts'
import { StateChip } from '#client/ui/StateChip.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE } from '#domain/time.ts'

/** How far a thread is, counted down with every other clock of the screen; nothing where there is no clock. */
export function DueChip({ row }: { row: Pick<ThreadRow, 'flagged' | 'state' | 'clock'> }) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const target = row.clock?.targetAt ? Date.parse(row.clock.targetAt) : null
  const slow = useNow(MINUTE)
  const isNear = target !== null && Math.abs(target - slow) < 61 * MINUTE
  const now = useNow(isNear ? undefined : MINUTE)
  const look = dueLook(row, now, zone)
  if (!look) return null
  return <StateChip state={look.state} icon={look.icon}>{translate(look.key, look.values)}</StateChip>
}
