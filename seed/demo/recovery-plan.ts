import type { ActKind, CallOutcome, CaseSource, CaseState } from '#domain/recovery/words.ts'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'

/** A case as the seed tells it; times in milliseconds before the seed's instant. */
export type PlannedCase = {
  key: string
  source: CaseSource
  state: CaseState
  openedBefore: number
  attempts?: number
  /** Who has it now, or had it last; the others who were called before, within two days. */
  by?: string
  calledBefore?: readonly { by: string; before: number }[]
  language?: 'en' | 'es'
  relay?: 'none' | 'tty' | 'interpreter'
  outcome?: CallOutcome
  endedBefore?: number
  acts?: readonly { kind: ActKind; before: number; by: string }[]
  /** A contact that was changed so long before. */
  changed?: { kind: 'email' | 'phone'; before: number }
  wrongFacts?: number
  social?: string
}

/** Cases in every state and age: what waits, what is worked on, what has ended and how. */
export const plannedCases: readonly PlannedCase[] = [
  { key: 'questions', source: 'portal-failed-questions', state: 'open', openedBefore: 11 * MINUTE, attempts: 2 },
  { key: 'young-phone', source: 'portal-failed-questions', state: 'open', openedBefore: 47 * MINUTE, attempts: 3, changed: { kind: 'phone', before: 6 * DAY }, calledBefore: [{ by: 'grace.kim', before: 26 * HOUR }] },
  { key: 'locked', source: 'portal-locked', state: 'open', openedBefore: 95 * MINUTE, attempts: 1 },
  { key: 'fresh-email', source: 'portal-failed-questions', state: 'open', openedBefore: 3 * HOUR, attempts: 1, changed: { kind: 'email', before: 20 * HOUR } },
  { key: 'spanish', source: 'portal-locked', state: 'open', openedBefore: 4 * HOUR, language: 'es', relay: 'interpreter', calledBefore: [{ by: 'tom.whitfield', before: 4 * HOUR }], outcome: 'calls-again' },
  { key: 'limit', source: 'call', state: 'open', openedBefore: 5 * HOUR, calledBefore: [{ by: 'tom.whitfield', before: 5 * HOUR }], outcome: 'waits-for-mail',
    acts: [{ kind: 'send-reset-link', before: 5 * HOUR, by: 'tom.whitfield' }, { kind: 'send-reset-link', before: 3 * HOUR, by: 'grace.kim' }, { kind: 'send-reset-link', before: 70 * MINUTE, by: 'tom.whitfield' }] },
  { key: 'several-agents', source: 'call', state: 'open', openedBefore: 22 * HOUR, outcome: 'calls-again', wrongFacts: 3,
    calledBefore: [{ by: 'grace.kim', before: 22 * HOUR }, { by: 'tom.whitfield', before: 9 * HOUR }, { by: 'marcus.bell', before: 2 * HOUR }] },
  { key: 'comes-to-desk', source: 'call', state: 'open', openedBefore: 26 * HOUR, outcome: 'comes-to-desk', calledBefore: [{ by: 'tom.whitfield', before: 26 * HOUR }] },
  { key: 'mine', source: 'call', state: 'open', openedBefore: 30 * MINUTE, by: 'tom.whitfield', calledBefore: [{ by: 'tom.whitfield', before: 30 * MINUTE }] },
  { key: 'done-today', source: 'portal-failed-questions', state: 'done', openedBefore: 6 * HOUR, by: 'tom.whitfield', calledBefore: [{ by: 'tom.whitfield', before: 350 * MINUTE }], outcome: 'done', endedBefore: 340 * MINUTE,
    acts: [{ kind: 'send-reset-link', before: 342 * MINUTE, by: 'tom.whitfield' }] },
  { key: 'done-name', source: 'call', state: 'done', openedBefore: 30 * HOUR, by: 'grace.kim', calledBefore: [{ by: 'grace.kim', before: 30 * HOUR }], outcome: 'done', endedBefore: 29 * HOUR, acts: [{ kind: 'send-user-name', before: 29.5 * HOUR, by: 'grace.kim' }] },
  { key: 'stopped', source: 'call', state: 'stopped', openedBefore: 2 * DAY, by: 'tom.whitfield', calledBefore: [{ by: 'grace.kim', before: 50 * HOUR }, { by: 'tom.whitfield', before: 2 * DAY }], endedBefore: 2 * DAY - 9 * MINUTE, wrongFacts: 2 },
  { key: 'refused', source: 'call', state: 'refused', openedBefore: 3 * DAY, by: 'grace.kim', calledBefore: [{ by: 'grace.kim', before: 3 * DAY }], outcome: 'could-not-prove', endedBefore: 3 * DAY - 7 * MINUTE, wrongFacts: 1 },
  { key: 'expired', source: 'portal-locked', state: 'expired', openedBefore: 12 * DAY, endedBefore: 5 * DAY },
]

/** On the portal whose accounts sign in with other companies (R42). */
export const socialCase: PlannedCase = { key: 'social', source: 'portal-locked', state: 'open', openedBefore: 2 * HOUR, social: 'Google' }
