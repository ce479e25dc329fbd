import type { Basis } from '#domain/access/bases.ts'
import type { Capability } from '#domain/portals/capabilities.ts'
import type { RecordedFinding, RuleSource } from '#domain/portals/provenance.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** The fact that decides, one per answer. Sentences for each are in domain/access/sentences.ts. */
export const whyCodes = [
  'ALLOWED', 'ALLOWED_PER_ITEM', 'OWN_RECORD',
  'PORTAL_CLOSED', 'PORTAL_READ_ONLY', 'NOT_ON_PORTAL', 'NOT_YET_BORN',
  'NO_GRANT', 'BLOCKED', 'GRANT_REQUESTED', 'GRANT_HELD', 'GRANT_PENDING', 'GRANT_DENIED', 'GRANT_SUSPENDED', 'GRANT_REVOKED',
  'GRANT_NOT_BEGUN', 'GRANT_RAN_OUT', 'REVIEW_OVERDUE', 'BASIS_EXPIRED', 'MAJORITY_REACHED', 'ENDED_BY_EMANCIPATION', 'ENDED_BY_MARRIAGE',
  'SUSPENDED_BY_CUSTODY', 'ENDED_BY_ADOPTION', 'PATIENT_DIED', 'PATIENT_LIVES',
  'BAND_CLOSED', 'LEVEL_LACKS', 'AREA_CLOSED', 'SENSITIVE_ITEM', 'ACQUIRED_IN_YOUTH', 'ACQUISITION_UNKNOWN', 'CONFIDENTIAL_TO_MINOR',
  'NO_OWN_ACCOUNT', 'ACCOUNT_SUSPENDED', 'TOO_YOUNG_FOR_ACCOUNT',
] as const
export type WhyCode = (typeof whyCodes)[number]

/** Why something is visible or not: the rule, where it comes from, and what was so at that instant. */
export type Why = {
  code: WhyCode
  /** Id in the rule book (`R21`), or of a requirement (`PX-03`). */
  rule: string
  sources: readonly RuleSource[]
  citedLaw: string | null
  /** What a reader of the source must know, such as that it contradicts itself. */
  findings: readonly RecordedFinding[]
  /** Whole years on the local day of the portal. */
  ageThen: number
  /** The age band that the level is in; null: the level knows none. */
  band: { fromAge: number; untilAge: number | null } | null
  grantId: string | null
  basis: Basis | null
  levelId: string | null
  policyVersion: number | null
}

/** One capability of one viewer: `per-item` where single items decide. */
export type CapabilityAnswer = { capability: Capability; answer: 'yes' | 'no' | 'per-item'; why: Why }
/** One item. */
export type ItemAnswer = { visible: boolean; why: Why }

/** What may change access, by its date. */
export const changeKinds = [
  'birthday', 'starts', 'ends', 'review-due', 'basis-expires', 'legal-status', 'policy-version', 'portal-service', 'consent', 'block', 'grant-changed',
  'account-age', 'death',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** An instant from which answers may differ, and what makes them. `personId` null: it concerns everybody. */
export type Change = { at: Instant; on: PlainDate; kind: ChangeKind; age: number | null; personId: string | null }
