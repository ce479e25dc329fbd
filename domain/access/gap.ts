import { capabilityIn } from '#domain/access/access.ts'
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
  const scenes = viewersOf(facts).map((viewer) => sceneAt(facts, viewer, at))
  if (scenes.every(({ closedBy }) => closedBy === 'PORTAL_CLOSED')) return false
  return scenes.every((scene) => capabilityIn(scene, 'see-results').answer === 'no')
}
