import { capabilities, everyItemOf, seeingOnly } from '#domain/portals/capabilities.ts'
import type { Capability } from '#domain/portals/capabilities.ts'
import type { ProxyLevel } from '#domain/portals/proxy-policy.ts'

/**
 * FollowMyHealth publishes these two levels (S3). Assumption: MyChart, NextGen and MyPortal, which speak of a level
 * without naming any, offer the same (R26, R27).
 */
const fullName = { en: 'Full access', es: 'Acceso completo' }
/** R27 (S0): the level of each area stands in the invitation. */
const representativeName = { en: 'Trusted representative', es: 'Representante de confianza' }
const readOnlyName = { en: 'Read-only access', es: 'Acceso de solo lectura' }

/** The same capabilities at every age: what a portal without an age rule publishes (R23, R26). */
export function agelessLevels(): ProxyLevel[] {
  return [
    { id: 'full', name: fullName, bands: [{ fromAge: 0, untilAge: null, allows: everyItemOf(capabilities) }] },
    { id: 'read-only', name: readOnlyName, bands: [{ fromAge: 0, untilAge: null, allows: everyItemOf(seeingOnly) }] },
  ]
}

/** Both levels and the trusted representative's, narrowed to `kept` while the patient's age is in the band (R20–R22). */
export function levelsNarrowedBetween(fromAge: number, untilAge: number, kept: readonly Capability[]): ProxyLevel[] {
  return [
    narrowed('full', fullName, capabilities, kept),
    narrowed('read-only', readOnlyName, seeingOnly, kept.filter((capability) => seeingOnly.includes(capability))),
    { ...narrowed('trusted-representative', representativeName, capabilities, kept), perArea: true },
  ]

  function narrowed(id: string, name: ProxyLevel['name'], all: readonly Capability[], inBand: readonly Capability[]) {
    return {
      id,
      name,
      bands: [
        { fromAge: 0, untilAge: fromAge, allows: everyItemOf(all) },
        { fromAge, untilAge, allows: everyItemOf(inBand) },
        { fromAge: untilAge, untilAge: null, allows: everyItemOf(all) },
      ],
    }
  }
}
