import { describe, expect, it } from 'vitest'
import { federalHolidayOn, holidayCoverage, isHolidayCovered } from '#domain/calendar/us-federal-holidays.ts'
import { shippedStateClocks } from '#domain/policies/shipped-state-clocks.ts'
import { contactPointsFor } from '#domain/portals/contact-points.ts'
import type { ContactPurpose } from '#domain/portals/contact-points.ts'
import { stateClocksInForce } from '#domain/portals/state-clocks.ts'
import { addDays } from '#domain/time.ts'
import { shippedPolicy, shippedPortalIds } from '#test/domain/portals/build-portal.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'

describe('R43 whom to contact on which portal', () => {
  const reached = (portalId: ShippedPortalId, purpose: ContactPurpose) => (
    contactPointsFor(shippedPolicy(portalId).contacts, purpose).map(({ kind, phone, email }) => phone ?? email ?? kind)
  )

  it.each<[ShippedPortalId, ContactPurpose, string[]]>([
    ['mychart-ny-nj', 'account-recovery', ['1-833-678-8687']],
    ['mychart-ny-nj', 'proxy-request', ['1-833-678-8687']],
    ['mychart-ny-nj', 'invitation-missing', ['office']],
    ['nextgen-legacy', 'account-recovery', ['office']],
    ['caremount', 'account-recovery', ['office']],
    ['myportal-ca', 'sign-up', ['1-866-917-1690', '1-877-290-2133']],
    ['myportal-ca', 'after-hours', ['1-877-290-2133']],
    ['myportal-ca', 'profile-data-wrong', ['myportal@optum.optumcare.com']],
    ['myportal-ca', 'result-missing', ['myportal@optum.optumcare.com']],
    ['myportal-ca', 'health-data-wrong', ['office']],
    ['followmyhealth', 'account-recovery', ['1-877-290-2133']],
    ['followmyhealth', 'sign-up', ['1-888-670-9775']],
    ['followmyhealth', 'after-hours', []],
  ])('R43 R53 on %s, for %s: %j', (portalId, purpose, expected) => {
    expect(reached(portalId, purpose)).toEqual(expected)
  })

  it.each(shippedPortalIds)('R40 somebody who cannot sign in to %s is never without anybody to turn to', (portalId) => {
    expect(reached(portalId, 'account-recovery')).not.toEqual([])
  })

  it('R40 the MyChart helpline has a TTY line', () => {
    expect(contactPointsFor(shippedPolicy('mychart-ny-nj').contacts, 'account-recovery')[0]?.tty).toBe('711')
  })

  it('R51 the MyPortal mailbox is read 8:30 to 17:30, Monday to Friday', () => {
    const hours = contactPointsFor(shippedPolicy('myportal-ca').contacts, 'profile-data-wrong')[0]?.hours
    const day = [{ opens: '08:30', closes: '17:30' }]
    expect(hours).toEqual({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] })
  })
})

describe('R69 clocks of states', () => {
  const inForce = (state: string, on: string) => stateClocksInForce(shippedStateClocks, state, on).map(({ id }) => id)

  it('R69 Montana\'s clock starts on 1 July 2026 and not a day before', () => {
    expect(inForce('US-MT', '2026-06-30')).toEqual([])
    expect(inForce('US-MT', '2026-07-01')).toEqual(['mt-50-16-806'])
  })

  it('R69 a clock of one state is no clock of another', () => {
    expect(inForce('US-KY', '2026-11-24')).toEqual(['ky-333-152'])
    expect(inForce('US-TX', '2026-11-24')).toEqual(['tx-159-0062'])
    expect(inForce('US-NY', '2026-11-24')).toEqual([])
  })

  it('R69 a clock that ended no longer holds on its end date', () => {
    const ended = shippedStateClocks.map((clock) => ({ ...clock, effectiveUntilOn: '2027-01-01' }))
    expect(stateClocksInForce(ended, 'US-KY', '2026-12-31')).toHaveLength(1)
    expect(stateClocksInForce(ended, 'US-KY', '2027-01-01')).toHaveLength(0)
  })

  it.each([
    ['ky-333-152', ['malignancy', 'genetic'], { unit: 'elapsed-hours', count: 72 }, true],
    ['tx-159-0062', ['malignancy', 'genetic'], { unit: 'local-days', count: 3 }, false],
    [
      'mt-50-16-806', ['malignancy', 'genetic', 'hiv-positive-diagnostic', 'hepatitis-antigen'],
      { unit: 'elapsed-hours', count: 72 }, true,
    ],
  ])('R69 %s names its classes, its wait and whether the provider may end it', (id, classes, notBefore, earlier) => {
    expect(shippedStateClocks.find((clock) => clock.id === id)).toMatchObject({
      classes, notBefore, providerMayReleaseEarlier: earlier,
    })
  })
})

describe('R50 federal holidays', () => {
  it.each([
    ['2026-11-26', 'Thanksgiving Day'],
    ['2026-11-27', null],
    ['2026-07-03', 'Independence Day'],
    ['2026-07-04', null],
    ['2027-12-31', 'New Year\'s Day'],
    ['2027-06-18', 'Juneteenth National Independence Day'],
  ])('R50 %s is observed as %s', (on, name) => {
    expect(federalHolidayOn(on)).toBe(name)
  })

  it('R50 the list has eleven holidays for each year it covers, none on a weekend', () => {
    const observed: string[] = []
    for (let on: string = holidayCoverage.fromOn; on <= holidayCoverage.toOn; on = addDays(on, 1)) {
      if (federalHolidayOn(on)) observed.push(on)
    }
    expect(observed).toHaveLength(88)
    expect(observed.filter((on) => [0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay()))).toEqual([])
  })

  it('R50 a date outside the list is known to be outside', () => {
    expect(isHolidayCovered('2022-12-31')).toBe(false)
    expect(isHolidayCovered('2023-01-01')).toBe(true)
    expect(isHolidayCovered('2030-12-31')).toBe(true)
    expect(isHolidayCovered('2031-01-01')).toBe(false)
  })
})
