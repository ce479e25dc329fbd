import { releaseModes, type ReleaseMode } from '#domain/portals/result-policy.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { ResultFacts } from '#domain/release/facts.ts'

/** Which of two modes keeps more back. */
function stricter(one: ReleaseMode, other: ReleaseMode): ReleaseMode {
  return releaseModes.indexOf(one) > releaseModes.indexOf(other) ? one : other
}

/**
 * What a result waits for on a portal: the strictest of its categories' modes, limits of its state among them (R60–R64).
 * A report that touches two categories is as guarded as the more guarded of them.
 */
export function modeOf(policy: PortalPolicy, facts: Pick<ResultFacts, 'categories' | 'state'>): ReleaseMode {
  const { release, limitedByState } = policy.results
  const modes = facts.categories.map((category) => limitedByState
    .filter((limit) => limit.state === facts.state && limit.category === category)
    .reduce((mode, limit) => stricter(mode, limit.release), release[category]))
  return modes.reduce(stricter, modes[0] ?? 'on-order')
}

/** Whether the portal shows nothing that the ordering provider has not verified: an order by somebody else needs that too (R62, R66). */
export function asksVerification(policy: PortalPolicy): boolean {
  return Object.values(policy.results.release).includes('after-verification')
}
