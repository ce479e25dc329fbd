import { addDays, localDateOf, startOfLocalDay } from '#domain/time.ts'
import type { Instant, PlainDate, TimeZone } from '#domain/time.ts'
import type { Portal, PortalPolicy } from '#domain/portals/policy.ts'
import type { PortalActivity } from '#domain/portals/service-policy.ts'

/** The version in force, or the day on which the first one starts. */
export type PolicyInForce =
  | { inForce: true; policy: PortalPolicy }
  | { inForce: false; firstEffectiveFromOn: PlainDate | null }

/**
 * Which version of a portal's rules answers at an instant: the latest whose first local day has begun, by
 * that version's own zone, start inclusive (R85). `firstEffectiveFromOn` is null only without any version.
 */
export function policyAt(versions: readonly PortalPolicy[], at: Instant): PolicyInForce {
  const policy = versions.findLast((version) => hasStarted(version.effectiveFromOn, at, version.timeZone))
  if (policy) return { inForce: true, policy }
  return { inForce: false, firstEffectiveFromOn: versions[0]?.effectiveFromOn ?? null }
}

/** What a portal does at a moment. `no-messages`: open, but messages have ended. */
export const serviceStates = ['not-open', 'open', 'no-messages', 'read-only', 'retired'] as const
export type ServiceState = (typeof serviceStates)[number]

/** The state of service by a policy's own dates at an instant; local midnight, start inclusive (R80, R81). */
export function serviceStateAt(policy: PortalPolicy, at: Instant): ServiceState {
  const { service, timeZone } = policy
  const begun = (on: PlainDate | null) => on !== null && hasStarted(on, at, timeZone)
  if (begun(service.retiredOn)) return 'retired'
  if (service.opensOn !== null && !begun(service.opensOn)) return 'not-open'
  if (begun(service.readOnly?.fromOn ?? null)) return 'read-only'
  if (begun(service.messagesEndOn)) return 'no-messages'
  return 'open'
}

/** The state of a portal at an instant; before its first version it is not open. */
export function portalStateAt(portal: Portal, at: Instant): ServiceState {
  const answer = policyAt(portal.versions, at)
  return answer.inForce ? serviceStateAt(answer.policy, at) : 'not-open'
}

/** Whether the portal still offers an activity at an instant (R81). */
export function isOffered(policy: PortalPolicy, activity: PortalActivity, at: Instant): boolean {
  const { messagesEndOn, readOnly } = policy.service
  const messagesEnded = messagesEndOn !== null && hasStarted(messagesEndOn, at, policy.timeZone)
  if (activity === 'message' && messagesEnded) return false
  switch (serviceStateAt(policy, at)) {
    case 'not-open':
    case 'retired':
      return false
    case 'read-only':
      return readOnly?.keeps.includes(activity) ?? false
    case 'no-messages':
    case 'open':
      return true
  }
}

/** The portals that take a message at an instant; empty on the silent days, when people phone (R80). */
export function portalsTakingMessagesAt(portals: readonly Portal[], at: Instant): Portal[] {
  return portals.filter((portal) => {
    const answer = policyAt(portal.versions, at)
    return answer.inForce && isOffered(answer.policy, 'message', at)
  })
}

/**
 * The first instant at which an invitation no longer lives: the end of its last local day (R3). `policy` is
 * the one in force when it was sent; a resend counts from its own sending.
 */
export function invitationEndsAt(sentAt: Instant, policy: PortalPolicy): Instant {
  const lastDayOn = addDays(localDateOf(sentAt, policy.timeZone), policy.invitations.lifetimeDays)
  return startOfLocalDay(addDays(lastDayOn, 1), policy.timeZone)
}

function hasStarted(on: PlainDate | null, at: Instant, zone: TimeZone): boolean {
  return on === null || startOfLocalDay(on, zone) <= at
}
