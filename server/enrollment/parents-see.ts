import { ageBandOf } from '#domain/birthdays.ts'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { ADULT_FROM } from '#domain/enrollment/contact-check.ts'
import { capabilities, withSeeingIncluded } from '#domain/portals/capabilities.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'

/** What the widest proxy level of this portal allows at a minor's age; null for an adult. An own account changes nothing of it (R20–R22). */
export function parentsSee(policy: PortalPolicy, age: number): EnrollmentAnswer['parentsSee'] {
  if (age >= ADULT_FROM) return null
  const bands = policy.proxyAccess.levels.flatMap((level) => ageBandOf(level.bands, age) ?? [])
  const [band] = bands
  if (!band) return null
  const sets = bands.map((one) => withSeeingIncluded(one.allows))
  return { fromAge: band.fromAge, untilAge: band.untilAge, capabilities: capabilities.filter((one) => sets.some((set) => set[one] !== undefined)) }
}
