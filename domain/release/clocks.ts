import type { PortalPolicy } from '#domain/portals/policy.ts'
import { stateClocksInForce, type StateClock } from '#domain/portals/state-clocks.ts'
import type { ResultFacts } from '#domain/release/facts.ts'
import { addDays, HOUR, localDateOf, startOfLocalDay, type Instant, type TimeZone } from '#domain/time.ts'

export type RunningClock = { clock: StateClock; endsAt: Instant }

/** The first instant at which a statute no longer keeps a report back that was final at `finalAt` (R69). */
export function clockEndsAt(clock: StateClock, finalAt: Instant, zone: TimeZone): Instant {
  const { unit, count } = clock.notBefore
  return unit === 'elapsed-hours' ? finalAt + count * HOUR : startOfLocalDay(addDays(localDateOf(finalAt, zone), count), zone)
}

/**
 * The statutes that name a class of the report, in force on the local day of its final report, with their ends; the
 * longest first. Which of them a provider's own release ends is the statute's matter (R69).
 */
export function clocksOf(policy: PortalPolicy, facts: Pick<ResultFacts, 'clockedClasses' | 'finalAt' | 'state'>): RunningClock[] {
  const { finalAt, state, clockedClasses } = facts
  if (finalAt === null || state === null) return []
  return stateClocksInForce(policy.results.stateClocks, state, localDateOf(finalAt, policy.timeZone))
    .filter((clock) => clock.classes.some((one) => clockedClasses.includes(one)))
    .map((clock) => ({ clock, endsAt: clockEndsAt(clock, finalAt, policy.timeZone) }))
    .toSorted((a, b) => b.endsAt - a.endsAt)
}
