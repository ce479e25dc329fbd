import { noteOf, type RecordedFinding, type RuleNote, type RuleSource } from '#domain/portals/provenance.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { ReleaseMode } from '#domain/portals/result-policy.ts'
import type { Instant } from '#domain/time.ts'

/** The fact that decides about a result, one per answer. Sentences are in domain/release/sentences.ts. */
export const releaseCodes = [
  'SHOWN_AT_ONCE', 'SHOWN_AFTER_REVIEW', 'SHOWN_AFTER_VERIFICATION', 'SHOWN_BY_ORDER',
  'NOT_FINAL', 'VALUES_TO_COME', 'CATEGORY_UNSURE', 'WAITS_FOR_REVIEW', 'WAITS_FOR_VERIFICATION', 'WAITS_FOR_ORDER', 'RECALLED', 'HELD', 'STATE_CLOCK',
  'NEVER_ON_PORTAL', 'ORDERED_ELSEWHERE', 'ACQUIRED_IN_YOUTH', 'ACQUISITION_UNKNOWN', 'PORTAL_CLOSED', 'WITHDRAWN',
] as const
export type ReleaseCode = (typeof releaseCodes)[number]

/** What somebody has to do, or which time has to pass. */
export const waitingFor = ['laboratory', 'clinician', 'review', 'verification', 'order', 'hold-end', 'statute-end'] as const
export type WaitingFor = (typeof waitingFor)[number]

/** Why, with where the rule comes from. */
export type ReleaseWhy = {
  code: ReleaseCode
  rule: string
  sources: readonly RuleSource[]
  citedLaw: string | null
  stricterThanCitedLaw: boolean
  findings: readonly RecordedFinding[]
  mode: ReleaseMode | null
  policyVersion: number | null
  /** Of a hold or a statute: its end. */
  until: Instant | null
  holdId: string | null
}

/** What one recipient can see of one result on one portal at an instant, as far as the result decides it. */
export type ReleaseAnswer =
  | { state: 'visible'; why: ReleaseWhy }
  /** `for`: everything that is still missing, what decides first. */
  | { state: 'waits'; for: readonly WaitingFor[]; why: ReleaseWhy }
  | { state: 'blocked'; why: ReleaseWhy }

/** A why with what the policy's note on the rule says. */
export function whyOf(policy: PortalPolicy, code: ReleaseCode, rule: string, more: Partial<Pick<ReleaseWhy, 'mode' | 'until' | 'holdId' | 'citedLaw'>> = {}): ReleaseWhy {
  const note: RuleNote = [...policy.results.notes, ...policy.proxyAccess.notes, ...policy.service.notes].find((one) => one.rule === rule) ?? noteOf(rule, ['derived'])
  return {
    code, rule, sources: note.sources, citedLaw: more.citedLaw ?? note.citedLaw, stricterThanCitedLaw: note.stricterThanCitedLaw, findings: note.findings,
    mode: more.mode ?? null, policyVersion: policy.versionNumber, until: more.until ?? null, holdId: more.holdId ?? null,
  }
}
