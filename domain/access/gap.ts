import { capabilityIn } from '#domain/access/access.ts'
import { changesAhead } from '#domain/access/changes.ts'
import type { AccessFacts, Viewer } from '#domain/access/facts.ts'
import { sceneAt } from '#domain/access/scene.ts'
import type { Instant } from '#domain/time.ts'

/** Everybody who may look into a record: the patient and each person with a grant. */
export function viewersOf(facts: AccessFacts): Viewer[] {
  return [{ kind: 'patient' }, ...proxiesOf(facts)]
}

/** The persons with a grant, each once, in the order of their first one. */
export function proxiesOf(facts: AccessFacts): { kind: 'proxy'; personId: string }[] {
  return [...new Set(facts.grants.map(({ personId }) => personId))].map((personId) => ({ kind: 'proxy', personId }))
}

/**
 * Whether nobody at all can read results on the portal at an instant: no account of the patient's own, and no proxy
 * whose access reaches them. A portal that shows no results to anybody has no gap.
 */
export function nobodyCanAct(facts: AccessFacts, at: Instant): boolean {
  if (isShut(facts, at)) return false
  return viewersOf(facts).map((viewer) => sceneAt(facts, viewer, at)).every((scene) => capabilityIn(scene, 'see-results').answer === 'no')
}

/**
 * The first instant from `from` through `until` at which nobody can act on any of these portals, by the facts of each;
 * null: somebody always can. A portal that is shut at that instant leaves it to the others.
 */
export function firstGap(portals: readonly AccessFacts[], from: Instant, until: Instant): Instant | null {
  const instants = [from, ...portals.flatMap((facts) => changesAhead(facts, from, until).map(({ at }) => at))].toSorted((a, b) => a - b)
  return instants.find((at) => {
    const serving = portals.filter((facts) => !isShut(facts, at))
    return serving.length > 0 && serving.every((facts) => nobodyCanAct(facts, at))
  }) ?? null
}

function isShut(facts: AccessFacts, at: Instant): boolean {
  return sceneAt(facts, { kind: 'patient' }, at).closedBy === 'PORTAL_CLOSED'
}
