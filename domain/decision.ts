import type { ReasonCode } from '#domain/reasons.ts'

/** The answer of every policy: yes, or no with the fact that decides it. */
export type Decision = { allowed: true } | { allowed: false; code: ReasonCode; facts?: ReasonFacts }

/** Values that a reason's sentence may name: never a patient's data, only counts, times and role names. */
export type ReasonFacts = Record<string, string | number>

export const allow: Decision = { allowed: true }

export function deny(code: ReasonCode, facts?: ReasonFacts): Decision {
  return facts ? { allowed: false, code, facts } : { allowed: false, code }
}
