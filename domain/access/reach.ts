import { basisRules, type RepresentativeArea } from '#domain/access/bases.ts'
import type { Areas, GrantFacts } from '#domain/access/facts.ts'
import { ageBandOf } from '#domain/birthdays.ts'
import { capabilities, everyItemOf, seeingOnly, withSeeingIncluded, type Capability, type CapabilitySet } from '#domain/portals/capabilities.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'

/** How far a grant reaches at one age: what is open, what the level would open at its widest, and the band it stands in. */
export type Reach = {
  allows: CapabilitySet
  widest: CapabilitySet
  band: { fromAge: number; untilAge: number | null } | null
  /** The patient's age closes something that the level opens at other ages. */
  narrowed: boolean
}

/** Which capabilities an area of a trusted representative holds (R27). */
const areaOf: Record<Capability, RepresentativeArea> = {
  'see-appointments': 'appointments', 'schedule-appointments': 'appointments',
  'see-messages': 'messages', 'send-messages': 'messages',
  'see-results': 'results', 'see-medications': 'medications', 'request-refills': 'medications',
  'see-notes': 'notes', 'see-visit-summaries': 'notes', 'see-diagnoses': 'health-summary', 'see-health-summary': 'health-summary',
  'see-immunizations': 'immunizations', 'see-bills': 'bills', 'pay-bills': 'bills',
  'see-insurance': 'insurance', 'update-insurance': 'insurance', 'see-demographics': 'demographics', 'update-demographics': 'demographics',
  'see-letters': 'letters', 'see-end-of-life': 'end-of-life', 'update-end-of-life': 'end-of-life', 'request-records': 'records',
}

/**
 * What a grant opens for a patient of this age in whole years (R20–R22, R26, R27, R33). A basis that overrides the age
 * band opens what the level opens for an adult. A level that the portal no longer has opens nothing.
 */
export function reachOf(grant: Pick<GrantFacts, 'basis' | 'levelId' | 'areas'>, policy: PortalPolicy, age: number): Reach {
  const level = policy.proxyAccess.levels.find(({ id }) => id === grant.levelId)
  if (!level || age < 0) return { allows: {}, widest: {}, band: null, narrowed: false }
  const atLast = level.bands.at(-1) ?? null
  const isBanded = basisRules[grant.basis].reach === 'age-band'
  const band = isBanded ? ageBandOf(level.bands, age) : atLast
  const within = level.perArea ? openIn(grant.areas ?? {}) : null
  const opened = (allows: CapabilitySet | undefined) => within === null ? withSeeingIncluded(allows ?? {}) : bothOf(withSeeingIncluded(allows ?? {}), within)
  const widest = level.bands.map(({ allows }) => opened(allows)).reduce(unionOf, {})
  const allows = opened(band?.allows)
  return {
    allows, widest, narrowed: isBanded && capabilities.some((one) => widest[one] !== allows[one]),
    band: band && isBanded ? { fromAge: band.fromAge, untilAge: band.untilAge } : null,
  }
}

/** Whether the area's level closes a capability that the portal's level would open (R27). */
export function isClosedByArea(grant: Pick<GrantFacts, 'levelId' | 'areas'>, policy: PortalPolicy, capability: Capability): boolean {
  const level = policy.proxyAccess.levels.find(({ id }) => id === grant.levelId)
  return level?.perArea === true && openIn(grant.areas ?? {})[capability] === undefined
}

/** What area levels open: `view` looks, `act` looks and does. */
function openIn(areas: Areas): CapabilitySet {
  return everyItemOf(capabilities.filter((capability) => {
    const level = areas[areaOf[capability]] ?? 'none'
    return level === 'act' || (level === 'view' && seeingOnly.includes(capability))
  }))
}

function bothOf(one: CapabilitySet, other: CapabilitySet): CapabilitySet {
  const both: CapabilitySet = {}
  for (const capability of capabilities) {
    if (one[capability] !== undefined && other[capability] !== undefined) both[capability] = one[capability]
  }
  return both
}

function unionOf(one: CapabilitySet, other: CapabilitySet): CapabilitySet {
  const union: CapabilitySet = { ...one }
  for (const capability of capabilities) {
    if (other[capability] === 'all' || union[capability] === undefined) union[capability] = other[capability] ?? union[capability]
  }
  return union
}
