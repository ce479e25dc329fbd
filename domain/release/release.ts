import { ageOn } from '#domain/birthdays.ts'
import { serviceStateAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { ReleaseMode } from '#domain/portals/result-policy.ts'
import { whyOf, type ReleaseAnswer, type ReleaseWhy, type WaitingFor } from '#domain/release/answer.ts'
import { clocksOf } from '#domain/release/clocks.ts'
import { isHeldFrom, type ActKind, type ResultFacts } from '#domain/release/facts.ts'
import { asksVerification, modeOf } from '#domain/release/modes.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import type { Instant } from '#domain/time.ts'

type Obstacle = { for: WaitingFor; why: ReleaseWhy }

/**
 * Whether a recipient may see a result on a portal at an instant, by the portal's rules in force then (R60–R69, R25), and
 * why (not). Who the recipient is to the patient, and what they may see at all, is asked of the access engine beside it.
 * `policy` is the version in force at `at`. Time alone ends a hold or a statute's wait; it never stands for an order, a
 * review or a verification.
 */
export function releaseAt(policy: PortalPolicy, facts: ResultFacts, recipient: Recipient, at: Instant): ReleaseAnswer {
  const blocked = blockedBy(policy, facts, at)
  if (blocked) return { state: 'blocked', why: blocked }
  const obstacles = obstaclesOf(policy, facts, recipient, at)
  const [first] = obstacles
  if (first) return { state: 'waits', for: [...new Set(obstacles.map((one) => one.for))], why: first.why }
  return { state: 'visible', why: shownWhy(policy, modeOf(policy, facts)) }
}

function blockedBy(policy: PortalPolicy, facts: ResultFacts, at: Instant): ReleaseWhy | null {
  const service = serviceStateAt(policy, at)
  if (service === 'not-open' || service === 'retired') return whyOf(policy, 'PORTAL_CLOSED', 'R85')
  if (facts.status === 'cancelled' || facts.status === 'entered-in-error') return whyOf(policy, 'WITHDRAWN', 'R60')
  if (facts.orderedElsewhere && policy.results.externallyOrdered === 'never') return whyOf(policy, 'ORDERED_ELSEWHERE', 'R65')
  const youth = hiddenByAcquisition(policy, facts)
  if (youth) return whyOf(policy, youth, 'R25')
  const mode = modeOf(policy, facts)
  return mode === 'never' ? whyOf(policy, 'NEVER_ON_PORTAL', 'R63', { mode }) : null
}

/** R25: what was collected at certain ages is hidden from everybody, whatever the age today. A date that is not known could be one of them. */
function hiddenByAcquisition(policy: PortalPolicy, facts: ResultFacts): 'ACQUIRED_IN_YOUTH' | 'ACQUISITION_UNKNOWN' | null {
  const rule = policy.proxyAccess.acquisitionRule
  if (!rule || rule.hiddenFrom !== 'everyone' || !rule.kinds.includes('result')) return null
  if (facts.acquiredOn === null) return 'ACQUISITION_UNKNOWN'
  const age = ageOn(facts.birthDate, facts.acquiredOn)
  return age >= rule.fromAge && age < rule.untilAge ? 'ACQUIRED_IN_YOUTH' : null
}

function obstaclesOf(policy: PortalPolicy, facts: ResultFacts, recipient: Recipient, at: Instant): Obstacle[] {
  const mode = modeOf(policy, facts)
  const found: Obstacle[] = []
  const add = (what: WaitingFor, ...why: Parameters<typeof whyOf> extends [unknown, ...infer Rest] ? Rest : never) => {
    found.push({ for: what, why: whyOf(policy, ...why) })
  }
  if (facts.finalAt === null || facts.finalAt > at || facts.versionAt > at || (facts.status !== 'final' && facts.status !== 'corrected')) add('laboratory', 'NOT_FINAL', 'R60', { mode })
  if (isRecalled(facts, at)) add('order', 'RECALLED', 'R68', { mode })
  const hold = facts.holds.filter((one) => isHeldFrom(one, recipient, at)).toSorted((a, b) => b.endAt - a.endAt)[0]
  if (hold) add('hold-end', 'HELD', 'R68', { mode, until: hold.endAt, holdId: hold.id })
  const isOrdered = did(facts, at, 'order')
  for (const { clock, endsAt } of clocksOf(policy, facts)) {
    if (at < endsAt && !(clock.providerMayReleaseEarlier && isOrdered)) {
      add('statute-end', 'STATE_CLOCK', 'R69', { mode, until: endsAt, citedLaw: clock.citedLaw })
      break
    }
  }
  if (!facts.categorySure && !did(facts, at, 'category', 'order')) add('clinician', 'CATEGORY_UNSURE', 'R60', { mode })
  if (!facts.complete && !isOrdered) add('laboratory', 'VALUES_TO_COME', 'R60', { mode })
  const needs = neededBy(policy, mode, facts, at)
  if (needs) add(needs.for, needs.code, mode === 'on-order' ? onOrderRule(policy) : 'R62', { mode })
  return found
}

function neededBy(policy: PortalPolicy, mode: ReleaseMode, facts: ResultFacts, at: Instant): { for: WaitingFor; code: 'WAITS_FOR_REVIEW' | 'WAITS_FOR_VERIFICATION' | 'WAITS_FOR_ORDER' } | null {
  const verified = did(facts, at, 'verification') || didAsOrdering(facts, at)
  switch (mode) {
    case 'at-once': case 'never': return null
    case 'after-review': return did(facts, at, 'review', 'verification', 'order') ? null : { for: 'review', code: 'WAITS_FOR_REVIEW' }
    case 'after-verification': return verified ? null : { for: 'verification', code: 'WAITS_FOR_VERIFICATION' }
    case 'on-order':
      if (!did(facts, at, 'order')) return { for: 'order', code: 'WAITS_FOR_ORDER' }
      return asksVerification(policy) && !verified ? { for: 'verification', code: 'WAITS_FOR_VERIFICATION' } : null
  }
}

/** Whether it was done for the version that counts. A correction asks again. */
function did(facts: ResultFacts, at: Instant, ...kinds: ActKind[]): boolean {
  return facts.acts.some((act) => kinds.includes(act.kind) && act.at <= at && act.at >= facts.versionAt)
}

function didAsOrdering(facts: ResultFacts, at: Instant): boolean {
  return facts.acts.some((act) => act.kind === 'order' && act.asOrdering && act.at <= at && act.at >= facts.versionAt)
}

/** A recall stands, whatever the laboratory sends, until a clinician orders the release again. */
function isRecalled(facts: ResultFacts, at: Instant): boolean {
  const last = facts.acts.findLast((act) => act.at <= at && (act.kind === 'recall' || act.kind === 'order'))
  return last?.kind === 'recall'
}

function shownWhy(policy: PortalPolicy, mode: ReleaseMode): ReleaseWhy {
  switch (mode) {
    case 'at-once': return whyOf(policy, 'SHOWN_AT_ONCE', 'R60', { mode })
    case 'after-review': return whyOf(policy, 'SHOWN_AFTER_REVIEW', 'R62', { mode })
    case 'after-verification': return whyOf(policy, 'SHOWN_AFTER_VERIFICATION', 'R62', { mode })
    case 'on-order': case 'never': return whyOf(policy, 'SHOWN_BY_ORDER', onOrderRule(policy), { mode })
  }
}

/** R64 where the portal has it, else R66. */
function onOrderRule(policy: PortalPolicy): string {
  return policy.results.notes.some((note) => note.rule === 'R64') ? 'R64' : 'R66'
}
