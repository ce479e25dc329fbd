import { describe, expect, it } from 'vitest'
import { capabilities, seeingOnly, withSeeingIncluded } from '#domain/portals/capabilities.ts'
import type { Capability } from '#domain/portals/capabilities.ts'
import { allowedAtAge } from '#domain/portals/proxy-policy.ts'
import { buildPolicy, shippedPolicy } from '#test/domain/portals/build-portal.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'

const allowed = (portalId: ShippedPortalId, level: string, age: number): string[] => (
  Object.keys(allowedAtAge(shippedPolicy(portalId).proxyAccess, level, age)).toSorted()
)
const all = [...capabilities].toSorted()

/** R22: what both passages of S0 leave a parent at 12 to 17, with the seeing that acting includes. */
const keptByParents: Capability[] = [
  'pay-bills', 'see-bills', 'see-immunizations', 'see-insurance', 'see-demographics', 'update-demographics',
  'see-letters', 'see-end-of-life', 'update-end-of-life',
]

describe('R22 acting on an item includes seeing it', () => {
  it.each<[Capability, Capability]>([
    ['pay-bills', 'see-bills'],
    ['update-insurance', 'see-insurance'],
    ['update-demographics', 'see-demographics'],
    ['update-end-of-life', 'see-end-of-life'],
    ['schedule-appointments', 'see-appointments'],
    ['send-messages', 'see-messages'],
    ['request-refills', 'see-medications'],
  ])('R22 %s includes %s', (acting, seeing) => {
    expect(withSeeingIncluded({ [acting]: 'all' })).toEqual({ [acting]: 'all', [seeing]: 'all' })
    expect(withSeeingIncluded({ [acting]: 'not-sensitive' })).toEqual({ [acting]: 'not-sensitive', [seeing]: 'not-sensitive' })
  })

  it('R22 seeing includes nothing else', () => {
    expect(withSeeingIncluded({ 'see-bills': 'all', 'see-results': 'not-sensitive' }))
      .toEqual({ 'see-bills': 'all', 'see-results': 'not-sensitive' })
  })

  it('R22 the wider of two scopes holds for seeing', () => {
    expect(withSeeingIncluded({ 'pay-bills': 'not-sensitive', 'see-bills': 'all' })['see-bills']).toBe('all')
    expect(withSeeingIncluded({ 'pay-bills': 'all', 'see-bills': 'not-sensitive' })['see-bills']).toBe('all')
  })
})

describe('MyChart', () => {
  it.each([0, 11])('R20 at age %i full access is everything', (age) => {
    expect(allowed('mychart-ny-nj', 'full', age)).toEqual(all)
  })

  it.each([12, 17])('R22 at age %i full access is the union of both lists and nothing else', (age) => {
    expect(allowed('mychart-ny-nj', 'full', age)).toEqual([...keptByParents].toSorted())
  })

  it('R21 R22 the 12th birthday closes results, appointments, medications, notes, summaries and messages', () => {
    for (const closed of [
      'see-results', 'see-appointments', 'schedule-appointments', 'see-medications', 'see-notes',
      'see-visit-summaries', 'see-messages', 'send-messages',
    ] as const) {
      expect(allowed('mychart-ny-nj', 'full', 11)).toContain(closed)
      expect(allowed('mychart-ny-nj', 'full', 12)).not.toContain(closed)
    }
  })

  it('R23 from 18 a level invited by the adult is whole again', () => {
    expect(allowed('mychart-ny-nj', 'full', 18)).toEqual(all)
  })

  it('R22 read-only at 12 to 17 keeps only what it may see of the union', () => {
    expect(allowed('mychart-ny-nj', 'read-only', 12)).toEqual([
      'see-bills', 'see-demographics', 'see-end-of-life', 'see-immunizations', 'see-insurance', 'see-letters',
    ])
  })
})

describe('the other portals', () => {
  it.each<[ShippedPortalId, number]>([
    ['nextgen-legacy', 11], ['nextgen-legacy', 12], ['nextgen-legacy', 17],
    ['followmyhealth', 11], ['followmyhealth', 12], ['followmyhealth', 17],
    ['myportal-ca', 11], ['myportal-ca', 12], ['myportal-ca', 17],
  ])('R23 on %s the level is unchanged at age %i', (portalId, age) => {
    expect(allowed(portalId, 'full', age)).toEqual(all)
  })

  it('R26 read-only on FollowMyHealth sees everything and changes nothing', () => {
    expect(allowed('followmyhealth', 'read-only', 40)).toEqual([...seeingOnly].toSorted())
    expect(seeingOnly).not.toContain('pay-bills')
    expect(seeingOnly).toContain('see-results')
  })

  it('R20 CareMount publishes no proxy access, so nobody has any', () => {
    expect(allowed('caremount', 'full', 5)).toEqual([])
  })
})

it('R20 an unknown level and an unborn patient are allowed nothing', () => {
  expect(allowed('mychart-ny-nj', 'guardian', 5)).toEqual([])
  expect(allowed('mychart-ny-nj', 'full', -1)).toEqual([])
})

it('R22 a level that lists only paying lets the proxy see the bill as well', () => {
  const { proxyAccess } = buildPolicy()
  const bands = [{ fromAge: 0, untilAge: null, allows: { 'pay-bills': 'all' as const } }]
  const levels = [{ id: 'payer', name: { en: 'Payer', es: 'Pagador' }, bands }]
  expect(allowedAtAge({ ...proxyAccess, levels }, 'payer', 14)).toEqual({ 'pay-bills': 'all', 'see-bills': 'all' })
})

it('R22 "sensitive only" is a setting of the same parameter', () => {
  const { proxyAccess } = buildPolicy()
  const bands = [{ fromAge: 0, untilAge: null, allows: { 'see-results': 'not-sensitive' as const } }]
  const levels = [{ id: 'full', name: { en: 'Full', es: 'Completo' }, bands }]
  expect(allowedAtAge({ ...proxyAccess, levels }, 'full', 14)).toEqual({ 'see-results': 'not-sensitive' })
})
