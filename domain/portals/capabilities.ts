import { z } from 'zod'

/** Everything a proxy may be allowed, one word per thing. What is not listed for a band is closed. */
export const capabilities = [
  'see-appointments', 'schedule-appointments',
  'see-messages', 'send-messages',
  'see-results', 'see-medications', 'request-refills', 'see-notes', 'see-visit-summaries', 'see-diagnoses',
  'see-health-summary', 'see-immunizations',
  'see-bills', 'pay-bills',
  'see-insurance', 'update-insurance', 'see-demographics', 'update-demographics',
  'see-letters', 'see-end-of-life', 'update-end-of-life',
  'request-records',
] as const
export type Capability = (typeof capabilities)[number]

/** `all`: every item. `not-sensitive`: only items that carry no sensitive mark (the narrower reading of R22). */
export const capabilityScopes = ['not-sensitive', 'all'] as const
export type CapabilityScope = (typeof capabilityScopes)[number]

/** What a level may do in one age band. */
export const capabilitySetSchema = z.partialRecord(z.enum(capabilities), z.enum(capabilityScopes))
export type CapabilitySet = z.infer<typeof capabilitySetSchema>

/** R22: paying, updating or acting on an item includes seeing it. */
const seeingIncludedIn: Partial<Record<Capability, Capability>> = {
  'schedule-appointments': 'see-appointments',
  'send-messages': 'see-messages',
  'request-refills': 'see-medications',
  'pay-bills': 'see-bills',
  'update-insurance': 'see-insurance',
  'update-demographics': 'see-demographics',
  'update-end-of-life': 'see-end-of-life',
}

/** What somebody who may do this sees by it; the capability itself where it only looks (R22). */
export function seeingOf(capability: Capability): Capability {
  return seeingIncludedIn[capability] ?? capability
}

/** The set with every included seeing added (R22); the wider scope wins. */
export function withSeeingIncluded(listed: CapabilitySet): CapabilitySet {
  const full: CapabilitySet = { ...listed }
  for (const capability of capabilities) {
    const scope = listed[capability]
    const seeing = seeingIncludedIn[capability]
    if (scope === undefined || seeing === undefined) continue
    full[seeing] = widerOf(scope, listed[seeing])
  }
  return full
}

/** The same capabilities for every item; a short way to write a band. */
export function everyItemOf(listed: readonly Capability[]): CapabilitySet {
  const set: CapabilitySet = {}
  for (const capability of listed) set[capability] = 'all'
  return set
}

/** Capabilities that only look (R26: read-only changes nothing). */
export const seeingOnly: readonly Capability[] = capabilities.filter((capability) => capability.startsWith('see-'))

function widerOf(one: CapabilityScope, other: CapabilityScope | undefined): CapabilityScope {
  return one === 'all' || other === 'all' ? 'all' : 'not-sensitive'
}
