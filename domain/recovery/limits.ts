import type { ReasonCode } from '#domain/reasons.ts'
import { HOUR } from '#domain/time.ts'

/** ID-08, per patient and local day of the portal. */
export const RESETS_A_DAY = 3
/** ID-08: mails that carry a link or a name, per patient and local day of the portal. */
export const SENDS_A_DAY = 5
/** ID-08: per agent and shift. */
export const RESETS_A_SHIFT = 20
/** Assumption: a shift is the twelve hours before this moment, so that midnight gives nobody a second helping. */
export const SHIFT = 12 * HOUR

export type Counts = { resetsToday: number; sendsToday: number; resetsByAgent: number }

/** Which limit another reset or mail would pass; null: none. */
export function limitPassed(counts: Counts, what: { resets: boolean; sends: boolean }): ReasonCode | null {
  if (what.resets && counts.resetsToday >= RESETS_A_DAY) return 'RECOVERY_LIMIT'
  if (what.sends && counts.sendsToday >= SENDS_A_DAY) return 'RECOVERY_SENDS_LIMIT'
  if (what.resets && counts.resetsByAgent >= RESETS_A_SHIFT) return 'RECOVERY_AGENT_LIMIT'
  return null
}
