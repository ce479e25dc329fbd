import type { WhyCode } from '#domain/access/answer.ts'
import type { AccessFacts, GrantFacts, Viewer } from '#domain/access/facts.ts'
import { grantOf } from '#domain/access/grant-standing.ts'
import type { Moment } from '#domain/access/legal.ts'
import { reachOf, type Reach } from '#domain/access/reach.ts'
import { ageOn } from '#domain/birthdays.ts'
import { isOffered, policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import { capabilities, everyItemOf, seeingOnly, type Capability } from '#domain/portals/capabilities.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { PortalActivity } from '#domain/portals/service-policy.ts'
import { localDateOf, type Instant } from '#domain/time.ts'

/**
 * One viewer before one record on one portal at one instant: the rules in force, the patient's age on that local day,
 * and what is open before any single item is looked at. `closedBy`: nothing is open at all, and why.
 */
export type AccessScene = {
  facts: AccessFacts
  viewer: Viewer
  moment: Moment
  policy: PortalPolicy | null
  ageThen: number
  grant: GrantFacts | null
  reach: Reach | null
  closedBy: WhyCode | null
}

/** Sets the scene. The local day is a day of the zone of the version in force (R21). */
export function sceneAt(facts: AccessFacts, viewer: Viewer, at: Instant): AccessScene {
  const answer = policyAt(facts.versions, at)
  const policy = answer.inForce ? answer.policy : null
  const zone = policy?.timeZone ?? facts.versions[0]?.timeZone ?? 'UTC'
  const moment: Moment = { at, on: localDateOf(at, zone), zone }
  const ageThen = ageOn(facts.birthDate, moment.on)
  const bare = { facts, viewer, moment, policy, ageThen }
  const nothing = (closedBy: WhyCode, grant: GrantFacts | null = null): AccessScene => ({ ...bare, grant, reach: null, closedBy })
  if (!policy || !isServing(policy, at)) return nothing('PORTAL_CLOSED')
  if (ageThen < 0) return nothing('NOT_YET_BORN')
  if (viewer.kind === 'patient') {
    const closedBy = ownViewClosedBy(facts, policy, moment, ageThen)
    const all = everyItemOf(capabilities)
    return closedBy ? nothing(closedBy) : { ...bare, grant: null, reach: { allows: all, widest: all, band: null, narrowed: false }, closedBy: null }
  }
  if (isBlocked(facts, viewer.personId, at)) return nothing('BLOCKED')
  const held = grantOf(viewer.personId, facts, policy, moment)
  if (!held) return nothing('NO_GRANT')
  if (!held.standing.open) return nothing(held.standing.code, held.grant)
  return { ...bare, grant: held.grant, reach: reachOf(held.grant, policy, ageThen), closedBy: null }
}

/** Whether a block against this person holds at an instant (PX-03). */
export function isBlocked(facts: Pick<AccessFacts, 'blocked'>, personId: string, at: Instant): boolean {
  return facts.blocked.some((one) => one.personId === personId && one.fromAt <= at && (one.liftedAt === null || at < one.liftedAt))
}

/** Whether the portal's service has ended what a capability does (R81): a read-only portal shows and does nothing else. */
export function isStillOffered(policy: PortalPolicy, capability: Capability, at: Instant): boolean {
  const activity: PortalActivity = activityOf[capability] ?? (seeingOnly.includes(capability) ? 'view' : 'update')
  return isOffered(policy, activity, at)
}

const activityOf: Partial<Record<Capability, PortalActivity>> = { 'send-messages': 'message', 'request-refills': 'refill' }

/** Whether the portal shows this kind of thing to anybody (R67). */
export function isOnPortal(policy: PortalPolicy, capability: Capability): boolean {
  if (capability === 'see-notes') return policy.sharing.progressNotes !== 'not-on-portal'
  return capability === 'see-diagnoses' ? policy.sharing.diagnoses !== 'not-on-portal' : true
}

function isServing(policy: PortalPolicy, at: Instant): boolean {
  const state = serviceStateAt(policy, at)
  return state !== 'retired' && state !== 'not-open'
}

/** Why a patient does not see the own record on the portal: dead (R13), too young (R10, R11), or without an account. */
function ownViewClosedBy({ ownAccount, death }: AccessFacts, policy: PortalPolicy, { at }: Moment, ageThen: number): WhyCode | null {
  if (death !== null && death.fromAt <= at) return 'PATIENT_DIED'
  if (ownAccount.state === 'none' || ownAccount.sinceAt > at) {
    return ageThen < policy.enrollment.ownAccountFromAge ? 'TOO_YOUNG_FOR_ACCOUNT' : 'NO_OWN_ACCOUNT'
  }
  return ownAccount.state === 'suspended' ? 'ACCOUNT_SUSPENDED' : null
}
