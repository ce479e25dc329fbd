import { describe, expect, it } from 'vitest'
import { ruleGroups } from '#domain/portals/policy.ts'
import type { RuleGroup } from '#domain/portals/policy.ts'
import { accessCases } from '#test/domain/portals/access-cases.ts'
import { shippedPolicy, shippedPortalIds } from '#test/domain/portals/build-portal.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'
import type { GroupCases, ParameterCase } from '#test/domain/portals/parameter-cases.ts'
import { resultCases } from '#test/domain/portals/result-cases.ts'
import { serviceCases } from '#test/domain/portals/service-cases.ts'

/** Every parameter of every group, with its value on every portal; an absent one does not compile. */
const cases: { [G in RuleGroup]: GroupCases<G> } = { ...serviceCases, ...accessCases, ...resultCases }

const head: Record<ShippedPortalId, { timeZone: string; jurisdictions: string[]; effectiveFromOn: string | null }> = {
  'mychart-ny-nj': { timeZone: 'America/New_York', jurisdictions: ['US-NY', 'US-NJ'], effectiveFromOn: '2025-03-01' },
  'nextgen-legacy': { timeZone: 'America/New_York', jurisdictions: ['US-NY', 'US-NJ'], effectiveFromOn: null },
  caremount: { timeZone: 'America/New_York', jurisdictions: ['US-NY'], effectiveFromOn: null },
  'myportal-ca': { timeZone: 'America/Los_Angeles', jurisdictions: ['US-CA'], effectiveFromOn: '2015-01-01' },
  followmyhealth: { timeZone: 'America/Los_Angeles', jurisdictions: [], effectiveFromOn: '2015-01-01' },
}

describe.each(shippedPortalIds)('%s as its document publishes it', (portalId) => {
  const policy = shippedPolicy(portalId)

  it('R85 has its own time zone, states and first day', () => {
    expect(policy).toMatchObject(head[portalId])
  })

  for (const group of ruleGroups) {
    for (const [parameter, { says, read, on }] of Object.entries<ParameterCase>(cases[group])) {
      it(`${says} (${group}.${parameter})`, () => {
        expect(read(Reflect.get(policy[group], parameter))).toEqual(on[portalId])
      })
    }
  }
})
