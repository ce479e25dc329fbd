import type { Why, WhyCode } from '#domain/access/answer.ts'
import { basisRules } from '#domain/access/bases.ts'
import type { GrantFacts } from '#domain/access/facts.ts'
import type { Reach } from '#domain/access/reach.ts'
import { ruleNoteOf } from '#domain/portals/findings.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { RecordedFinding, RuleSource } from '#domain/portals/provenance.ts'

/** What surrounds an answer. `policy` null: the portal had no rules yet. */
export type Setting = { policy: PortalPolicy | null; ageThen: number; grant: GrantFacts | null; reach: Reach | null }

/**
 * The rule that each fact stands under; further ones whose notes a reader must know as well. Sources are those of the
 * portal's own note; a rule that its policy does not carry is derived.
 */
const rulesOf: Record<Exclude<WhyCode, 'ALLOWED' | 'ALLOWED_PER_ITEM'>, readonly [string, ...string[]]> = {
  OWN_RECORD: ['R1'], PORTAL_CLOSED: ['R85'], PORTAL_READ_ONLY: ['R81'], NOT_ON_PORTAL: ['R67'], NOT_YET_BORN: ['R20'],
  NO_GRANT: ['R27'], BLOCKED: ['PX-03'], GRANT_REQUESTED: ['PX-03'], GRANT_HELD: ['PX-03'], GRANT_PENDING: ['R27'], GRANT_DENIED: ['R27'],
  GRANT_SUSPENDED: ['PX-03'], GRANT_REVOKED: ['R29'], GRANT_NOT_BEGUN: ['R34'], GRANT_RAN_OUT: ['R34'], REVIEW_OVERDUE: ['PX-03'], BASIS_EXPIRED: ['PX-03'],
  MAJORITY_REACHED: ['R23'], ENDED_BY_EMANCIPATION: ['R33'], ENDED_BY_MARRIAGE: ['R33'], SUSPENDED_BY_CUSTODY: ['R33'], ENDED_BY_ADOPTION: ['R33'],
  PATIENT_DIED: ['R13'], PATIENT_LIVES: ['R13'], BAND_CLOSED: ['R21', 'R22'], LEVEL_LACKS: ['R26'], AREA_CLOSED: ['R27'], SENSITIVE_ITEM: ['R22'],
  ACQUIRED_IN_YOUTH: ['R25'], ACQUISITION_UNKNOWN: ['R25'], CONFIDENTIAL_TO_MINOR: ['R31'],
  NO_OWN_ACCOUNT: ['R1'], ACCOUNT_SUSPENDED: ['R13'], TOO_YOUNG_FOR_ACCOUNT: ['R10'],
}

/** The complete why of one answer. */
export function whyOf(code: WhyCode, { policy, ageThen, grant, reach }: Setting): Why {
  const [rule, ...more] = code === 'ALLOWED' || code === 'ALLOWED_PER_ITEM' ? ruleOfAllowed({ policy, ageThen, grant, reach }) : rulesOf[code]
  const { sources, citedLaw, findings } = noteOn(policy, [rule, ...more])
  return {
    code, rule, sources, citedLaw, findings, ageThen, band: reach?.band ?? null,
    grantId: grant?.id ?? null, basis: grant?.basis ?? null, levelId: grant?.levelId ?? null, policyVersion: policy?.versionNumber ?? null,
  }
}

/** What lets somebody see: the list of a narrowed band, the silence of a portal about teens, or the basis itself. */
function ruleOfAllowed({ policy, ageThen, grant, reach }: Setting): [string, ...string[]] {
  if (!policy || !grant) return ['R20']
  if (reach?.narrowed) return ['R22']
  const isTeen = ageThen >= policy.enrollment.ownContactFromAge && ageThen < policy.proxyAccess.parentalGrantsEndAtAge
  const isBanded = basisRules[grant.basis].reach === 'age-band'
  if (isTeen && isBanded) return policy.proxyAccess.acquisitionRule ? ['R25'] : ['R23']
  return [basisRules[grant.basis].rule]
}

type Note = { sources: RuleSource[]; citedLaw: string | null; findings: RecordedFinding[] }

function noteOn(policy: PortalPolicy | null, rules: readonly string[]): Note {
  const notes = policy ? rules.flatMap((rule) => ruleNoteOf(policy, rule) ?? []) : []
  return {
    sources: notes.length > 0 ? [...new Set(notes.flatMap((note) => note.sources))] : ['derived'],
    citedLaw: notes.find((note) => note.citedLaw !== null)?.citedLaw ?? null,
    findings: [...new Set(notes.flatMap((note) => note.findings))],
  }
}
