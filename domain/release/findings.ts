import type { ResultCategory } from '#domain/portals/result-policy.ts'

/** What may be information blocking, or is stricter than the law it cites (R63, R68; 45 CFR 171). */
export const findingKinds = ['policy-stricter-than-law', 'law-changed-since', 'blanket-delay', 'holds-per-clinician', 'hold-without-contact', 'waits-long'] as const
export type FindingKind = (typeof findingKinds)[number]

/** Holds of one clinician on one category over a time, beside how many results of it they had. */
export type HoldHabit = { staffId: string; category: ResultCategory; holds: number; results: number }

/** Assumption: from so many results on, and from this share, holding is a habit and no individual decision. */
export const HABIT_RESULTS = 5
export const HABIT_SHARE = 0.5
/** Assumption: a hold is remarkable from the day on which nobody has called; a wait from the third week. */
export const CONTACT_WITHIN_DAYS = 3
export const LONG_WAIT_DAYS = 14

/** Whether somebody holds a whole category rather than single results. */
export function isBlanketDelay({ holds, results }: HoldHabit): boolean {
  return results >= HABIT_RESULTS && holds / results >= HABIT_SHARE
}

/** Clinicians whose share of held results is more than twice that of all, from a number on that says something. */
export function isFrequentHolder(own: { holds: number; results: number }, all: { holds: number; results: number }): boolean {
  if (own.results < HABIT_RESULTS || own.holds < 3 || all.results === 0) return false
  return own.holds / own.results > 2 * (all.holds / all.results)
}
