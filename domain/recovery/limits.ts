import type { ReasonCode } from '#domain/reasons.ts'
import { HOUR } from '#domain/time.ts'

/** ID-08, per patient and local day of the portal. */
export const RESETS_A_DAY = 3
/** ID-08: mails that carry a link or a name, per patient and local day of the portal. */
export const SENDS_A_DAY = 5
/** Assumption: so often a day somebody may end a patient's sessions; it needs no proof, and each time the patient is told. */
export const ENDS_A_DAY = 3
/** ID-08: per agent and shift. */
export const RESETS_A_SHIFT = 20
/** Assumption: a shift is the twelve hours before this moment, so that midnight gives nobody a second helping. */
export const SHIFT = 12 * HOUR

export type Counts = { resetsToday: number; sendsToday: number; endsToday: number; resetsByAgent: number }

/** Which limit another reset, mail or end of sessions would pass; null: none. */
export function limitPassed(counts: Counts, what: { resets: boolean; sends: boolean; ends: boolean }): ReasonCode | null {
  if (what.resets && counts.resetsToday >= RESETS_A_DAY) return 'RECOVERY_LIMIT'
  if (what.sends && counts.sendsToday >= SENDS_A_DAY) return 'RECOVERY_SENDS_LIMIT'
  if (what.ends && counts.endsToday >= ENDS_A_DAY) return 'RECOVERY_ENDS_LIMIT'
  if (what.resets && counts.resetsByAgent >= RESETS_A_SHIFT) return 'RECOVERY_AGENT_LIMIT'
  return null
}
