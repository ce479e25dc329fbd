import type { Why, WhyCode } from '#domain/access/answer.ts'
import type { RecordedFinding, RuleSource } from '#domain/portals/provenance.ts'

/** What a portal is told of a why: enough to explain a screen, nothing about anybody’s life. */
export const outsideCodes = [
  'ALLOWED', 'ALLOWED_PER_ITEM', 'OWN_RECORD', 'NO_ACCESS', 'PORTAL_CLOSED', 'PORTAL_READ_ONLY', 'CLOSED_BY_AGE', 'NOT_IN_LEVEL', 'ITEM_CLOSED',
] as const
export type OutsideCode = (typeof outsideCodes)[number]
export type OutsideWhy = { code: OutsideCode; rule: string; sources: readonly RuleSource[]; findings: readonly RecordedFinding[] }

const told: Partial<Record<WhyCode, OutsideCode>> = {
  ALLOWED: 'ALLOWED', ALLOWED_PER_ITEM: 'ALLOWED_PER_ITEM', OWN_RECORD: 'OWN_RECORD',
  PORTAL_CLOSED: 'PORTAL_CLOSED', PORTAL_READ_ONLY: 'PORTAL_READ_ONLY', NOT_ON_PORTAL: 'NOT_IN_LEVEL',
  BAND_CLOSED: 'CLOSED_BY_AGE', LEVEL_LACKS: 'NOT_IN_LEVEL', AREA_CLOSED: 'NOT_IN_LEVEL',
  SENSITIVE_ITEM: 'ITEM_CLOSED', ACQUIRED_IN_YOUTH: 'ITEM_CLOSED', ACQUISITION_UNKNOWN: 'ITEM_CLOSED', CONFIDENTIAL_TO_MINOR: 'ITEM_CLOSED',
}

/**
 * The why as it may leave the practice. Blocked, revoked, refused, never asked, ended by a court or a death: all of it
 * is one and the same "no access", with one and the same rule (R24, PX-03).
 */
export function toldOutside(why: Why): OutsideWhy {
  const code = told[why.code] ?? 'NO_ACCESS'
  if (code === 'NO_ACCESS') return { code, rule: 'R27', sources: [], findings: [] }
  if (code === 'ITEM_CLOSED') return { code, rule: 'R21', sources: [], findings: [] }
  return { code, rule: why.rule, sources: why.sources, findings: why.findings }
}
