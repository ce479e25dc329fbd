import type { RecordAccess } from '#db/access-facts.ts'

/**
 * Whether parents' access to a record is disputed and two have not settled it since (T2). Ending what a dispute suspended and asking
 * anew is no way around them: it takes two while anything stays suspended by it, and until two have opened something again.
 */
export function isInDispute({ grants, eventsOf }: RecordAccess): boolean {
  if (grants.some((grant) => grant.state === 'suspended' && grant.cause === 'disputed')) return true
  const histories = grants.map((grant) => ({ byTwo: grant.requestId !== null, events: eventsOf(grant.id) }))
  const disputes = histories.flatMap(({ events }) => events.filter((one) => one.cause === 'disputed').map((one) => one.at))
  if (disputes.length === 0) return false
  const last = Math.max(...disputes)
  return !histories.some(({ byTwo, events }) => events.some((one) => one.at >= last
    && ((one.cause === 'granted' && byTwo) || (one.cause === 'reviewed' && events.some((each) => each.cause === 'disputed')))))
}
