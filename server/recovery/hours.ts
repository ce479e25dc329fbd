import type { CallDesk } from '#domain/contracts/recovery.ts'
import { contactPointsFor } from '#domain/portals/contact-points.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import { timeSaid } from '#domain/said.ts'
import type { PortalNow } from '#server/contacts/contacts.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The portal's own helpline, as it publishes it (R43); what it does not publish is null. */
export function portalShown(portal: PortalNow, at: Instant): CallDesk['portal'] {
  const { contacts, timeZone, recovery } = portal.policy
  const phones = (purpose: 'account-recovery' | 'after-hours') => contactPointsFor(contacts, purpose).filter((one) => one.kind === 'phone')
  const [line] = phones('account-recovery')
  const hours = line?.hours ?? null
  return {
    id: portal.id, name: portal.name, timeZone, number: line?.phone ?? null, tty: line?.tty ?? null, afterHours: phones('after-hours')[0]?.phone ?? null,
    hours: hours === null ? null : days.flatMap((day) => hours[day].map((one) => ({ day, ...one }))),
    openNow: hours === null ? null : isOpen(hours, at, timeZone), socialProviders: recovery.socialProviders,
  }
}

function isOpen(hours: Record<(typeof days)[number], readonly { opens: string; closes: string }[]>, at: Instant, zone: string): boolean {
  const weekday = (new Date(`${localDateOf(at, zone)}T12:00:00Z`).getUTCDay() + 6) % 7
  const now = timeSaid(at, zone)
  return hours[days[weekday] ?? 'mon'].some((one) => one.opens <= now && now < one.closes)
}
