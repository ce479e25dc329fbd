import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import { isOffered, policyAt, portalsTakingMessagesAt, portalStateAt, serviceStateAt } from '#domain/portals/as-of.ts'
import { portalActivities } from '#domain/portals/service-policy.ts'
import { addDays } from '#domain/time.ts'
import { buildPolicy, buildPortal, instant, shippedPolicy, shippedPortal } from '#test/domain/portals/build-portal.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'
import { wallDateOf } from '#test/domain/portals/wall-clock.ts'

const NEXTGEN_ENDS = instant('2025-02-27T05:00:00Z')
const MYCHART_STARTS = instant('2025-03-01T05:00:00Z')

describe('R85 which version answers', () => {
  const versions = buildPortal('a', [
    buildPolicy({ effectiveFromOn: '2025-03-01' }),
    buildPolicy({ effectiveFromOn: '2027-01-01' }),
  ]).versions
  const numberAt = (iso: string) => {
    const answer = policyAt(versions, instant(iso))
    return answer.inForce ? answer.policy.versionNumber : answer
  }

  it('R85 before the first version nothing is in force, and the answer says from when', () => {
    expect(numberAt('2025-03-01T04:59:59.999Z')).toEqual({ inForce: false, firstEffectiveFromOn: '2025-03-01' })
  })

  it('R85 a version starts at local midnight, inclusive', () => {
    expect(numberAt('2025-03-01T05:00:00Z')).toBe(1)
    expect(numberAt('2027-01-01T04:59:59.999Z')).toBe(1)
    expect(numberAt('2027-01-01T05:00:00Z')).toBe(2)
  })

  it('R85 yesterday\'s question is answered with yesterday\'s policy', () => {
    expect(numberAt('2026-12-31T17:00:00Z')).toBe(1)
    expect(numberAt('2040-01-01T17:00:00Z')).toBe(2)
  })

  it('R85 a portal without versions answers that nothing is in force', () => {
    expect(policyAt([], MYCHART_STARTS)).toEqual({ inForce: false, firstEffectiveFromOn: null })
  })

  it('R85 midnight is the portal\'s own: at 00:30 Eastern New York has the new version, California the old', () => {
    const inZone = (timeZone: string) => buildPortal('a', [
      buildPolicy({ timeZone, effectiveFromOn: null }),
      buildPolicy({ timeZone, effectiveFromOn: '2027-01-01' }),
    ]).versions
    const halfPastMidnight = instant('2027-01-01T05:30:00Z')
    expect(policyAt(inZone('America/New_York'), halfPastMidnight)).toMatchObject({ policy: { versionNumber: 2 } })
    expect(policyAt(inZone('America/Los_Angeles'), halfPastMidnight)).toMatchObject({ policy: { versionNumber: 1 } })
  })

  it.each([
    ['the clocks go forward', '2027-03-14', '2027-03-14T05:00:00Z'],
    ['it is the day after', '2027-03-15', '2027-03-15T04:00:00Z'],
    ['the clocks go back', '2026-11-01', '2026-11-01T04:00:00Z'],
    ['it is the day after that', '2026-11-02', '2026-11-02T05:00:00Z'],
  ])('R85 a version that starts on a day when %s starts at its midnight', (_when, effectiveFromOn, iso) => {
    const dated = buildPortal('a', [buildPolicy({ effectiveFromOn })]).versions
    expect(policyAt(dated, instant(iso) - 1).inForce).toBe(false)
    expect(policyAt(dated, instant(iso)).inForce).toBe(true)
  })

  it('R85 the answer agrees with reading the wall calendar, version by version', () => {
    const day = fc.integer({ min: 0, max: 900 })
    const zone = fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Asia/Kolkata', 'UTC')
    const minute = fc.integer({ min: 0, max: 900 * 24 * 60 })
    const firstDays = fc.uniqueArray(day, { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(firstDays, zone, minute, (days, timeZone, minutes) => {
      const starts = days.toSorted((one, other) => one - other).map((each) => addDays('2025-01-01', each))
      const policies = starts.map((effectiveFromOn) => buildPolicy({ timeZone, effectiveFromOn }))
      const dated = buildPortal('a', policies).versions
      const at = instant('2025-01-01T00:00:00Z') + minutes * 60_000
      const begun = starts.filter((start) => start <= wallDateOf(at, timeZone)).length
      const answer = policyAt(dated, at)
      expect(answer.inForce ? answer.policy.versionNumber : 0).toBe(begun)
    }))
  })

  it.each<[ShippedPortalId, string, boolean]>([
    ['mychart-ny-nj', '2025-03-01T04:59:59.999Z', false],
    ['mychart-ny-nj', '2025-03-01T05:00:00Z', true],
    ['myportal-ca', '2015-01-01T07:59:59.999Z', false],
    ['myportal-ca', '2015-01-01T08:00:00Z', true],
    ['followmyhealth', '2015-01-01T07:59:59.999Z', false],
    ['followmyhealth', '2015-01-01T08:00:00Z', true],
    ['nextgen-legacy', '1999-01-01T00:00:00Z', true],
    ['caremount', '1999-01-01T00:00:00Z', true],
  ])('R85 the shipped rules of %s at %s are in force: %s', (portalId, iso, inForce) => {
    expect(policyAt(shippedPortal(portalId).versions, instant(iso)).inForce).toBe(inForce)
  })
})

describe('R80 what a portal does at a moment', () => {
  it.each<[ShippedPortalId, number, string]>([
    ['nextgen-legacy', NEXTGEN_ENDS - 1, 'open'],
    ['nextgen-legacy', NEXTGEN_ENDS, 'read-only'],
    ['nextgen-legacy', MYCHART_STARTS, 'read-only'],
    ['caremount', NEXTGEN_ENDS - 1, 'open'],
    ['caremount', NEXTGEN_ENDS, 'no-messages'],
    ['caremount', MYCHART_STARTS - 1, 'no-messages'],
    ['caremount', MYCHART_STARTS, 'retired'],
    ['mychart-ny-nj', MYCHART_STARTS - 1, 'not-open'],
    ['mychart-ny-nj', MYCHART_STARTS, 'open'],
    ['myportal-ca', NEXTGEN_ENDS, 'open'],
    ['followmyhealth', NEXTGEN_ENDS, 'open'],
  ])('R80 %s at %i is %s', (portalId, at, state) => {
    expect(portalStateAt(shippedPortal(portalId), at)).toBe(state)
    expect(serviceStateAt(shippedPolicy(portalId), at)).toBe(state)
  })

  it('R80 a portal is not open before its first version', () => {
    expect(portalStateAt(shippedPortal('myportal-ca'), instant('2014-12-31T12:00:00Z'))).toBe('not-open')
  })

  it('R80 retiring ends a read-only portal', () => {
    const policy = buildPolicy({
      service: { opensOn: null, readOnly: { fromOn: '2025-02-27', keeps: ['view'] }, retiredOn: '2026-01-01' },
    })
    expect(serviceStateAt(policy, instant('2026-01-01T04:59:59.999Z'))).toBe('read-only')
    expect(serviceStateAt(policy, instant('2026-01-01T05:00:00Z'))).toBe('retired')
  })

  it.each([
    ['the last moment of NextGen', NEXTGEN_ENDS - 1, ['nextgen-legacy', 'caremount']],
    ['the first silent moment', NEXTGEN_ENDS, []],
    ['the middle of the silent days', instant('2025-02-28T17:00:00Z'), []],
    ['the last silent moment', MYCHART_STARTS - 1, []],
    ['the first moment of MyChart', MYCHART_STARTS, ['mychart-ny-nj']],
  ])('R80 at %s the portals of New York that take messages are known', (_when, at, portalIds) => {
    const newYork = shippedPortals.filter(({ versions }) => versions[0]?.timeZone === 'America/New_York')
    expect(portalsTakingMessagesAt(newYork, at).map(({ id }) => id)).toEqual(portalIds)
  })
})

describe('R81 what is still offered', () => {
  const nextGen = shippedPolicy('nextgen-legacy')

  it.each(portalActivities)('R81 NextGen before 27 February offers: %s', (activity) => {
    expect(isOffered(nextGen, activity, NEXTGEN_ENDS - 1)).toBe(true)
  })

  it.each([
    ['view', true], ['download', true], ['print', true], ['message', false], ['refill', false], ['update', false],
  ] as const)('R81 read-only NextGen offers %s: %s', (activity, offered) => {
    expect(isOffered(nextGen, activity, NEXTGEN_ENDS)).toBe(offered)
  })

  it('R81 a portal whose messages ended offers the rest', () => {
    const caremount = shippedPolicy('caremount')
    expect(portalActivities.filter((activity) => isOffered(caremount, activity, NEXTGEN_ENDS)))
      .toEqual(['view', 'download', 'print', 'refill', 'update'])
  })

  it('R81 a portal that is not open or retired offers nothing', () => {
    for (const activity of portalActivities) {
      expect(isOffered(shippedPolicy('mychart-ny-nj'), activity, MYCHART_STARTS - 1)).toBe(false)
      expect(isOffered(shippedPolicy('caremount'), activity, MYCHART_STARTS)).toBe(false)
    }
  })

  it('R81 ended messages stay ended on a read-only portal that would keep them', () => {
    const policy = buildPolicy({
      service: { opensOn: null, messagesEndOn: '2025-02-27', readOnly: { fromOn: '2025-02-27', keeps: ['message'] } },
    })
    expect(isOffered(policy, 'message', NEXTGEN_ENDS)).toBe(false)
  })
})
