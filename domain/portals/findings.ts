import { ruleGroups } from '#domain/portals/policy.ts'
import type { PortalPolicy, RuleGroup } from '#domain/portals/policy.ts'
import type { RecordedFinding, RuleNote } from '#domain/portals/provenance.ts'

/** Something a reader must know about a rule: recorded with it, or following from its note. */
export type Finding = {
  group: RuleGroup
  rule: string
  finding: RecordedFinding | 'STRICTER_THAN_CITED_LAW' | 'NEVER_LEGALLY_REVIEWED'
}

/** Every rule of a policy with its note, in the order of the groups. */
export function ruleNotesOf(policy: PortalPolicy): { group: RuleGroup; note: RuleNote }[] {
  return ruleGroups.flatMap((group) => policy[group].notes.map((note) => ({ group, note })))
}

/** Source, law and review of one rule (`R22`) in a policy; null where the policy has no such rule. */
export function ruleNoteOf(policy: PortalPolicy, rule: string): RuleNote | null {
  return ruleNotesOf(policy).find(({ note }) => note.rule === rule)?.note ?? null
}

/** All findings on a policy, rule by rule. A rule that no lawyer has read says so as well. */
export function findingsOf(policy: PortalPolicy): Finding[] {
  return ruleNotesOf(policy).flatMap(({ group, note }) => {
    const found: Finding['finding'][] = [...note.findings]
    if (note.stricterThanCitedLaw) found.push('STRICTER_THAN_CITED_LAW')
    if (note.lastLegallyReviewedOn === null) found.push('NEVER_LEGALLY_REVIEWED')
    return found.map((finding) => ({ group, rule: note.rule, finding }))
  })
}
