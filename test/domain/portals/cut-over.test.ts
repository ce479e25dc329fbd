import { describe, expect, it } from 'vitest'
import { areMissingRecordsExpected, bookingRouteFor, paySiteFor } from '#domain/portals/cut-over.ts'
import { instant, shippedPolicy, shippedPortal } from '#test/domain/portals/build-portal.ts'

const ZONE = 'America/New_York'
const cutOver = (() => {
  const found = shippedPolicy('nextgen-legacy').service.cutOver
  if (!found) throw new Error('NextGen has a cut-over')
  return found
})()

describe('the move from NextGen to MyChart', () => {
  it('R80 both portals that end and the one that begins know the same cut-over', () => {
    expect(shippedPolicy('caremount').service.cutOver).toEqual(cutOver)
    expect(shippedPolicy('mychart-ny-nj').service.cutOver).toEqual(cutOver)
  })

  it('R80 the portals that it names exist', () => {
    expect(cutOver.fromPortalIds).toEqual([shippedPortal('nextgen-legacy').id, shippedPortal('caremount').id])
    expect(cutOver.toPortalId).toBe(shippedPortal('mychart-ny-nj').id)
  })

  it('R8 an account on the old portal does not become one on MyChart', () => {
    expect(cutOver.accountsCarryOver).toBe(false)
  })

  it.each([
    ['2025-02-20', '2025-02-28', { by: 'old-route', route: 'MHD' }],
    ['2025-02-20', '2025-03-01', { by: 'phone' }],
    ['2025-02-28', '2025-03-20', { by: 'phone' }],
    ['2025-03-01', '2025-03-20', { by: 'new-route', route: 'MyChart' }],
  ])('R82 asked at noon on %s for an appointment on %s', (askedOn, appointmentOn, route) => {
    expect(bookingRouteFor(cutOver, appointmentOn, instant(`${askedOn}T17:00:00Z`), ZONE)).toEqual(route)
  })

  it('R82 the way to book changes at local midnight', () => {
    const goLive = instant('2025-03-01T05:00:00Z')
    expect(bookingRouteFor(cutOver, '2025-03-20', goLive - 1, ZONE).by).toBe('phone')
    expect(bookingRouteFor(cutOver, '2025-03-20', goLive, ZONE).by).toBe('new-route')
  })

  it.each([
    ['2025-02-28', 'https://pay.optum-ny.com'],
    ['2025-03-01', 'https://pay.optummedical.com'],
  ])('R83 a service of %s is paid at %s', (serviceOn, site) => {
    expect(paySiteFor(cutOver, serviceOn)).toBe(site)
  })

  it.each([
    ['a moment before go-live', '2025-03-01T04:59:59.999Z', false],
    ['at go-live', '2025-03-01T05:00:00Z', true],
    ['at the end of six weeks, across the change of clocks', '2025-04-12T03:59:59.999Z', true],
    ['when six weeks are over', '2025-04-12T04:00:00Z', false],
  ])('R84 missing records are expected %s', (_when, iso, expected) => {
    expect(areMissingRecordsExpected(cutOver, instant(iso), ZONE)).toBe(expected)
  })
})
