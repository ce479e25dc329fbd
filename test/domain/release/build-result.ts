import { policyAt } from '#domain/portals/as-of.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import type { Hold, ResultFacts } from '#domain/release/facts.ts'
import type { Instant } from '#domain/time.ts'

/** Sun 22 Nov 2026, 10:00 in New York. */
export const NOW = Date.parse('2026-11-22T15:00:00Z')
export const patient = { kind: 'patient' } as const
export const parent = { kind: 'representative', personId: 'p1' } as const

/** A portal as shipped. */
export function portalOf(id: string): Portal {
  const found = shippedPortals.find((portal) => portal.id === id)
  if (!found) throw new Error(`no portal ${id}`)
  return found
}

/** The rules of a portal in force at an instant. */
export function rulesOf(id: string, at: Instant = NOW): PortalPolicy {
  const found = policyAt(portalOf(id).versions, at)
  if (!found.inForce) throw new Error(`${id} has no rules then`)
  return found.policy
}

/** An adult's final ordinary laboratory result, arrived now, that nobody has touched. */
export function buildResult(what: Partial<ResultFacts> = {}): ResultFacts {
  return {
    categories: ['laboratory'], categorySure: true, complete: true, clockedClasses: [], status: 'final', finalAt: NOW, versionAt: NOW, orderedElsewhere: false,
    acquiredOn: '2026-11-21', birthDate: '1961-07-19', state: 'US-NY', acts: [], holds: [], ...what,
  }
}

/** A hold from the patient that begins now and lasts two days. */
export function buildHold(what: Partial<Hold> = {}): Hold {
  return { id: 'h1', from: 'patient', personId: null, ground: 'danger-to-life', startAt: NOW, endAt: NOW + 2 * 86_400_000, endedAt: null, ...what }
}
