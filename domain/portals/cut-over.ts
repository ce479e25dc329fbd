import { addDays, localDateOf } from '#domain/time.ts'
import type { Instant, PlainDate, TimeZone } from '#domain/time.ts'
import type { CutOver } from '#domain/portals/service-policy.ts'

/** Where an appointment is booked: the old links, the provider's phone, or the new portal. */
export type BookingRoute = { by: 'old-route' | 'new-route'; route: string } | { by: 'phone' }

/**
 * How to book an appointment for a local date, asked at an instant (R82). Before go-live: the old links for
 * dates before it, the phone for later ones. From go-live on: the new portal.
 */
export function bookingRouteFor(
  cutOver: CutOver,
  appointmentOn: PlainDate,
  at: Instant,
  zone: TimeZone,
): BookingRoute {
  if (localDateOf(at, zone) >= cutOver.goLiveOn) return { by: 'new-route', route: cutOver.booking.newRoute }
  if (appointmentOn < cutOver.goLiveOn) return { by: 'old-route', route: cutOver.booking.oldRoute }
  return { by: 'phone' }
}

/** The pay site for a date of service (R83); the day of billing plays no part. */
export function paySiteFor(cutOver: CutOver, serviceOn: PlainDate): string {
  return serviceOn < cutOver.bills.splitOn ? cutOver.bills.oldPaySite : cutOver.bills.newPaySite
}

/** Whether missing records are still expected at an instant: go-live inclusive, the end exclusive (R84). */
export function areMissingRecordsExpected(cutOver: CutOver, at: Instant, zone: TimeZone): boolean {
  const today = localDateOf(at, zone)
  return today >= cutOver.goLiveOn && today < addDays(cutOver.goLiveOn, 7 * cutOver.missingRecordsWeeks)
}
