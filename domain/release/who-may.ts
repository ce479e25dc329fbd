import { allow, deny, type Decision } from '#domain/decision.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { isCovering, relationOf, type PatientTies } from '#domain/relations.ts'
import { clocksOf } from '#domain/release/clocks.ts'
import type { ResultFacts } from '#domain/release/facts.ts'
import { releaseAt } from '#domain/release/release.ts'
import { isSensitive } from '#domain/results/categories.ts'
import type { ClinicianKind } from '#domain/roles.ts'
import type { Instant } from '#domain/time.ts'

export type Prescriber = { id: string; clinicianKind: ClinicianKind | null }

/** How somebody may act on a result: `asOrdering` where an order of theirs includes the verification (R66). */
export type Standing = { may: Decision; asOrdering: boolean; coversId: string | null }

/**
 * Whether somebody may release, verify, hold or recall (security.md §1, AZ-05): a prescriber who is tied to the patient
 * by an order, the care team, or a cover. `orderingId`: the member of staff who ordered it; null where that is nobody
 * here, and then any prescriber with a tie stands for them. `assigneeId`: to whom a colleague or the manager gave this
 * very result, which is a tie of its own.
 */
export function standingOf(person: Prescriber, ties: PatientTies, orderingId: string | null, at: Instant, assigneeId: string | null = null): Standing {
  if (person.clinicianKind !== 'prescriber') return { may: deny('PRESCRIBER_ONLY'), asOrdering: false, coversId: null }
  const relation = relationOf(person.id, ties, at)
  const standsInFor = (id: string | null) => ties.covers.some((cover) => cover.absentId === id && cover.coveringId === person.id && isCovering(cover, at))
  const coversAssignee = assigneeId !== person.id && standsInFor(assigneeId)
  if (relation.kind === 'none' && assigneeId !== person.id && !coversAssignee) return { may: deny('RESULT_OF_OTHERS'), asOrdering: false, coversId: null }
  const coversId = relation.kind === 'covering' ? relation.forId : relation.kind === 'none' && coversAssignee ? assigneeId : null
  const covered = standsInFor(orderingId)
  return { may: allow, asOrdering: orderingId === null || orderingId === person.id || covered, coversId }
}

/** What a result has about it that a release looks at. */
export type Releasable = { facts: ResultFacts; isCritical: boolean }

/** Whether a result may be released by hand now: final, not barred by the portal or a statute, and not out already. */
export function canRelease(policy: PortalPolicy, { facts }: Releasable, asOrdering: boolean, at: Instant): Decision {
  const now = releaseAt(policy, facts, { kind: 'patient' }, at)
  if (now.state === 'blocked') return deny('BLOCKED_BY_POLICY')
  if (now.state === 'visible' && releaseAt(policy, facts, { kind: 'representative', personId: null }, at).state === 'visible') return deny('RELEASED_ALREADY')
  if (now.why.code === 'NOT_FINAL') return deny('RESULT_NOT_FINAL')
  if (clocksOf(policy, facts).some(({ clock, endsAt }) => at < endsAt && !clock.providerMayReleaseEarlier)) return deny('STATUTE_NOT_OVER')
  const ordered = { ...facts, holds: [], acts: [...facts.acts, { kind: 'order' as const, at, asOrdering }] }
  const then = releaseAt(policy, ordered, { kind: 'patient' }, at)
  return then.state === 'waits' && then.for.includes('verification') && !asOrdering && facts.acts.some((act) => act.kind === 'order' && act.at >= facts.versionAt)
    ? deny('NEEDS_ORDERING_PROVIDER') : allow
}

/**
 * Whether a result may be verified, or noted as seen, without a release (R62). Only who ordered it, or who covers them,
 * verifies. Where that alone would bring a sensitive one out, it is a release, with its second factor (AU-12).
 */
export function canVerify(policy: PortalPolicy, { facts, isSensitive: guarded }: { facts: ResultFacts; isSensitive: boolean }, kind: 'verification' | 'review', asOrdering: boolean, at: Instant): Decision {
  if (kind === 'verification' && !asOrdering) return deny('VERIFIED_BY_ORDERING_ONLY')
  if (facts.status !== 'final' && facts.status !== 'corrected') return deny('RESULT_NOT_FINAL')
  const done = { ...facts, acts: [...facts.acts, { kind, at, asOrdering }] }
  return guarded && bringsOut(policy, facts, done, at) ? deny('SENSITIVE_NEEDS_STEP_UP') : allow
}

/** Whether what is planned would show somebody what they do not see now: the patient, or a representative. */
export function bringsOut(policy: PortalPolicy, now: ResultFacts, then: ResultFacts, at: Instant): boolean {
  const recipients = [{ kind: 'patient' }, { kind: 'representative', personId: null }] as const
  return recipients.some((one) => releaseAt(policy, then, one, at).state === 'visible' && releaseAt(policy, now, one, at).state !== 'visible')
}

/** Whether a result may go with others in one command: ordinary, undoubted, nothing critical, nothing held (RL-01). */
export function canReleaseInBulk(policy: PortalPolicy, result: Releasable, asOrdering: boolean, at: Instant): Decision {
  if (result.facts.categories.some(isSensitive)) return deny('SENSITIVE_ONE_BY_ONE')
  if (result.isCritical || !result.facts.categorySure || !result.facts.complete || result.facts.holds.some((hold) => at < Math.min(hold.endAt, hold.endedAt ?? Infinity))) {
    return deny('LOOK_ONE_BY_ONE')
  }
  return canRelease(policy, result, asOrdering, at)
}
