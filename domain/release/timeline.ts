import { policyAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { ReleaseAnswer } from '#domain/release/answer.ts'
import { clocksOf } from '#domain/release/clocks.ts'
import { endOfHold, type ResultFacts } from '#domain/release/facts.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { releaseAt } from '#domain/release/release.ts'
import { startOfLocalDay, type Instant } from '#domain/time.ts'

/** From when on an answer held. */
export type TimelineStep = { at: Instant; answer: ReleaseAnswer }

/** Every instant at which the answer about a result may change by itself or did change, in order, each once. */
export function turningPoints(versions: readonly PortalPolicy[], facts: ResultFacts): Instant[] {
  const points = [
    facts.versionAt, facts.finalAt ?? facts.versionAt,
    ...facts.acts.map((act) => act.at),
    ...facts.holds.flatMap((hold) => [hold.startAt, endOfHold(hold)]),
    ...versions.flatMap((policy) => [
      ...clocksOf(policy, facts).map((one) => one.endsAt),
      ...[policy.effectiveFromOn, policy.service.opensOn, policy.service.retiredOn].flatMap((on) => (on === null ? [] : [startOfLocalDay(on, policy.timeZone)])),
    ]),
  ]
  return [...new Set(points)].toSorted((a, b) => a - b)
}

/** The answer at an instant by the version of the rules in force then; null: the portal had none yet. */
export function answerAt(versions: readonly PortalPolicy[], facts: ResultFacts, recipient: Recipient, at: Instant): ReleaseAnswer | null {
  const found = policyAt(versions, at)
  return found.inForce ? releaseAt(found.policy, facts, recipient, at) : null
}

/** What was visible to a recipient from when on, and by which rule, from the report's coming up to `until`, later plans included. */
export function timelineOf(versions: readonly PortalPolicy[], facts: ResultFacts, recipient: Recipient, until: Instant): TimelineStep[] {
  const steps: TimelineStep[] = []
  for (const at of turningPoints(versions, facts)) {
    if (at < facts.versionAt || at > until) continue
    const answer = answerAt(versions, facts, recipient, at)
    const before = steps.at(-1)?.answer
    if (answer && (before?.state !== answer.state || before.why.code !== answer.why.code || before.why.holdId !== answer.why.holdId)) steps.push({ at, answer })
  }
  return steps
}

/** The next instant after `at` at which the answer may change without anybody doing anything; null: none is known. */
export function nextTurnAt(versions: readonly PortalPolicy[], facts: ResultFacts, at: Instant): Instant | null {
  return turningPoints(versions, facts).find((point) => point > at) ?? null
}
