import { describe, expect, it } from 'vitest'
import { accessToItem, capabilitiesAt } from '#domain/access/access.ts'
import { itemCategories, type ItemCategory } from '#domain/access/items.ts'
import { birthdayStartsAt } from '#domain/birthdays.ts'
import type { Capability } from '#domain/portals/capabilities.ts'
import { shippedPolicy, type ShippedPortalId } from '#test/domain/portals/build-portal.ts'
import { buildFacts, buildGrant, buildItem, proxy } from '#test/domain/access/build-facts.ts'
import { all, looking, tables } from '#test/domain/access/published.ts'

const seenBy: Record<ItemCategory, Capability> = {
  appointment: 'see-appointments', message: 'see-messages', result: 'see-results', medication: 'see-medications', note: 'see-notes',
  'visit-summary': 'see-visit-summaries', document: 'see-visit-summaries', diagnosis: 'see-diagnoses', allergy: 'see-health-summary',
  'vital-sign': 'see-health-summary', procedure: 'see-health-summary', immunization: 'see-immunizations', 'bill-line': 'see-bills', insurance: 'see-insurance',
  demographics: 'see-demographics', letter: 'see-letters', 'end-of-life': 'see-end-of-life',
}

const cases = Object.entries(tables).flatMap(([portalId, { year, at }]) => (['full', 'read-only'] as const).flatMap((level) =>
  Array.from({ length: 20 }, (_, age) => ({ portalId: portalId as ShippedPortalId, level, age, year, at }))))

describe('a parent’s access at each birthday from 0 to 19, the last moment before it and its first', () => {
  it.each(cases)('R20–R23, R26: $portalId, $level, $age', ({ portalId, level, age, year, at }) => {
    const policy = shippedPolicy(portalId)
    const birthDate = `${year - age}-06-15`
    const facts = buildFacts({ birthDate, versions: [policy], grants: [buildGrant({ levelId: level })] })
    const midnight = birthdayStartsAt(birthDate, age, policy.timeZone)
    for (const [instant, years] of [[midnight - 1, age - 1], [midnight, age]] as const) {
      const expected = years < 0 ? [] : at(years, level)
      const open = capabilitiesAt(facts, proxy(), instant).filter((one) => one.answer !== 'no').map((one) => one.capability)
      expect([years, open]).toEqual([years, all.filter((one) => expected.includes(one))])
      for (const category of itemCategories) {
        // Acquired as a toddler: no acquisition rule speaks of it.
        const answer = accessToItem(facts, proxy(), buildItem({ category, acquiredOn: birthDate }), instant)
        expect([years, category, answer.visible]).toEqual([years, category, expected.includes(seenBy[category])])
        expect(answer.why.ageThen).toBe(years)
      }
    }
  })

  it('R85: the CareMount portal has no proxies at any age', () => {
    const policy = shippedPolicy('caremount')
    for (let age = 0; age < 20; age += 1) {
      const facts = buildFacts({ birthDate: `${2024 - age}-06-15`, versions: [policy] })
      expect(capabilitiesAt(facts, proxy(), Date.UTC(2024, 6, 1)).every((one) => one.answer === 'no')).toBe(true)
    }
  })

  it('R81: the old portal, read-only, shows a parent everything and does nothing', () => {
    const facts = buildFacts({ birthDate: '2020-01-01', versions: [shippedPolicy('nextgen-legacy')] })
    const answers = capabilitiesAt(facts, proxy(), Date.UTC(2026, 10, 24))
    expect(answers.filter((one) => one.answer === 'yes').map((one) => one.capability)).toEqual(looking)
    expect(answers.find((one) => one.capability === 'pay-bills')?.why).toMatchObject({ code: 'PORTAL_READ_ONLY', rule: 'R81' })
  })
})

describe('why', () => {
  const facts = buildFacts()
  it('R21, R22: at 12 results close for every proxy, and the answer says that the source contradicts itself', () => {
    const { visible, why } = accessToItem(facts, proxy(), buildItem(), Date.UTC(2026, 11, 8))
    expect(visible).toBe(false)
    expect(why).toMatchObject({ code: 'BAND_CLOSED', rule: 'R21', ageThen: 12, band: { fromAge: 12, untilAge: 18 }, basis: 'parent', levelId: 'full', policyVersion: 1 })
    expect(why.findings).toContain('SOURCE_CONTRADICTS_ITSELF')
    expect(why.sources).toEqual(['S0'])
  })

  it('R22: what stays at 12 carries the same finding', () => {
    const { visible, why } = accessToItem(facts, proxy(), buildItem({ category: 'bill-line' }), Date.UTC(2026, 11, 8))
    expect([visible, why.rule, why.findings]).toEqual([true, 'R22', ['SOURCE_CONTRADICTS_ITSELF']])
  })

  it('R23: where a portal publishes no rule for teens, a parent’s open access says so', () => {
    const there = buildFacts({ versions: [shippedPolicy('followmyhealth')] })
    const { visible, why } = accessToItem(there, proxy(), buildItem(), Date.UTC(2027, 11, 8))
    expect([visible, why.rule, why.findings]).toEqual([true, 'R23', ['NO_ADOLESCENT_RULE_PUBLISHED']])
  })

  it('R21: the midnight is the portal’s: at 00:30 in New York it is still the day before in California', () => {
    const at = Date.UTC(2026, 11, 7, 5, 30)
    const california = { ...shippedPolicy('mychart-ny-nj'), timeZone: 'America/Los_Angeles' }
    expect(accessToItem(facts, proxy(), buildItem(), at).visible).toBe(false)
    expect(accessToItem(buildFacts({ versions: [california] }), proxy(), buildItem(), at).visible).toBe(true)
  })
})
