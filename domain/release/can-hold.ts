import { allow, deny, type Decision } from '#domain/decision.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { clocksOf } from '#domain/release/clocks.ts'
import { isHeldFrom, type ResultFacts } from '#domain/release/facts.ts'
import { groundRules, type HoldGround } from '#domain/release/grounds.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { releaseAt } from '#domain/release/release.ts'
import { DAY, type Instant } from '#domain/time.ts'

export type HoldWish = { recipient: Recipient; ground: HoldGround; evidence: string; endAt: Instant }

/** Shortest evidence that says something. */
const SHORTEST_EVIDENCE = 10

/**
 * Whether a ground may keep a result from somebody (R68). `would-upset` and `call-first` never do; substantial harm fits
 * a representative only; a statute only where one is on file and running.
 */
export function groundFits(policy: PortalPolicy, facts: ResultFacts, recipient: Recipient, ground: HoldGround, at: Instant): Decision {
  const { fits } = groundRules[ground]
  if (fits.length === 0) return deny('NOT_A_GROUND')
  if (!fits.includes(recipient.kind)) return deny('GROUND_DOES_NOT_FIT')
  if (ground === 'state-statute' && !clocksOf(policy, facts).some((one) => at < one.endsAt)) return deny('STATUTE_NOT_ON_FILE')
  return allow
}

/** The last instant up to which a hold of this ground may be set: 30 days, or the statute's own end (R68). */
export function longestEnd(policy: PortalPolicy, facts: ResultFacts, ground: HoldGround, at: Instant): Instant {
  if (ground === 'state-statute') return clocksOf(policy, facts)[0]?.endsAt ?? at
  return at + policy.results.longestHoldDays * DAY
}

/** Whether a hold may be set now. It needs a ground that fits, evidence in own words, and an end; never after release. */
export function canHold(policy: PortalPolicy, facts: ResultFacts, wish: HoldWish, at: Instant): Decision {
  const fits = groundFits(policy, facts, wish.recipient, wish.ground, at)
  if (!fits.allowed) return fits
  if (facts.holds.some((hold) => isHeldFrom(hold, wish.recipient, at))) return deny('HOLD_EXISTS')
  const now = releaseAt(policy, facts, wish.recipient, at)
  if (now.state === 'visible') return deny('RELEASED_ALREADY')
  if (now.state === 'blocked') return deny('BLOCKED_BY_POLICY')
  return wordsAndEnd(policy, facts, wish, at)
}

/** Whether a hold may go on longer: a new decision of its own, with its own evidence (R68). */
export function canExtend(policy: PortalPolicy, facts: ResultFacts, wish: HoldWish, at: Instant): Decision {
  const fits = groundFits(policy, facts, wish.recipient, wish.ground, at)
  return fits.allowed ? wordsAndEnd(policy, facts, wish, at) : fits
}

function wordsAndEnd(policy: PortalPolicy, facts: ResultFacts, { ground, evidence, endAt }: HoldWish, at: Instant): Decision {
  if (evidence.trim().length < SHORTEST_EVIDENCE) return deny('HOLD_NEEDS_EVIDENCE')
  if (!Number.isFinite(endAt) || endAt <= at) return deny('HOLD_NEEDS_END')
  return endAt > longestEnd(policy, facts, ground, at) ? deny('HOLD_TOO_LONG', { days: policy.results.longestHoldDays }) : allow
}
